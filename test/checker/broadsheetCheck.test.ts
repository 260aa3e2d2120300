// The program `broadsheet-check`, run as a process.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkerCommand, type CheckerCommand } from '../../src/checker/checkerCommand.ts';
import { exportHeader } from '../../src/core/transfer/exportFormat.ts';
import { createLibrary, type LibraryCalls } from '../../src/library/createLibrary.ts';
import { openNodeDatabase } from '../../src/library/store/database.node.ts';
import { textFile } from '../library/inMemory.ts';

const PROGRAM = join(import.meta.dirname, '../../src/checker/broadsheetCheck.node.ts');
const DATE = '---\ntitle: Minister Speaks on Rise\nauthor: Ada Byron\ndate: 2026-01-12\n---\n\n';
const SAID = 'The minister did not rule out a rise of 12 per cent.';
const OLD = 'An old sentence stood here.';
const OTHER = 'The minister of the other town said nothing.';
const OTHER_KEY = 'byronbargescomeback2026';
const KEY = 'byronministerspeaksrise2026';
const RENAMED = 'rise';

suite('broadsheet-check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-check-'));
  suiteSetup(async () => {
    const database = openNodeDatabase(join(folder, 'library.sqlite'));
    const library = createLibrary(database, { now: () => Date.UTC(2026, 0, 15), announce: () => undefined });
    const source = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
    await library.ingest(source.id, [
      textFile('a.md', `${DATE}${SAID}\n\n${OLD}\n`),
      textFile('b.md', `${DATE.replace('Minister Speaks on Rise', 'Barges Come Back')}${OTHER}\n`),
    ]);
    await library.ingest(source.id, [
      textFile('a.md', `${DATE}${SAID}\n\nA new sentence.\n`, Date.UTC(2026, 0, 11)),
    ]);
    const { headlines } = await library.headlines({ sourceId: source.id, after: undefined, limit: 5 });
    const item = headlines.find(({ headline }) => headline === 'Minister Speaks on Rise');
    const other = headlines.find(({ headline }) => headline === 'Barges Come Back');
    assert.ok(item);
    assert.ok(other);
    assert.equal(await library.mintKey(item.id), KEY);
    assert.equal(await library.mintKey(other.id), OTHER_KEY);
    await library.renameKey(KEY, RENAMED);
    write(
      'library.jsonl',
      [exportHeader('2026-01-15T00:00:00Z'), ...(await exported(library))].join('\n') + '\n',
    );
    database.close();
    write('good/a.md', `So “${SAID}” [@${KEY}].\n`);
    write('good/deep/b.tex', `So \\enquote{${SAID}} \\autocite{${KEY}}.\n`);
    write('good/node_modules/c.md', `So “${SAID.replace('not ', '')}” [@${KEY}].\n`);
    write('good/other.md', 'So “a book says” [@somebody2001].\n');
    write('marked.md', `So “The minister did not rule out […] 12 per cent.” [@${KEY}].\n`);
    write('hidden.md', `So “The minister did […] rule out a rise” [@${KEY}].\n`);
    write('good/dist/c.md', `So “${SAID.replace('not ', '')}” [@${KEY}].\n`);
    write('changed.md', `So “${OLD}” [@${KEY}].\n`);
    write('altered/a.md', `# Title\r\n\r\nSo “${SAID.replace('not ', '')}” [@${KEY}].\r\n`);
    write('altered/b.md', Buffer.from(`\uFEFFSo “${SAID.replace('12', '13')}” [@${KEY}].\n`, 'utf16le'));
    write('found.md', `\nSo “Nothing of the kind was ever printed anywhere” [@${KEY}].\n`);
    write('renamed.md', `So “${SAID.replace('not ', '')}” [@${RENAMED}].\n`);
    write('several/a.md', `So “${SAID}” [@somebody2001; @${OTHER_KEY}; @${KEY}].\n`);
    write('several/a.tex', `So \\enquote{${SAID}} \\autocites{${OTHER_KEY}}{${KEY}}.\n`);
    write('several/b.md', `So “${SAID.replace('12', '13')}” [@${OTHER_KEY}; @${KEY}].\n`);
    write('several/c.md', `So “Nothing of the kind was ever printed anywhere” [@${KEY}; @${OTHER_KEY}].\n`);
    write('several/d.typ', `So "${SAID}" @${OTHER_KEY} @${KEY}.\n`);
    write('cut.jsonl', [exportHeader('2026-01-15T00:00:00Z'), ''].join('\n'));
    write('other.txt', 'Not a library.\n');
  });
  suiteTeardown(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const run = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, lines: stdout.trimEnd().split('\n'), stderr };
  };

  const rows: readonly (readonly [
    name: string,
    words: readonly string[],
    status: number,
    lines: readonly string[],
  ])[] = [
    ['what is exact', ['good'], 0, ['2 quotations checked: 2 exact.']],
    ['what is altered as marked', ['marked.md'], 0, ['1 quotation checked: 1 altered as marked.']],
    [
      'a note that is named twice',
      ['good', './good/a.md', 'good/a.md'],
      0,
      ['2 quotations checked: 2 exact.'],
    ],
    [
      'a mark that hides a “not”',
      ['hidden.md'],
      0,
      ['hidden.md:1: What is left out here has a “not”.', '1 quotation checked: 1 altered as marked.'],
    ],
    [
      'what an earlier version said',
      ['changed.md'],
      0,
      [
        'changed.md:1: “Minister Speaks on Rise” has changed since it was quoted.',
        '1 quotation checked: 1 of an earlier version.',
      ],
    ],
    [
      'a dropped “not” and another number',
      ['altered'],
      1,
      [
        'altered/a.md:3: “not” is missing: the source says “minister did not rule out',
        'altered/b.md:1: The source says “12”, not “13”.',
        '2 quotations checked: 2 altered.',
      ],
    ],
    [
      'what is not there',
      ['found.md', 'good/a.md'],
      1,
      [
        'found.md:2: These words are not in “Minister Speaks on Rise”.',
        '2 quotations checked: 1 exact, 1 not found.',
      ],
    ],
    [
      'what cites by the new key',
      ['renamed.md'],
      1,
      [
        'renamed.md:1: “not” is missing: the source says “minister did not',
        '1 quotation checked: 1 altered.',
      ],
    ],
    [
      'what any of several keys holds, and else what the nearest one says',
      ['several'],
      1,
      [
        'several/b.md:1: The source says “12”, not “13”.',
        'several/c.md:1: These words are not in “Minister Speaks on Rise”.',
        '5 quotations checked: 3 exact, 1 altered, 1 not found.',
      ],
    ],
    ['notes that cite others alone', ['good/other.md'], 0, ['No note quotes from this library.']],
  ];
  for (const [name, words, status, lines] of rows) {
    for (const library of ['library.jsonl', 'library.sqlite']) {
      test(`tells ${name}, by ${library}`, () => {
        const result = run(...words, '--library', library);
        // What stands around a change is shown in as many words as the editor shows.
        const begun = result.lines.map((line, index) => line.slice(0, lines[index]?.length));
        assert.deepEqual({ status: result.status, lines: begun }, { status, lines }, result.stderr);
      });
    }
  }

  const wrong: readonly (readonly [words: readonly string[], sentence: RegExp])[] = [
    [['--strict'], /There is no option --strict/],
    [['--libraryx', 'good'], /There is no option --libraryx/],
    [['good', '--library=', 'good/a.md'], /Name the library’s file/],
    [['good', '--library'], /Name the library’s file/],
    [['nowhere'], /nowhere does not exist/],
    [['good', '--library', 'nothing.jsonl'], /nothing\.jsonl does not exist/],
    [['good', '--library', 'cut.jsonl'], /cut\.jsonl ends before its end/],
    [['good', '--library', 'other.txt'], /not a library that Broadsheet exported/],
  ];
  for (const [words, sentence] of wrong) {
    test(`refuses ${words.join(' ')}`, () => {
      const { status, stderr } = run(...words);
      assert.equal(status, 2);
      assert.match(stderr, sentence);
    });
  }

  const commands: readonly (readonly [words: readonly string[], command: CheckerCommand])[] = [
    [[], { kind: 'check', paths: ['.'], library: undefined }],
    [['a', '--library=b', 'c'], { kind: 'check', paths: ['a', 'c'], library: 'b' }],
    [['--library', 'b', '--', '-c'], { kind: 'check', paths: ['-c'], library: 'b' }],
    [['a', '--help'], { kind: 'help' }],
  ];
  for (const [words, command] of commands) {
    test(`reads “${words.join(' ')}”`, () => assert.deepEqual(checkerCommand(words), command));
  }
});

async function exported(library: LibraryCalls): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let page = await library.exportPage(undefined); ; page = await library.exportPage(page.end)) {
    lines.push(...page.lines);
    if (page.end === undefined) return lines;
  }
}
