// Headlines as outlets wrote them, through every format and back.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { addEntry } from '../../../src/core/cite/bibliography/addEntry.ts';
import type { BibliographyFormat } from '../../../src/core/cite/bibliography/bibliographyFormat.ts';
import { scanBibliography } from '../../../src/core/cite/bibliography/scanBibliography.ts';
import { applyEdits } from '../../../src/core/cite/bibliography/textEdit.ts';
import { citationKey } from '../../../src/core/cite/citationKey.ts';
import type { CslItem } from '../../../src/core/cite/reference/cslItem.ts';
import { reference } from '../../../src/core/cite/reference/reference.ts';
import { needProgram } from './needProgram.ts';

const HEADLINES = new URL('../../../../shared/corpora/headlines/headlines.jsonl.gz', import.meta.url);
const FILES: readonly (readonly [format: BibliographyFormat, name: string])[] = [
  ['biblatex', 'refs.bib'],
  ['bibtex', 'refs.bibtex'],
  ['csl-json', 'refs.json'],
  ['csl-yaml', 'refs.yaml'],
  ['hayagriva', 'refs.yml'],
  ['ris', 'refs.ris'],
];
/** Every so many lines of the file, so that all outlets and months are there. */
const STEP = 2000;

suite('Real headlines in bibliographies', function () {
  this.timeout(60_000);
  let items: readonly CslItem[] = [];
  const texts = new Map<BibliographyFormat, string>();
  suiteSetup(function () {
    if (existsSync(HEADLINES)) {
      items = references();
      for (const [format] of FILES) texts.set(format, bibliography(format, items));
      return;
    }
    process.stdout.write('      skipped: ../shared/corpora/headlines is absent\n');
    this.skip();
  });

  for (const [format, name] of FILES) {
    test(`${name} gives back every key, title and address`, () => {
      const text = texts.get(format) ?? '';
      const { entries, problems } = scanBibliography(format, text);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        entries.map(({ key, title, url }) => [key, words(title ?? ''), url]),
        items.map(({ id, title, URL: url }) => [id, words(title), url]),
      );
      for (const item of items.slice(-3))
        assert.deepEqual(addEntry(format, text, item), { kind: 'present', key: item.id });
    });
  }

  test('JSON and YAML are what they say', () => {
    assert.deepEqual(JSON.parse(texts.get('csl-json') ?? ''), items);
    const { references: list } = parse(texts.get('csl-yaml') ?? '') as {
      readonly references: readonly CslItem[];
    };
    assert.deepEqual(
      list.map(({ id }) => id),
      items.map(({ id }) => id),
    );
    assert.equal(Object.keys(parse(texts.get('hayagriva') ?? '') as object).length, items.length);
  });

  for (const [format, name] of FILES.slice(0, 4)) {
    test(`Pandoc prints the words of ${name} without a warning`, function () {
      needProgram('pandoc', this);
      const folder = mkdtempSync(join(tmpdir(), 'headlines-'));
      writeFileSync(join(folder, name), texts.get(format) ?? '');
      writeFileSync(join(folder, 'note.md'), '---\nnocite: "@*"\n---\n');
      const options = ['--citeproc', '--bibliography', name, '--to', 'plain', '--wrap', 'none', 'note.md'];
      const { stdout, stderr } = spawnSync('pandoc', options, { cwd: folder, encoding: 'utf8' });
      rmSync(folder, { recursive: true });
      assert.equal(stderr, '');
      const printed = words(stdout);
      for (const { title } of items) assert.ok(printed.includes(words(title)), title);
    });
  }
});

function references(): readonly CslItem[] {
  const taken = new Set<string>();
  return gunzipSync(readFileSync(HEADLINES))
    .toString('utf8')
    .trim()
    .split('\n')
    .filter((_, index) => index % STEP === 0)
    .map((line, index) => {
      const { title, source, first_seen: seen } = JSON.parse(line) as Readonly<Record<string, string>>;
      const publication = {
        ...{
          headline: title ?? '',
          byline: undefined,
          outlet: source,
          url: `https://example.org/${index}?a=1&b=_%20`,
        },
        ...{
          published: seen,
          updated: undefined,
          language: index % 2 === 0 ? 'en' : 'sv',
          section: undefined,
        },
        ...{ licence: undefined, sourceTitle: 'Headlines', sourceKind: 'files' as const },
      };
      const key = citationKey(publication, (made) => taken.has(made));
      taken.add(key);
      return reference(publication, { key, accessed: '2025-10-10' });
    });
}

function bibliography(format: BibliographyFormat, items: readonly CslItem[]): string {
  return items.reduce((text, item) => {
    const result = addEntry(format, text, item);
    return result.kind === 'added' ? applyEdits(text, result.edits) : assert.fail(JSON.stringify(result));
  }, '');
}

/** Typography and case are the style's. */
function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/\.{3}/g, '…')
    .replace(/["'“”‘’«»`´]+/g, '')
    .replace(/[-–—]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
