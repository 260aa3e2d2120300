// Programs of others read what we write: Pandoc and Biber, where they are installed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addEntry } from '../../../src/core/cite/bibliography/addEntry.ts';
import type { BibliographyFormat } from '../../../src/core/cite/bibliography/bibliographyFormat.ts';
import { applyEdits } from '../../../src/core/cite/bibliography/textEdit.ts';
import type { Cited } from '../../../src/core/cite/attribution.ts';
import { writeQuotation } from '../../../src/core/cite/write/writeQuotation.ts';
import { BUNDLED_STYLES } from '../../../src/cite-style/bundledStyles.ts';
import { writeCitationStyles } from '../../../scripts/citationStyles.ts';
import { kinds } from '../../core/cite/bibliography/samples.ts';
import { needProgram } from './needProgram.ts';

const FILES: readonly (readonly [format: BibliographyFormat, name: string])[] = [
  ['biblatex', 'refs.bib'],
  ['bibtex', 'refs.bibtex'],
  ['csl-json', 'refs.json'],
  ['csl-yaml', 'refs.yaml'],
];

/** Not shown where a note cites by key. */
const cited: Cited = {
  headline: 'Rain',
  byline: undefined,
  outlet: undefined,
  url: undefined,
  published: undefined,
  updated: undefined,
  language: 'en',
  section: undefined,
  licence: undefined,
  sourceTitle: 'notes',
  sourceKind: 'folder',
};

suite('Bibliographies as others read them', function () {
  // Programs that start slowly.
  this.timeout(60_000);
  let folder = '';
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'bibliography-'));
  });
  teardown(() => rmSync(folder, { recursive: true }));

  for (const [format, name] of FILES) {
    test(`Pandoc cites every entry of ${name} without a warning`, function () {
      needProgram('pandoc', this);
      writeFileSync(join(folder, name), bibliography(format));
      writeFileSync(join(folder, 'note.md'), kinds.map(({ id }) => `Said [@${id}, para. 4].\n`).join('\n'));
      const { status, stderr, stdout } = run(folder, 'pandoc', [
        ...['--citeproc', '--bibliography', name, '--to', 'plain', '--wrap', 'none', 'note.md'],
      ]);
      assert.equal(stderr, '');
      assert.equal(status, 0);
      const words = plain(stdout);
      for (const { title, 'container-title': outlet } of kinds) {
        assert.ok(words.includes(plain(title)), `${title}\n${stdout}`);
        assert.ok(words.includes(plain(outlet ?? '')), `${String(outlet)}\n${stdout}`);
      }
      // Pandoc knows no days in BibTeX.
      assert.match(stdout, format === 'bibtex' ? /October/ : /October\s8/);
      assert.equal(stdout.match(/para(?:\.|graph)\s4/g)?.length, kinds.length);
    });
  }

  for (const { id, title } of BUNDLED_STYLES) {
    test(`Pandoc renders every citation in the style ${title} without a warning`, function () {
      needProgram('pandoc', this);
      writeCitationStyles(folder);
      writeFileSync(join(folder, 'refs.json'), bibliography('csl-json'));
      const quotations = kinds.map((item) => {
        const quoted = { words: 'It rained for days', key: item.id, paragraph: 4, cited };
        const style = { quotation: 'inline', citation: 'pandoc', marksOf: 'en' } as const;
        return writeQuotation(quoted, 'markdown', style, 'en').text;
      });
      writeFileSync(join(folder, 'note.md'), quotations.join('\n\n'));
      const { status, stderr, stdout } = run(folder, 'pandoc', [
        ...['--citeproc', '--bibliography', 'refs.json', '--csl', join('styles', `${id}.csl`)],
        ...['--to', 'plain', '--wrap', 'none', 'note.md'],
      ]);
      assert.equal(stderr, '');
      assert.equal(status, 0);
      const words = plain(stdout);
      for (const item of kinds) assert.ok(words.includes(plain(item.title)), `${item.title}\n${stdout}`);
    });
  }

  test('Pandoc keeps what a file had, when entries are added to it one by one', function () {
    needProgram('pandoc', this);
    const before = '---\r\nreferences:\r\n  - id: first\r\n    type: book\r\n    title: The First\r\n...\r\n';
    writeFileSync(join(folder, 'refs.yaml'), bibliography('csl-yaml', before));
    writeFileSync(join(folder, 'note.md'), '[@first; @bare]\n');
    const { stderr, stdout } = run(folder, 'pandoc', [
      ...['--citeproc', '--bibliography', 'refs.yaml', '--to', 'plain', 'note.md'],
    ]);
    assert.equal(stderr, '');
    assert.match(stdout, /The First/);
  });

  test('Biber reads and validates every entry of refs.bib', function () {
    needProgram('biber', this);
    // An entry without a date or address is one that Biber misses something in.
    const whole = kinds.filter(({ issued, URL: url }) => issued !== undefined && url !== undefined);
    writeFileSync(join(folder, 'refs.bib'), bibliography('biblatex', '', whole));
    const { status, stdout, stderr } = run(folder, 'biber', ['--tool', '--validate-datamodel', 'refs.bib']);
    assert.doesNotMatch(stdout + stderr, /^(?:WARN|ERROR)/m);
    assert.equal(status, 0);
  });
});

function bibliography(format: BibliographyFormat, start = '', items = kinds): string {
  return items.reduce((text, item) => {
    const result = addEntry(format, text, item);
    return result.kind === 'added' ? applyEdits(text, result.edits) : assert.fail(JSON.stringify(result));
  }, start);
}

/** Styles may change case and quotation marks; markup of CSL-JSON in a headline is taken for markup. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/<\/?b>/g, '')
    .replace(/["'“”‘’]/g, '"')
    .replace(/\s+/g, ' ');
}

function run(cwd: string, program: string, options: readonly string[]) {
  return spawnSync(program, options, { cwd, encoding: 'utf8' });
}
