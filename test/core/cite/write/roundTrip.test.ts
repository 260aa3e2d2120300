import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cited } from '../../../../src/core/cite/attribution.ts';
import { findQuotations } from '../../../../src/core/cite/find/findQuotations.ts';
import type { NoteLanguage } from '../../../../src/core/cite/noteLanguage.ts';
import { writeQuotation, type QuotationStyle } from '../../../../src/core/cite/write/writeQuotation.ts';

const languages: readonly NoteLanguage[] = [
  'markdown',
  'latex',
  'asciidoc',
  'restructuredtext',
  'org',
  'typst',
  'plain',
];

const cited: Cited = {
  headline: 'Rain Stops Play',
  byline: 'Ada Byron',
  outlet: 'The Example',
  url: 'https://example.org/rain',
  published: '2025-10-08',
  updated: undefined,
  language: 'en',
  section: undefined,
  licence: undefined,
  sourceTitle: 'notes',
  sourceKind: 'folder',
};

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('rain', 'It', 'Überraschung', 'état', 'x', 'dogs', 'said', '水', 'no.'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('5', '12%', '$5', '(so)', '[sic]', '[t]he', '…', '–', 'don’t', 'a@b.example'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '*so*',
        '_so_',
        '`so`',
        '#1',
        'R&D',
        '&amp;',
        'a_b',
        'a^b',
        '{x}',
        '\\n',
        '~',
        '<b>',
        '>',
        '|',
        '=',
        '===',
      ],
      ...[
        '--',
        '---',
        '...',
        '1.',
        'A.',
        '-',
        '+',
        '*',
        '/so/',
        '//',
        '=so=',
        '[[x]]',
        '[x](y)',
        '((x))',
        '(C)',
        '::',
      ],
      ...[
        '@key',
        '[@key]',
        'cite:[k]',
        '[cite:@k]',
        '\\cite{x}',
        '[^1]',
        'x_',
        '..',
        '$a$',
        '__',
        '**',
        "it's",
        '->',
      ],
      ...[
        'https://example.org/a_b_c',
        '“so”',
        '‘so’',
        '<<x>>',
        '{{x}}',
        '#[x]',
        ':so:',
        '%',
        "''",
        '"so"',
        'fn:1',
        '^',
      ],
    ),
  },
);
const sentence = fc
  .tuple(
    fc.constantFrom('Rain', 'The', '[T]he', '5', '*', '-', '1.', '#'),
    fc.array(word, { minLength: 1, maxLength: 9 }),
  )
  .map(([first, words]) => [first, ...words, 'end'].join(' '));

suite('Quotations written and found again', () => {
  const check = (
    words: string,
    language: NoteLanguage,
    style: QuotationStyle,
    paragraph: number | undefined,
  ): void => {
    const quoted = { words, key: 'byronrainstopsplay2025', paragraph, cited };
    const written = writeQuotation(quoted, language, style, 'en');
    const note = `Before.\n\n${written.text}\n\nAfter.\n\n${written.definition ?? ''}`;
    const { quotations } = findQuotations(note, language);
    assert.deepEqual(
      quotations.map((found) => [normal(found.words), found.key, /\d+/.exec(found.locator ?? '')?.[0]]),
      [[normal(words), quoted.key, paragraph === undefined ? undefined : String(paragraph)]],
      note,
    );
  };

  for (const language of languages) {
    for (const quotation of ['inline', 'block'] as const) {
      test(`${language}, ${quotation}`, () => {
        fc.assert(
          fc.property(
            fc.array(sentence, { minLength: 1, maxLength: quotation === 'block' ? 3 : 1 }),
            fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
            fc.constantFrom('pandoc' as const, 'footnote' as const),
            (paragraphs, paragraph, citation) => {
              // A dash and a name behind a full stop could be the attribution.
              fc.pre(!paragraphs.some((words) => /[.…]\S* ---? (?=\p{Lu})/u.test(words)));
              // Plain text knows no escape.
              fc.pre(language !== 'plain' || !paragraphs.some((words) => words.includes('@')));
              check(paragraphs.join('\n\n'), language, { quotation, citation, marksOf: 'en' }, paragraph);
            },
          ),
          { numRuns: 400 },
        );
      });
    }
  }

  test('in the quotation marks of many languages', () => {
    for (const marksOf of ['en', 'de', 'de-CH', 'fr', 'sv', 'pl', 'ru', 'ja', 'it', 'pt-BR']) {
      for (const language of languages) {
        const style = { quotation: 'inline', citation: 'pandoc', marksOf } as const;
        check('It’s the dogs’ day, and “no” is no answer', language, style, 4);
      }
    }
  });
});

/** Quotation marks of one kind, as a language sets them its own way, and white space as one space. */
function normal(words: string): string {
  return words
    .replace(/[“”„«»「」『』‹›]\u00a0?|\u00a0(?=[»])|''/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/"|''/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\n ?/g, '\n\n');
}
