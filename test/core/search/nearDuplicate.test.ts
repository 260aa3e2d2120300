import assert from 'node:assert/strict';
import {
  COPY_SIMILARITY,
  similarity,
  similarityBands,
  wordPairs,
} from '../../../src/core/search/nearDuplicate.ts';

const WORDS = Array.from({ length: 3000 }, (_, index) => `word${index.toString(36)}`);

suite('Near-duplicates', () => {
  const random = (seed: number): (() => number) => {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
  };
  /** Common words come often, as in any language. */
  const text = (seed: number, length: number): string[] => {
    const next = random(seed);
    return Array.from({ length }, () => WORDS[Math.floor(3000 * next() ** 3)] ?? '');
  };
  const edited = (words: readonly string[], share: number, seed: number): string[] => {
    const next = random(seed);
    return words.map((word) => (next() < share ? (WORDS[Math.floor(3000 * next())] ?? '') : word));
  };
  const compare = (one: readonly string[], other: readonly string[]): { alike: number; meet: boolean } => {
    const [first, second] = [wordPairs(one.join(' ')), wordPairs(other.join(' '))];
    const bands = new Set(similarityBands(first));
    return {
      alike: similarity(first, second),
      meet: similarityBands(second).some((band) => bands.has(band)),
    };
  };

  test('the same words are alike whatever their typography', () => {
    const one = wordPairs('The Prime Minister said, on Tuesday: “No.”');
    assert.equal(similarity(one, wordPairs('the prime minister said on tuesday "no"')), 1);
  });

  test('a text of no words is like nothing', () => {
    assert.equal(similarity(wordPairs(''), wordPairs('')), 0);
    assert.equal(similarity(wordPairs('one'), wordPairs('one two')), 0);
  });

  test('copies with a tenth of their words changed are found, and other texts are not', () => {
    const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
    const copies = seeds.map((seed) => {
      const original = text(seed, 120);
      return compare(original, edited(original, 0.1, seed + 1000));
    });
    const others = seeds.map((seed) => compare(text(seed, 120), text(seed + 5000, 120)));
    assert.ok(copies.every(({ alike }) => alike >= COPY_SIMILARITY));
    assert.ok(copies.filter(({ meet }) => meet).length >= 190);
    assert.ok(others.every(({ alike }) => alike < 0.1));
    assert.ok(others.filter(({ meet }) => meet).length <= 4);
  });

  test('keys are numbers that the database takes, and differ from band to band', () => {
    const bands = similarityBands(wordPairs(text(7, 80).join(' ')));
    assert.equal(new Set(bands).size, bands.length);
    assert.ok(bands.every((band) => Number.isSafeInteger(band) && band >= 0));
  });
});
