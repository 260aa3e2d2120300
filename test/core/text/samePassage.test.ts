import assert from 'node:assert/strict';
import { samePassage, samePlace } from '../../../src/core/text/samePassage.ts';

const PARAGRAPHS = [
  'The ferry runs again after nine days.',
  'Nobody had thought that it would come back this year, says a neighbour.',
  'The mayor asks for patience, and for umbrellas, until the quay is dry.',
];
const EXTRACT = PARAGRAPHS.join('\n\n');

suite('The same passage in another text', () => {
  const check = (words: string, near: number, from: string, to: string, expected: number | undefined) =>
    test(`${words} in ${to.slice(0, 30)}`, () => {
      const start = from.indexOf(words, near);
      const found = samePassage([start, start + words.length], from, to);
      assert.deepEqual(found, expected === undefined ? undefined : [expected, expected + words.length]);
    });

  check('two', 0, 'one two three', 'one two three', 4);
  check('two', 0, 'one two three', 'zero one two three', 9);
  check('two', 5, 'two one two', 'new two one two', 12);
  check('two', 0, 'one two three', 'one three', undefined);
});

suite('The same place in another version', () => {
  const check = (title: string, at: string, to: string, expected: string | undefined) =>
    test(title, () => {
      const place = samePlace(EXTRACT.indexOf(at), EXTRACT, to);
      assert.equal(place, expected === undefined ? 0 : to.indexOf(expected));
    });

  const whole = `A caption\n\n${EXTRACT}\n\nMore than the feed gave.`;
  check('goes on at the same words', 'The mayor', whole, 'The mayor');
  check('stays at the beginning', 'The ferry', whole, undefined);
  check('stays where nothing changed', 'umbrellas', EXTRACT, 'umbrellas');
  check(
    'goes on where the rest of the paragraph is new',
    'Nobody',
    `Correction.\n\n${PARAGRAPHS[1]?.slice(0, 50)} at all.`,
    'Nobody',
  );
  check('looks past what parts paragraphs', '\n\nThe mayor', whole.replaceAll('\n\n', '\n'), 'The mayor');
  check('begins anew where the words are gone', 'The mayor', 'Something else entirely.', undefined);
});
