import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  findQuotations,
  findQuotationsAgain,
  type NoteFindings,
} from '../../../../src/core/cite/find/findQuotations.ts';
import type { NoteLanguage } from '../../../../src/core/cite/noteLanguage.ts';

const languages: readonly NoteLanguage[] = [
  'markdown',
  'latex',
  'asciidoc',
  'restructuredtext',
  'org',
  'typst',
  'plain',
];

const piece = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    'word ',
    'It rained. ',
    '“',
    '”',
    '"',
    "'",
    '’',
    '@k1',
    '[@k2, para. 4]',
    '[^1]',
  ],
  ...[
    '\n\n[^1]: See [@k3].\n\n',
    '> ',
    '\n> ',
    '```\n',
    '---\n',
    '<!--',
    '-->',
    '$$',
    '$',
    '\\enquote{',
    '}',
    '{',
    '\\cite{k}',
  ],
  ...[
    '\\begin{quote}\n',
    '\\end{quote}\n',
    '%',
    '\\begin{verbatim}',
    '\\end{verbatim}',
    '`',
    '``',
    "''",
    '____\n',
    '----\n',
  ],
  ...[
    '[quote]\n',
    'cite:[k(4)]',
    '"`',
    '`"',
    ':cite:p:`k{p. 3}`',
    '\n\n   ',
    '[k]_',
    '::\n\n',
    '#+begin_quote\n',
    '#+end_quote\n',
  ],
  ...[
    '[cite:@k p. 3]',
    '#+begin_src\n',
    '#+end_src\n',
    '#quote(block: true)[',
    ']',
    '[',
    '(',
    ')',
    '#cite(<k>)',
    '/*',
    '*/',
  ],
  ...[
    '*',
    '_',
    '**',
    '- ',
    '1. ',
    '—',
    '— Ada, [@k]',
    '\\',
    '&amp;',
    '~',
    '#footnote[',
    '\\footnote{',
    '^[',
    '\ud83d\ude00',
    '\ud83d',
  ],
  ...[
    '<blockquote>',
    '</blockquote>',
    '| a |\n',
    '|---|\n',
    '\n> [!quote] @k9\n> ',
    '\n[^1]: See.\n[^2]: @k7\n',
    '.. note::\n\n   ',
    '[#f]_ ',
    '\n.. [#f] :cite:t:`k`\n',
    '[#]_ ',
    '\n.. [#] :cite:t:`k6`\n',
    '[@k1; @k2] ',
    '@k7 @k8',
    'cite:a;b',
    '#table(columns: 2, [',
    '#emph("x',
    '|===\n',
    '|cite:[k]\n',
    '[fn:1: See [cite:@k]]',
    '\\textelp{',
    '\\SI{3}{\\celsius}',
    '$40{,}000$',
    ' says @k5: “',
    '; ',
    'Hr. ',
    'http://x.y/&#35;`"',
  ],
);
const note = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

suite('Finding quotations again after a change', () => {
  for (const language of languages) {
    test(`gives what finding them afresh gives, in ${language}`, () => {
      fc.assert(
        fc.property(note, note, note, fc.nat(), fc.nat(), (head, tail, typed, from, length) => {
          const before = `${head}\n\nA paragraph.\n\n${tail}`;
          const start = from % (before.length + 1);
          const end = Math.min(before.length, start + (length % 20));
          const after = before.slice(0, start) + typed.slice(0, 12) + before.slice(end);
          assert.deepEqual(
            plain(findQuotationsAgain(findQuotations(before, language), after)),
            plain(findQuotations(after, language)),
          );
        }),
        { numRuns: 300 },
      );
    });

    test(`gives places in the note, and nothing else, in ${language}`, () => {
      fc.assert(
        fc.property(note, (text) => {
          const { quotations, citations } = findQuotations(text, language);
          for (const { words, places, range, keyRange, key, citation } of quotations) {
            assert.equal(places.length, words.length + 1);
            assert.ok(places.every((place, at) => place >= (places[at - 1] ?? 0) && place <= text.length));
            assert.ok(range[0] <= (places[0] ?? 0) && (places.at(-1) ?? 0) <= range[1], JSON.stringify(text));
            assert.equal(text.slice(...keyRange), key);
            assert.ok(citation[0] < citation[1]);
          }
          for (const { key, keyRange } of citations) assert.equal(text.slice(...keyRange), key);
        }),
        { numRuns: 300 },
      );
    });
  }

  test('reads only the parts around the change', () => {
    const paragraph = (index: number): string => `Paragraph ${index} says “it rained” [@k${index}].\n\n`;
    const before = Array.from({ length: 200 }, (_, index) => paragraph(index)).join('');
    const at = before.indexOf('Paragraph 100');
    const findings = findQuotations(before, 'markdown');
    const again = findQuotationsAgain(findings, `${before.slice(0, at)}x${before.slice(at)}`);
    const kept = again.chunks.filter((chunk) => findings.chunks.includes(chunk)).length;
    assert.ok(kept >= 97, `${kept} parts before the change were kept`);
    assert.equal(again.quotations.length, 200);
  });
});

function plain({ quotations, citations, chunks }: NoteFindings): unknown {
  return { quotations, citations, chunks: chunks.map(({ start, end }) => [start, end]) };
}
