// The text of notes, as far as it needs no editor.

import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/cite/bibliography/textEdit.ts';
import { bibliographyOf } from '../../src/core/cite/bibliography/bibliographyOf.ts';
import type { NoteLanguage } from '../../src/core/cite/noteLanguage.ts';
import { markupOf } from '../../src/core/cite/write/markupOf.ts';
import { nameBibliography } from '../../src/host/notes/nameBibliography.ts';
import { referenceMarkup } from '../../src/host/notes/referenceMarkup.ts';
import { wordsInText } from '../../src/host/notes/wordsInText.ts';

const NAME = 'references.bib';

suite('Text of notes', () => {
  const named: readonly (readonly [language: NoteLanguage, note: string, expected: string])[] = [
    ['markdown', 'Text.\n', `---\nbibliography: ${NAME}\n---\n\nText.\n`],
    ['markdown', '---\ntitle: A\n---\nText.\n', `---\ntitle: A\nbibliography: ${NAME}\n---\nText.\n`],
    [
      'markdown',
      '---\r\ntitle: A\r\n---\r\nText.',
      `---\r\ntitle: A\r\nbibliography: ${NAME}\r\n---\r\nText.`,
    ],
    ['markdown', '---\n---\nText.\n', `---\nbibliography: ${NAME}\n---\nText.\n`],
    ['org', '#+title: A\n\nText.\n', `#+title: A\n#+bibliography: ${NAME}\n\nText.\n`],
    ['asciidoc', '= A\n:toc:\n\nText.\n', `= A\n:toc:\n:bibtex-file: ${NAME}\n\nText.\n`],
    ['typst', 'Text.', `Text.\n\n#bibliography("${NAME}")\n`],
    [
      'latex',
      '\\usepackage{biblatex}\n\\begin{document}\n\\end{document}\n',
      `\\usepackage{biblatex}\n\\addbibresource{${NAME}}\n\\begin{document}\n\\end{document}\n`,
    ],
  ];
  for (const [language, note, expected] of named) {
    test(`name a bibliography in ${language}: ${JSON.stringify(note)}`, () => {
      const edit = nameBibliography(note, language, NAME);
      assert.ok(edit);
      const text = applyEdits(note, [edit]);
      assert.equal(text, expected);
      assert.deepEqual(bibliographyOf(text, language), [NAME]);
    });
  }

  test('name no bibliography where a line does not do it', () => {
    const rows: readonly (readonly [NoteLanguage, string])[] = [
      ['latex', '\\begin{document}\n\\end{document}\n'],
      ['restructuredtext', 'Text.\n'],
      ['plain', 'Text.\n'],
    ];
    for (const [language, note] of rows) assert.equal(nameBibliography(note, language, NAME), undefined);
  });

  test('have references with their italics, and with the very words', () => {
    const rows: readonly (readonly [html: string, expected: string])[] = [
      [
        'Byron, A. (2026). Rain &amp; Sun. <i>The Example</i>.',
        'Byron, A. (2026). Rain & Sun. *The Example*.',
      ],
      ['A <i>b &#38; c</i>&nbsp;d *e*', 'A *b & c* d \\*e\\*'],
      ['<div class="csl-left-margin">[1]</div><div class="csl-right-inline">A</div>', '[1] A'],
      ['<i> </i>', ''],
    ];
    for (const [html, expected] of rows) assert.equal(referenceMarkup(html, markupOf('markdown')), expected);
  });

  test('are found where they were copied from', () => {
    const text = 'It rained  until noon.\n\nThen the sun came out.';
    const rows: readonly (readonly [words: string, found: string | undefined])[] = [
      ['rained until\r\nnoon.', 'rained  until noon.'],
      ['  until noon. Then the sun  ', 'until noon.\n\nThen the sun'],
      ['rained until midnight', undefined],
      ['noon.', undefined],
      ['x'.repeat(200_000), undefined],
    ];
    for (const [words, found] of rows) {
      const range = wordsInText(words, text);
      assert.equal(range && text.slice(...range), found);
    }
  });
});
