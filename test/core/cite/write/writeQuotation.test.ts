import assert from 'node:assert/strict';
import type { Cited } from '../../../../src/core/cite/attribution.ts';
import type { NoteLanguage } from '../../../../src/core/cite/noteLanguage.ts';
import {
  writeCitation,
  writeQuotation,
  type QuotationStyle,
} from '../../../../src/core/cite/write/writeQuotation.ts';

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
const usual: QuotationStyle = { quotation: 'auto', citation: 'pandoc', marksOf: undefined };

suite('Writing quotations', () => {
  const check = (
    language: NoteLanguage,
    words: string,
    expected: string,
    style: Partial<QuotationStyle> = {},
    key: string | undefined = 'byron2025',
  ): void => {
    const quoted = { words, key, paragraph: 4, cited };
    assert.equal(writeQuotation(quoted, language, { ...usual, ...style }, 'en').text, expected);
  };

  test('inline', () => {
    check('markdown', 'It *rained*', '“It \\*rained\\*” [@byron2025, para. 4]');
    check('markdown', 'He said “no”.', '“He said ‘no’.” [@byron2025, para. 4]');
    check('markdown', 'Nein', '„Nein“ [@byron2025, para. 4]', { marksOf: 'de' });
    check('markdown', 'It rained', '“It rained”[^byron2025-4]', { citation: 'footnote' });
    check('latex', '5 % of R&D', '\\enquote{5 \\% of R\\&D} \\autocite[para.~4]{byron2025}');
    check('asciidoc', 'It *rained*', '"`It &#42;rained&#42;`" cite:[byron2025(4)]');
    check('restructuredtext', 'It *rained*', '“It \\*rained\\*” :cite:p:`byron2025{para. 4}`');
    check('org', 'It rained', '“It rained” [cite:@byron2025 para. 4]');
    check('typst', '#1 *so*', '“\\#1 \\*so\\*” @byron2025[para. 4]');
    check('plain', 'It *rained*', '“It *rained*” [@byron2025, para. 4]');
  });

  test('as a block', () => {
    const [words, style] = ['One.\n\nTwo.', usual];
    check('markdown', words, '> One.\n>\n> Two. [@byron2025, para. 4]\n', style);
    check(
      'latex',
      words,
      '\\begin{displayquote}[{\\autocite[para.~4]{byron2025}}]\nOne.\n\nTwo.\n\\end{displayquote}\n',
    );
    check('asciidoc', words, '[quote]\n____\nOne.\n\nTwo. cite:[byron2025(4)]\n____\n');
    check('restructuredtext', words, '   One.\n\n   Two. :cite:p:`byron2025{para. 4}`\n');
    check('org', words, '#+begin_quote\nOne.\n\nTwo. [cite:@byron2025 para. 4]\n#+end_quote\n');
    check('typst', words, '#quote(block: true, attribution: [@byron2025[para. 4]])[\nOne.\n\nTwo.\n]\n');
    check('plain', words, '“One.\n\n“Two.” [@byron2025, para. 4]\n');
  });

  test('is a block where a mark has no partner', () => {
    check('markdown', 'no,” he said', '> no,” he said [@byron2025, para. 4]\n', { quotation: 'inline' });
  });

  test('in words', () => {
    const by = 'Ada Byron, “[Rain Stops Play](https://example.org/rain)”, *The Example*, 8 October 2025';
    check('markdown', 'It rained', `“It rained” (${by})`, { citation: 'words' });
    const written = writeCitation(
      { key: 'byron2025', paragraph: 4, cited },
      'markdown',
      { ...usual, citation: 'footnote' },
      'en',
    );
    assert.deepEqual(written, {
      kind: 'inline',
      text: '[^byron2025-4]',
      definition: `[^byron2025-4]: ${by}, para. 4.\n`,
    });
  });
});
