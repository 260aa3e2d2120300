import assert from 'node:assert/strict';
import { addEntry } from '../../../../src/core/cite/bibliography/addEntry.ts';
import {
  bibliographyFormat,
  type BibliographyFormat,
} from '../../../../src/core/cite/bibliography/bibliographyFormat.ts';
import { entryText } from '../../../../src/core/cite/bibliography/entryText.ts';
import { renameKey } from '../../../../src/core/cite/bibliography/renameKey.ts';
import { scanBibliography } from '../../../../src/core/cite/bibliography/scanBibliography.ts';
import { applyEdits } from '../../../../src/core/cite/bibliography/textEdit.ts';
import { parse } from 'yaml';
import { bare, kinds, odd, rain } from './samples.ts';

const FORMATS: readonly BibliographyFormat[] = [
  'biblatex',
  'bibtex',
  'csl-json',
  'csl-yaml',
  'hayagriva',
  'ris',
];

const mini = { ...bare, title: 'No' };

suite('Entries of bibliographies', () => {
  test('BibLaTeX', () => {
    assert.equal(
      entryText('biblatex', rain),
      `@article{byronrain2025,
  entrysubtype = {newspaper},
  author = {Byron, Ada and van Gogh, Vincent and {Associated Press}},
  title = {Rain stops play in {Leeds}, says {BBC}},
  journaltitle = {The Example Times},
  date = {2025-10-08},
  url = {https://www.example.org/rain_(2)?a=1&b=50%25},
  urldate = {2025-10-10},
  langid = {british},
}`,
    );
    assert.match(
      entryText('biblatex', odd),
      /^@online\{oddthing2024,\n {2}author = \{\{Health, Care \\& Co\}/,
    );
  });

  test('BibTeX', () => {
    assert.match(
      entryText('bibtex', rain),
      /journal = .*\n {2}year = \{2025\},\n {2}month = oct,\n {2}day = \{8\},/,
    );
    assert.match(entryText('bibtex', odd), /^@misc\{oddthing2024,/);
  });

  test('CSL-JSON', () => assert.deepEqual(JSON.parse(entryText('csl-json', odd)), odd));

  test('CSL-YAML', () => {
    const [read] = parse(entryText('csl-yaml', rain)) as readonly unknown[];
    assert.deepEqual(read, { ...rain, URL: rain.URL });
    assert.match(entryText('csl-yaml', odd), /title: "R&D costs \$5_000/);
  });

  test('Hayagriva', () => {
    assert.deepEqual(parse(entryText('hayagriva', rain)), {
      byronrain2025: {
        type: 'article',
        title: rain.title,
        author: ['Byron, Ada', 'van Gogh, Vincent', 'Associated Press'],
        date: '2025-10-08',
        url: { value: rain.URL, date: '2025-10-10' },
        language: 'en-GB',
        parent: { type: 'newspaper', title: 'The Example Times' },
      },
    });
    const [entry] = Object.values(
      parse(entryText('hayagriva', odd)) as Record<string, Record<string, unknown>>,
    );
    const { title, author } = entry ?? {};
    assert.deepEqual(title, { value: odd.title, verbatim: true });
    assert.deepEqual(author, [{ name: 'Health, Care & Co' }, 'O’Neil, Jr., Ann and Bob']);
    assert.deepEqual(parse(entryText('hayagriva', bare)), { bare: { type: 'article', title: 'Yes' } });
  });

  test('RIS', () => {
    assert.match(
      entryText('ris', rain),
      /^TY {2}- NEWS\nID {2}- byronrain2025\nTI {2}- Rain[^\n]*\nAU {2}- Byron, Ada\nAU {2}- van Gogh, Vincent\n[^]*\nDA {2}- 2025\/10\/08\/\n[^]*\nER {2}- $/,
    );
  });
});

suite('Adding to a bibliography', () => {
  for (const format of FORMATS) {
    test(`${format}: an empty file, again and again, in any line ends`, () => {
      for (const start of ['', '\uFEFF', '\n', '\r\n\r\n']) {
        const text = kinds.reduce((before, item) => added(format, before, item), start);
        const { entries, problems } = scanBibliography(format, text);
        assert.deepEqual(
          entries.map(({ key }) => key),
          kinds.map(({ id }) => id),
          text,
        );
        assert.deepEqual(problems, []);
        assert.ok(text.startsWith(start));
        if (start.includes('\r')) assert.doesNotMatch(text, /[^\r]\n/);
        for (const { key, keyRange, range } of entries) {
          assert.equal(text.slice(...keyRange), key);
          assert.ok(range[0] <= keyRange[0] && keyRange[1] <= range[1]);
        }
        for (const item of kinds)
          assert.deepEqual(addEntry(format, text, item), { kind: 'present', key: item.id });
        const read = entries.find(({ key }) => key === rain.id);
        assert.equal(read?.title, rain.title);
        assert.equal(read.url, rain.URL);
      }
    });

    test(`${format}: the same address under another key, and another text under the same key`, () => {
      const text = added(format, '', rain);
      const copy = { ...rain, id: 'other2025', URL: `${rain.URL ?? ''}&utm_source=feed#top` };
      assert.deepEqual(addEntry(format, text, copy), { kind: 'present', key: rain.id });
      const other = addEntry(format, text, { ...odd, id: rain.id });
      assert.equal(other.kind, 'refused');
    });

    test(`${format}: a renamed key`, () => {
      const text = added(format, added(format, '', rain), odd);
      const renamed = applyEdits(text, renameKey(format, text, rain.id, 'newkey'));
      assert.equal(renamed, text.replace(rain.id, 'newkey'));
      assert.deepEqual(renameKey(format, text, 'nobody', 'x'), []);
    });
  }

  test('refuses what is no bibliography', () => {
    assert.equal(addEntry(undefined, '', rain).kind, 'refused');
    assert.equal(addEntry('csl-json', '{"id": "a"}', rain).kind, 'refused');
    assert.equal(addEntry('csl-json', 'hello', rain).kind, 'refused');
    assert.equal(addEntry('hayagriva', '- a\n- b\n', rain).kind, 'refused');
  });

  const rows: readonly (readonly [
    name: string,
    format: BibliographyFormat,
    before: string,
    after: string,
  ])[] = [
    ['no final newline', 'biblatex', '@misc{a,}', '@misc{a,}\n\n@online{bare,\n  title = {{No}},\n}\n'],
    [
      'Windows line ends',
      'bibtex',
      '@misc{a,}\r\n',
      '@misc{a,}\r\n\r\n@misc{bare,\r\n  title = {{No}},\r\n}\r\n',
    ],
    [
      'an entry that is not closed',
      'biblatex',
      '@misc{a, title={x\n@misc{b,}\n',
      '@misc{a, title={x\n@misc{b,}\n\n@online{bare,\n  title = {{No}},\n}\n',
    ],
    ['one line', 'csl-json', '[{"id":"a"}]', '[{"id":"a"},{"id":"bare","type":"post-weblog","title":"No"}]'],
    [
      'one line with spaces',
      'csl-json',
      '[{"id": "a"}, {"id": "b"}]\n',
      '[{"id": "a"}, {"id": "b"}, {"id": "bare", "type": "post-weblog", "title": "No"}]\n',
    ],
    [
      'an item a line',
      'csl-json',
      '[\n{"id":"a"}\n]',
      '[\n{"id":"a"},\n{"id":"bare","type":"post-weblog","title":"No"}\n]',
    ],
    [
      'an indent of four',
      'csl-json',
      '[\n    {\n        "id": "a"\n    }\n]\n',
      '[\n    {\n        "id": "a"\n    },\n    {\n        "id": "bare",\n        "type": "post-weblog",\n        "title": "No"\n    }\n]\n',
    ],
    [
      'tabs and Windows line ends',
      'csl-json',
      '[\r\n\t{\r\n\t\t"id": "a"\r\n\t}\r\n]',
      '[\r\n\t{\r\n\t\t"id": "a"\r\n\t},\r\n\t{\r\n\t\t"id": "bare",\r\n\t\t"type": "post-weblog",\r\n\t\t"title": "No"\r\n\t}\r\n]',
    ],
    [
      'an empty list',
      'csl-json',
      '[]',
      '[\n  {\n    "id": "bare",\n    "type": "post-weblog",\n    "title": "No"\n  }\n]',
    ],
    [
      'a comma too many',
      'csl-json',
      '[{"id":"a"},]',
      '[{"id":"a"},{"id":"bare","type":"post-weblog","title":"No"},]',
    ],
    [
      'an item that is not closed',
      'csl-json',
      '[{"id":"a"},{"id":"b","title":"x]',
      '[{"id":"a"},{"id":"bare","type":"post-weblog","title":"No"},{"id":"b","title":"x]',
    ],
    [
      'a list under a name',
      'csl-yaml',
      'references:\n- id: a\n  title: A\n\nnocite: x\n',
      'references:\n- id: a\n  title: A\n- id: bare\n  type: post-weblog\n  title: "No"\n\nnocite: x\n',
    ],
    [
      'an indented list in a document',
      'csl-yaml',
      '---\nreferences:\n  -   id: a\n...\n',
      '---\nreferences:\n  -   id: a\n  -   id: bare\n      type: post-weblog\n      title: "No"\n...\n',
    ],
    [
      'a list alone without a newline',
      'csl-yaml',
      '- id: a',
      '- id: a\n- id: bare\n  type: post-weblog\n  title: "No"',
    ],
    [
      'a text that looks like a comment',
      'csl-yaml',
      '- id: a\n  abstract: |\n    x\n    # y\n# end\n',
      '- id: a\n  abstract: |\n    x\n    # y\n- id: bare\n  type: post-weblog\n  title: "No"\n# end\n',
    ],
    [
      'brackets',
      'csl-yaml',
      'references: [{id: a}]\n',
      'references: [{id: a}, {"id":"bare","type":"post-weblog","title":"No"}]\n',
    ],
    [
      'nothing under the name',
      'csl-yaml',
      'references:\n',
      'references:\n- id: bare\n  type: post-weblog\n  title: "No"\n',
    ],
    [
      'brackets below the name',
      'csl-yaml',
      'references:\n  [{"id":"a"}]\n',
      'references:\n  [{"id":"a"},{"id":"bare","type":"post-weblog","title":"No"}]\n',
    ],
    [
      'other metadata',
      'csl-yaml',
      '---\nnocite: x\n---\n',
      '---\nnocite: x\nreferences:\n- id: bare\n  type: post-weblog\n  title: "No"\n---\n',
    ],
    [
      'an indent of two',
      'hayagriva',
      'a:\n  type: web\n',
      'a:\n  type: web\n\nbare:\n  type: article\n  title: "No"\n',
    ],
    [
      'a record',
      'ris',
      'TY  - NEWS\r\nER  - \r\n',
      'TY  - NEWS\r\nER  - \r\nTY  - BLOG\r\nID  - bare\r\nTI  - No\r\nER  - \r\n',
    ],
  ];
  for (const [name, format, before, after] of rows) {
    test(`${format}: ${name}`, () => assert.equal(added(format, before, mini), after));
  }
});

suite('Bibliographies that nothing is added to', () => {
  for (const text of [
    'references: null\n',
    'references: ~',
    'references: {}\n',
    'references:\n  a: b\n',
    '---\nreferences: !!null # none\n---\n',
  ]) {
    test(JSON.stringify(text), () => assert.equal(addEntry('csl-yaml', text, mini).kind, 'refused'));
  }

  test('an entry behind a percent sign is none, also behind a byte order mark', () =>
    assert.equal(addEntry('bibtex', '\uFEFF% @misc{bare,\n% title={No}}\n', mini).kind, 'added'));
});

suite('Formats of bibliographies', () => {
  const rows: readonly (readonly [path: string, text: string, format: BibliographyFormat | undefined])[] = [
    ['a/refs.bib', '', 'biblatex'],
    ['refs.bibtex', '', 'bibtex'],
    ['refs.json', '', 'csl-json'],
    ['refs.ris', '', 'ris'],
    ['refs.yaml', '', 'csl-yaml'],
    ['refs.yml', '---\nreferences:\n- id: a\n', 'csl-yaml'],
    ['refs.yml', '- id: a\n', 'csl-yaml'],
    ['refs.yml', 'a:\n  type: web\n', 'hayagriva'],
    ['refs.txt', '', undefined],
  ];
  for (const [path, text, format] of rows) {
    test(`${path} ${JSON.stringify(text)}`, () => assert.equal(bibliographyFormat(path, text), format));
  }
  test('a new file of Typst', () => assert.equal(bibliographyFormat('a.yml', '', 'typst'), 'hayagriva'));
});

/** The text with the item in it; the rest must be as before. */
function added(format: BibliographyFormat, text: string, item: (typeof kinds)[number]): string {
  const result = addEntry(format, text, item);
  if (result.kind !== 'added') return assert.fail(JSON.stringify(result));
  for (const edit of result.edits) assert.equal(edit.remove, 0);
  return applyEdits(text, result.edits);
}
