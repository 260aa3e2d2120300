import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutAtWord } from '../../../src/core/text/cutAtWord.ts';
import { headlineKey } from '../../../src/core/text/headlineKey.ts';
import { readingMinutes } from '../../../src/core/text/readingMinutes.ts';
import { sentences } from '../../../src/core/text/sentences.ts';
import { summaryOf } from '../../../src/core/text/summaryOf.ts';
import { wordCount } from '../../../src/core/text/wordCount.ts';

suite('Words', () => {
  const check = (text: string, words: number, minutes: number) =>
    test(JSON.stringify(text.slice(0, 30)), () => {
      assert.equal(wordCount(text), words);
      assert.equal(readingMinutes(text), minutes);
    });

  check('', 0, 0);
  check(' – … ', 0, 0);
  check('Rain – and more rain', 4, 1);
  check('It’s 6.25 o’clock.', 3, 1);
  check('word '.repeat(950), 950, 4);
  check('港口今天关闭', 6, 1);
  check('雨'.repeat(1000), 1000, 2);
  check('바람이 분다', 2, 1);
});

suite('Sentences', () => {
  const check = (paragraph: string, expected: readonly string[]) =>
    test(JSON.stringify(paragraph), () => assert.deepEqual(sentences(paragraph), expected));

  check('', []);
  check('It rained.  Nobody\nleft.', ['It rained.', 'Nobody left.']);
  check('Gen. Marsh left the U.S. Senate on Oct. 3. He slept.', [
    'Gen. Marsh left the U.S. Senate on Oct. 3.',
    'He slept.',
  ]);
  check('下雨了。没有人走。', ['下雨了。', '没有人走。']);
});

suite('Cutting at a word', () => {
  const check = (line: string, limit: number, expected: string) =>
    test(`${line} at ${limit}`, () => assert.equal(cutAtWord(line, limit), expected));

  check('Short', 10, 'Short');
  check('The bridge, closed since May, reopens', 14, 'The bridge…');
  check('港口今天上午关闭', 5, '港口今天…');
  check('ab😀cd', 4, 'ab…');
});

suite('Summary', () => {
  const check = (text: string, limit: number, expected: string) =>
    test(`${text} at ${limit}`, () => assert.equal(summaryOf(text, limit), expected));

  check('', 30, '');
  check('One came.\n\nTwo left. Three stayed for the night.', 30, 'One came. Two left.');
  check('A sentence that is much too long for its line.', 22, 'A sentence that is…');
});

suite('Words, by any text', () => {
  test('the quick count is the count of runs with a letter or number in them', () => {
    const run = /\S*[\p{L}\p{N}]\S*/gu;
    const piece = fc.constantFrom('a', 'Ü', '5', '-', '–', '’', ' ', '\n', '\u00a0', 'я', '𝒳', '…', '.');
    fc.assert(
      fc.property(fc.string({ unit: piece }), (text) => {
        assert.equal(wordCount(text), text.match(run)?.length ?? 0);
      }),
    );
  });
});

suite('Headline key', () => {
  const check = (first: string, second: string, same: boolean) =>
    test(`${first} / ${second}`, () => {
      assert.equal(headlineKey(first) === headlineKey(second), same);
      assert.equal(headlineKey(headlineKey(first)), headlineKey(first));
    });

  check('Few at “Patriots-Only” Vote', "few at 'Patriots–only'  vote ", true);
  check('U.S. Envoy’s Visit', "US Envoy's visit", true);
  check('Ｆｕｌｌ Width', 'full width', true);
  check('Fund Gives $6.25 Billion', 'Fund Gives $625 Billion', false);
  check('Vote in May', 'Vote in March', false);
  check('???', '!!!', false);

  test('plain English gives what it gives beside a word of another script', () => {
    const piece = fc.constantFrom(...Array.from('aBz19 .,\'"-–—…“”’`$&/:()|+U.S.'));
    fc.assert(
      fc.property(fc.string({ unit: piece }), (text) => {
        const beside = headlineKey(`${text} я`);
        assert.equal(/[a-z0-9$|+]/i.test(text) ? `${headlineKey(text)} я` : 'я', beside);
      }),
      { numRuns: 2000 },
    );
  });
});
