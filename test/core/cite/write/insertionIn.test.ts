import assert from 'node:assert/strict';
import { insertionIn } from '../../../../src/core/cite/write/insertionIn.ts';

suite('Insertion in AsciiDoc', () => {
  const rows: readonly (readonly [before: string, after: string, note: string])[] = [
    ['* item\n  ', '', '* item\n+\nblock\n'],
    ['* item\n  more\n  ', '\n* next\n', '* item\n  more\n+\nblock\n\n* next\n'],
    ['* item\n+\n', '', '* item\n+\nblock\n'],
    ['term:: words\n  ', '', 'term:: words\n+\nblock\n'],
    ['* item\n\n  ', '', '* item\n\nblock\n'],
    ['Text.\n\n   ', '', 'Text.\n\nblock\n'],
    ['Text\n', 'more', 'Text\n\nblock\n\nmore'],
  ];
  for (const [before, after, note] of rows) {
    test(JSON.stringify(before), () => {
      const { replaces, text } = insertionIn('asciidoc', before, after, 'block\n');
      assert.equal(before.slice(0, before.length - replaces) + text + after, note);
    });
  }

  test('other languages have their indents', () =>
    assert.deepEqual(insertionIn('markdown', '- item\n\n  ', '', '> one\n'), {
      replaces: 2,
      text: '  > one\n',
    }));
});
