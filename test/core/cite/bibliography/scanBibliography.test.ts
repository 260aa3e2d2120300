import assert from 'node:assert/strict';
import type { BibliographyFormat } from '../../../../src/core/cite/bibliography/bibliographyFormat.ts';
import { plainLatex } from '../../../../src/core/cite/bibliography/latexText.ts';
import { renameKey } from '../../../../src/core/cite/bibliography/renameKey.ts';
import { scanBibliography } from '../../../../src/core/cite/bibliography/scanBibliography.ts';
import { applyEdits } from '../../../../src/core/cite/bibliography/textEdit.ts';

interface Row {
  readonly name: string;
  readonly format: BibliographyFormat;
  readonly text: string;
  /** Key, title and address of each entry. */
  readonly entries: readonly (readonly [key: string, title?: string | undefined, url?: string])[];
  readonly problems?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'every form of entry',
    format: 'biblatex',
    text: [
      'Some words, ada@example.org',
      '@string{times = "The Times"}',
      '@comment{ @misc{hidden, title={x}} }',
      '@Article {a:b-c/1 , title = "A {``}B{\'\'} \\& " # "C", url={https://x.example/a\\_b} } @misc(d, title=D)',
      '  % @misc{out, title={x}}',
      '@online{e,\n  title = {{E} with a @misc in it, and {a, b} = c},\n  howpublished = {\\url{https://x.example/e}}\n}',
      '@misc{f}',
    ].join('\n'),
    entries: [
      [
        'a:b-c/1',
        'A “B” & C'.replace(/[“”]/g, (mark) => (mark === '“' ? '``' : "''")),
        'https://x.example/a_b',
      ],
      ['d', 'D'],
      ['e', 'E with a @misc in it, and a, b = c', 'https://x.example/e'],
      ['f'],
    ],
  },
  {
    name: 'errors',
    format: 'bibtex',
    text: '@misc{a title={A}}\n@misc{b, title={B\n@misc{c, title={C}}\n@misc{, title={D}}\n@misc{c,}\n@misc{e',
    entries: [['b', 'B'], ['c', 'C'], ['c']],
    problems: [
      'An entry “@misc” has no key.',
      'The entry “b” has no closing bracket.',
      'An entry “@misc” has no key.',
      'An entry “@misc” has no key.',
      'The key “c” is used by another entry above.',
    ],
  },
  {
    name: 'escapes, numbers and nested objects',
    format: 'csl-json',
    text: '\uFEFF[{"id":"a","title":"\\u0041 \\"B\\"","author":[{"family":"x","id":"no"}],"URL":"https:\\/\\/x.example/"},\n{"title":"T","id":7,"custom":{"title":"no"}}]',
    entries: [
      ['a', 'A "B"', 'https://x.example/'],
      ['7', 'T'],
    ],
  },
  {
    name: 'errors',
    format: 'csl-json',
    text: '[{"id":"a","title":"A",\n{"id":"b","title":"B\n},{"title":"C"},{"id":"b"},{"id":"e"',
    entries: [['a', 'A'], ['b', 'B'], ['b'], ['e']],
    problems: [
      'The item “a” is not closed.',
      'An item of the list has no “id”.',
      'The item “e” is not closed.',
      'The list has no closing bracket.',
      'The key “b” is used by another entry above.',
    ],
  },
  {
    name: 'no list',
    format: 'csl-json',
    text: '{"a": 1}',
    entries: [],
    problems: ['The file is no list of references.'],
  },
  { name: 'nothing', format: 'csl-json', text: '\uFEFF \n', entries: [] },
  {
    name: 'every form of text',
    format: 'csl-yaml',
    text: [
      '---',
      'references:',
      '- id: a # first',
      "  title: 'It''s'",
      '  URL: https://x.example/#/a',
      '-',
      '  title: >-',
      '    Two',
      '    lines',
      '  id: "b"',
      '  author:',
      '  - family: x',
      '    id: no',
      '- {id: c, URL: "https://x.example/c"}',
      '- title: "Rain\\u0021 and',
      '    more"',
      '  id: d',
      'other: x',
      '- id: no',
      '...',
    ].join('\r\n'),
    entries: [
      ['a', 'It’s'.replace('’', "'"), 'https://x.example/#/a'],
      ['b', 'Two lines'],
      ['c', undefined, 'https://x.example/c'],
      ['d', 'Rain! and more'],
    ],
  },
  {
    name: 'errors',
    format: 'csl-yaml',
    text: '- id: a\n  title: "A\n- title: B\n- id: a\n\ttitle: C\n',
    entries: [['a', 'A'], ['a']],
    problems: [
      'An item of the list has no “id”.',
      'A line is indented by a tab, which YAML does not allow.',
      'The key “a” is used by another entry above.',
    ],
  },
  {
    name: 'every form of text',
    format: 'hayagriva',
    text: 'a:\n  type: web\n  title: "{A}: B"\n  url: {value: "https://x.example/a", date: 2025}\n\n"b c":\n    title:\n        value: B\n    url:\n        value: https://x.example/b\n        date: 2025\n    parent:\n        title: no\n',
    entries: [
      ['a', 'A: B', 'https://x.example/a'],
      ['b c', 'B', 'https://x.example/b'],
    ],
  },
  {
    name: 'errors',
    format: 'hayagriva',
    text: 'a:\n  title: "A\n%%%\njust words\na:\n  title: B\n',
    entries: [
      ['a', 'A'],
      ['a', 'B'],
    ],
    problems: [
      'A line is neither a key nor part of an entry.',
      'The key “a” is used by another entry above.',
    ],
  },
  {
    name: 'records with and without keys',
    format: 'ris',
    text: 'TY  - NEWS\r\nT1  - A\r\nID  - a \r\nUR  - https://x.example/a\r\nER  - \r\n\r\nTY  - NEWS\r\nER  -\r\nTY - NEWS\r\nID  - b\r\n',
    entries: [['a', 'A', 'https://x.example/a'], ['b']],
    problems: ['The record “b” has no end (“ER  - ”).'],
  },
];

