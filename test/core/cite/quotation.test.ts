import assert from 'node:assert/strict';
import type { Cited } from '../../../src/core/cite/attribution.ts';
import { attribution } from '../../../src/core/cite/attribution.ts';
import { insertionAt } from '../../../src/core/cite/insertionAt.ts';
import { quotation } from '../../../src/core/cite/quotation.ts';

const cited: Cited = {
  headline: 'Rain [Finally] Stops Play',
  byline: 'Ada Byron',
  outlet: 'The Example',
  url: 'https://example.org/rain_(2)',
  published: '2025-10-08',
  language: 'en',
  sourceTitle: 'notes',
};

const bare: Cited = { ...cited, byline: undefined, outlet: undefined, url: undefined, published: undefined };

suite('Attribution', () => {
  test('names byline, headline, outlet, date and link', () => {
    assert.equal(
      attribution(cited, 'markdown', 'en-GB'),
      'Ada Byron, “[Rain \\[Finally\\] Stops Play](https://example.org/rain_%282%29)”, *The Example*, 8 October 2025',
    );
    assert.equal(
      attribution(cited, 'plain', 'en-GB'),
      'Ada Byron, “Rain [Finally] Stops Play”, The Example, 8 October 2025, <https://example.org/rain_(2)>',
    );
  });

  test('leaves out what is not known', () => {
    assert.equal(attribution(bare, 'markdown', 'en-GB'), '“Rain [Finally] Stops Play”, *notes*');
  });

  test('keeps a headline from being markup', () => {
    const headline = '*Exclusive*: <img src=x onerror=alert(1)>\n# “A”';
    assert.equal(
      attribution({ ...bare, headline }, 'markdown', 'en-GB'),
      '“\\*Exclusive\\*: \\<img src=x onerror=alert(1)> # “A””, *notes*',
    );
  });
});

suite('Quotation', () => {
  const check = (passage: string, expected: string): void =>
    assert.equal(quotation(passage, bare, 'markdown', 'en-GB'), expected);

  test('stands as one block with the exact words', () => {
    check(
      'It *stopped* at noon.',
      '> It \\*stopped\\* at noon.\n>\n> — “Rain [Finally] Stops Play”, *notes*\n',
    );
  });

  test('keeps paragraphs and lines apart', () => {
    check(
      'One.\n\nTwo,\nthree.\n\n\n',
      '> One.\n>\n> Two,\\\n> three.\n>\n> — “Rain [Finally] Stops Play”, *notes*\n',
    );
  });

  test('is in quotation marks in plain text', () => {
    assert.equal(
      quotation('One *two*.', bare, 'plain', 'en'),
      '“One *two*.”\n\n— “Rain [Finally] Stops Play”, notes\n',
    );
  });
});

suite('Insertion at the cursor', () => {
  const check = (before: string, after: string, expected: string): void =>
    assert.equal(insertionAt(before, after, 'block\n'), expected);

  test('leaves exactly one empty line on either side', () => {
    check('', '', 'block\n');
    check('text', '', '\n\nblock\n');
    check('text\n', '', '\nblock\n');
    check('text\n\n', 'more', 'block\n\n');
    check('text\n\n', '\nmore', 'block\n');
    check('half ', 'line', '\n\nblock\n\n');
    check('text\n  \n', '', 'block\n');
  });
});
