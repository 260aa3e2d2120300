import assert from 'node:assert/strict';
import { marked } from 'marked';
import type { Cited } from '../../../src/core/cite/attribution.ts';
import { attribution } from '../../../src/core/cite/attribution.ts';
import { insertionAt } from '../../../src/core/cite/insertionAt.ts';
import type { NoteLanguage } from '../../../src/core/cite/noteLanguage.ts';
import { writeQuotation } from '../../../src/core/cite/write/writeQuotation.ts';

const cited: Cited = {
  headline: 'Rain [Finally] Stops Play',
  byline: 'Ada Byron',
  outlet: 'The Example',
  url: 'https://example.org/rain_(2)',
  published: '2025-10-08',
  updated: undefined,
  language: 'en',
  section: undefined,
  licence: undefined,
  sourceTitle: 'notes',
  sourceKind: 'folder',
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

  test('names no outlet for a single file, whose source is a name of ours', () => {
    const single: Cited = { ...bare, sourceKind: 'files', sourceTitle: 'Documents' };
    assert.equal(attribution(single, 'markdown', 'en-GB'), '“Rain [Finally] Stops Play”');
    assert.equal(attribution(single, 'plain', 'en-GB'), '“Rain [Finally] Stops Play”');
    assert.match(attribution({ ...single, outlet: 'The Example' }, 'plain', 'en-GB'), /, The Example$/);
  });

  test('links a headline with brackets behind backslashes', async () => {
    for (const headline of ['a \\[b', 'a \\\\] b [c', '\\[x\\] (y)']) {
      const text = attribution({ ...bare, headline, url: 'https://example.org/' }, 'markdown', 'en-GB');
      const html = await marked.parse(text);
      const words = /<a href="https:\/\/example\.org\/">([^<]*)<\/a>/.exec(html)?.[1];
      assert.equal(words, headline, html);
    }
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
  const quotation = (words: string, by: Cited, language: NoteLanguage, locale: string): string =>
    writeQuotation(
      { words, key: undefined, paragraph: undefined, cited: by },
      language,
      { quotation: 'block', citation: 'words', marksOf: undefined },
      locale,
    ).text;
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
    assert.deepEqual(insertionAt(before, after, 'block\n'), { replaces: 0, text: expected });

  test('leaves exactly one empty line on either side', () => {
    check('', '', 'block\n');
    check('text', '', '\n\nblock\n');
    check('text\n', '', '\nblock\n');
    check('text\n\n', 'more', 'block\n\n');
    check('text\n\n', '\nmore', 'block\n');
    check('half ', 'line', '\n\nblock\n\n');
    check('text\n  \n', '', 'block\n');
  });

  const noted = (before: string, block: string): string => {
    const { replaces, text } = insertionAt(before, '', block);
    return before.slice(0, before.length - replaces) + text;
  };

  test('takes the place of an indent that would make it code', () => {
    assert.equal(noted('Text.\n\n    ', '> one\n> two\n'), 'Text.\n\n> one\n> two\n');
    assert.equal(noted('Text.\n\t', '> one\n'), 'Text.\n\n> one\n');
    assert.equal(noted('- item\n\nText.\n\n  ', '> one\n'), '- item\n\nText.\n\n> one\n');
  });

  test('stays in the list item whose indent the cursor has', () => {
    assert.equal(noted('- item\n\n  ', '> one\n>\n> two\n'), '- item\n\n  > one\n  >\n  > two\n');
    assert.equal(
      noted('1. item\n   more\n   ', '“one\n\ntwo”\n'),
      '1. item\n   more\n\n   “one\n\n   two”\n',
    );
    assert.equal(noted('- item\n  - deeper\n\n  ', '> one\n'), '- item\n  - deeper\n\n  > one\n');
    assert.equal(noted('- item\n\n\t', '> one\n> two\n'), '- item\n\n\t> one\n\t> two\n');
    // Four columns beyond the item's text would be code again.
    assert.equal(noted('- item\n\n        ', '> one\n'), '- item\n\n  > one\n');
  });
});