suite('Reading bibliographies', () => {
  for (const { name, format, text, entries, problems = [] } of rows) {
    test(`${format}: ${name}`, () => {
      const found = scanBibliography(format, text);
      assert.deepEqual(
        found.entries.map(({ key, title, url }) => [key, title, url]),
        entries.map(([key, title, url]) => [key, title, url]),
      );
      for (const { key, keyRange } of found.entries) assert.equal(text.slice(...keyRange), key);
      assert.deepEqual(
        found.problems.map(({ sentence }) => sentence),
        problems,
      );
    });
  }

  test('whatever is cut off or put together, nothing throws', () => {
    for (const { format } of rows) {
      for (const { text } of rows) {
        for (let end = 0; end <= text.length; end += 3) {
          const part = text.slice(end) + text.slice(0, end);
          for (const cut of [part, part.slice(0, end)]) {
            for (const { range, keyRange } of scanBibliography(format, cut).entries) {
              assert.ok(range[0] <= keyRange[0] && keyRange[1] <= range[1] && range[1] <= cut.length, cut);
            }
          }
        }
      }
    }
  });

  test('takes long hostile files', () => {
    const hostile: readonly (readonly [BibliographyFormat, string])[] = [
      ['biblatex', '@comment{'.repeat(20_000)],
      ['biblatex', '@a{b,'.repeat(20_000)],
      ['biblatex', '\n@a{b,'.repeat(20_000)],
      ['biblatex', `${'@a{b}'.repeat(20_000)},`],
      ['biblatex', '{'.repeat(200_000)],
      ['csl-json', '['.repeat(200_000)],
      ['csl-json', '[{"id":"a",'.repeat(20_000)],
      ['csl-yaml', '- '.repeat(100_000)],
      ['csl-yaml', '- id: a\n'.repeat(10_000)],
      ['hayagriva', `a:\n${' '.repeat(200_000)}`],
      ['ris', 'TY  - \n'.repeat(20_000)],
    ];
    for (const [format, text] of hostile) scanBibliography(format, text);
  });

  test('renames what refers to an entry in a .bib file', () => {
    const text = '@misc{a, crossref={a}}\n@misc{b, related = "b, a,ab", xdata={ab}}\n';
    assert.equal(
      applyEdits(text, renameKey('biblatex', text, 'a', 'new')),
      '@misc{new, crossref={new}}\n@misc{b, related = "b, new,ab", xdata={ab}}\n',
    );
  });

  const latex: readonly (readonly [string, string])[] = [
    ["{M}\\\"uller \\& {\\'E}t\\'e", 'Müller & Été'],
    ['\\v{C}apek, \\c c, \\ss, {\\o}re, 5\\,\\%', 'Čapek, ç, ß, øre, 5,%'],
    ['a~b -- c', 'a b – c'],
  ];
  for (const [written, plain] of latex) test(written, () => assert.equal(plainLatex(written), plain));
});
