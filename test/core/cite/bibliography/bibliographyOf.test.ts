import assert from 'node:assert/strict';
import {
  bibliographyOf,
  quartoBibliographies,
} from '../../../../src/core/cite/bibliography/bibliographyOf.ts';
import type { NoteLanguage } from '../../../../src/core/cite/noteLanguage.ts';

const rows: readonly (readonly [language: NoteLanguage, note: string, paths: readonly string[]])[] = [
  ['markdown', '---\nbibliography: refs.bib\n---\nText', ['refs.bib']],
  ['markdown', '\uFEFF---\r\ntitle: x\r\nbibliography: "a b/refs.json"\r\n...\r\n', ['a b/refs.json']],
  ['markdown', '---\nbibliography: [a.bib, "b.yml", a.bib]\n---\n', ['a.bib', 'b.yml']],
  ['markdown', '---\nbibliography:\n  - a.bib # one\n  - b.bib\ntitle: [\n---\n', ['a.bib', 'b.bib']],
  ['markdown', '---\nbibliography: https://x.example/refs.bib\n---\n', []],
  ['markdown', `---\nbibliography: ${'['.repeat(10_000)}\n---\n`, []],
  ['markdown', 'Text\n\n---\nbibliography: refs.bib\n---\n', []],
  ['markdown', '', []],
  [
    'latex',
    '\\addbibresource[location=local]{a.bib}\n% \\addbibresource{no.bib}\n\\addbibresource[location=remote]{http://x/y.bib}\n\\bibliography{b, c.bib}\n',
    ['a.bib', 'b.bib', 'c.bib'],
  ],
  ['typst', '#bibliography("refs.yml", title: "Works")\n// #bibliography("no.yml")', ['refs.yml']],
  ['typst', '#bibliography(("a.bib", "b.yml"), style: "apa")', ['a.bib', 'b.yml']],
  ['typst', '#show: paper.with(bibliography: bibliography("refs.bib"))', ['refs.bib']],
  ['org', '#+TITLE: x\n#+BIBLIOGRAPHY: refs.bib\n#+bibliography: "b c.json"\n', ['refs.bib', 'b c.json']],
  ['asciidoc', '= Title\n:bibtex-file: refs.bib\n', ['refs.bib']],
  ['restructuredtext', 'Text\n\n.. bibliography:: a.bib b.bib\n   :style: plain\n', ['a.bib', 'b.bib']],
  ['plain', '---\nbibliography: refs.bib\n---\n', []],
];

suite('Bibliographies of notes', () => {
  for (const [language, note, paths] of rows) {
    test(`${language}: ${JSON.stringify(note.slice(0, 60))}`, () =>
      assert.deepEqual(bibliographyOf(note, language), paths));
  }

  test('Quarto projects', () => {
    const yaml = 'project:\n  type: book\nbibliography:\n- refs.bib\ncsl: styles/apa.csl\n';
    assert.deepEqual(quartoBibliographies(yaml), ['refs.bib']);
    assert.deepEqual(quartoBibliographies('- a\n'), []);
  });
});
