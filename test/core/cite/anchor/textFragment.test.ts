import assert from 'node:assert/strict';
import { textFragment, withTextFragment } from '../../../../src/core/cite/textFragment.ts';

const TEXT = [
  'It is a well-known song, and everybody in town sings it.',
  'Rain, wind & snow came on Monday. The song was sung again; nobody minded.',
  `The last paragraph is long. ${'It goes on and on about the weather. '.repeat(12)}Then it ends with a surprise.`,
  'Café society came too. The song was sung by the whole choir.',
].join('\n\n');

suite('Text fragments', () => {
  const fragment = (words: string, from = 0, to = from + words.length): string | undefined => {
    const start = TEXT.indexOf(words, from);
    return textFragment(TEXT, [start, start + (from === 0 ? words.length : to - from)]);
  };

  test('name a passage by its words', () => {
    const check = (words: string, expected: string): void =>
      assert.equal(fragment(words), `#:~:text=${expected}`);
    check('everybody in town sings it', 'everybody%20in%20town%20sings%20it');
    check('Rain, wind & snow came on Monday', 'Rain%2C%20wind%20%26%20snow%20came%20on%20Monday');
    check('a well-known song, and', 'a%20well%2Dknown%20song%2C%20and');
    check('erybody in town sings i', 'everybody%20in%20town%20sings%20it');
  });

  test('add context to few words and to words that stand elsewhere before', () => {
    assert.equal(fragment('well-known'), '#:~:text=It%20is%20a-,well%2Dknown,-song%2C%20and%20everybody');
    const last = TEXT.lastIndexOf('The song was sung');
    assert.equal(
      textFragment(TEXT, [last, last + 'The song was sung'.length]),
      '#:~:text=Caf%C3%A9%20society%20came%20too'.replace('Caf%C3%A9%20', '') +
        '-,The%20song%20was%20sung,-by%20the%20whole',
    );
  });

  test('name long passages and several blocks by beginning and end', () => {
    const start = TEXT.indexOf('Rain, wind');
    const end = TEXT.indexOf('a surprise') + 'a surprise'.length;
    assert.equal(
      textFragment(TEXT, [start, end]),
      '#:~:text=Rain%2C%20wind%20%26%20snow%20came,ends%20with%20a%20surprise',
    );
    const long = TEXT.indexOf('The last paragraph');
    assert.match(
      textFragment(TEXT, [long, end]) ?? '',
      /^#:~:text=The%20last%20paragraph%20is,ends%20with%20a%20surprise$/,
    );
  });

  test('have no character that is syntax to an address or a note', () => {
    const odd = "(it's) ~so~ *bold* 100% a-b, c&d!";
    assert.match(textFragment(odd, [0, odd.length]) ?? '', /^#:~:text=[\w%.]+$/);
    assert.equal(textFragment('…', [0, 1]), undefined);
    assert.equal(
      textFragment('北京市政府宣布', [0, 5]),
      '#:~:text=%E5%8C%97%E4%BA%AC%E5%B8%82%E6%94%BF%E5%BA%9C',
    );
  });

  test('go behind an address', () => {
    const check = (url: string, expected: string): void =>
      assert.equal(withTextFragment(url, 'Rain stops play in the end.', [0, 15]), expected);
    const directive = ':~:text=Rain%20stops%20play,-in%20the%20end';
    check('https://example.org/a', `https://example.org/a#${directive}`);
    check('https://example.org/a#top', `https://example.org/a#top${directive}`);
    check('https://example.org/a#:~:text=old', `https://example.org/a#${directive}`);
    check('https://example.org/a#top:~:text=old', `https://example.org/a#top${directive}`);
  });
});
