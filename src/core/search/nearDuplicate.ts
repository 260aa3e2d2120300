// Tells near-duplicates, such as an agency's report in two newspapers, from different texts (Broder's MinHash over
// pairs of neighbouring words).

import { tokens } from './tokens.ts';

/** Shorter texts have too few pairs of words to compare. */
export const COMPARABLE_WORDS = 40;

/** From this share of common pairs on, texts are copies of each other: with a tenth of the words changed the median is
 * 0.69 and one in twenty is below 0.44, while texts that have nothing to do with each other stay below 0.1. */
export const COPY_SIMILARITY = 0.35;

// Ten bands of three: texts that share half their pairs meet in a band three times of four, those that share 0.7
// nearly always, and unrelated ones once in a thousand.
const BANDS = 10;
const ROWS = 3;
const BAND_RANGE = 2 ** 32;

/** The pairs of neighbouring words of a text, each as a number of 32 bits. */
export type WordPairs = ReadonlySet<number>;

/** Gives the pairs of neighbouring words, folded as search folds them. */
export function wordPairs(text: string): WordPairs {
  const pairs = new Set<number>();
  let before = 0;
  for (const { term } of tokens(text)) {
    const word = hashWord(term);
    if (before !== 0) pairs.add((Math.imul(before, 0x01000193) ^ word) >>> 0);
    before = word;
  }
  return pairs;
}

/** Gives the share of pairs that two texts have in common, of all their pairs (Jaccard). */
export function similarity(one: WordPairs, other: WordPairs): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let common = 0;
  for (const pair of small) if (large.has(pair)) common++;
  return common / (one.size + other.size - common);
}

/**
 * Gives the keys under which a text is looked up: two texts with a key in common are likely similar, and similar
 * texts likely have one in common. Each key is a whole number below 2^36.
 */
export function similarityBands(pairs: WordPairs): number[] {
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const pair of pairs) {
    for (let index = 0; index < minima.length; index++) {
      const value = scramble(pair, index);
      if (value < (minima[index] ?? 0)) minima[index] = value;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let key = 0x811c9dc5;
    for (let row = 0; row < ROWS; row++) key = scramble(key ^ (minima[band * ROWS + row] ?? 0), row);
    return band * BAND_RANGE + key;
  });
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0 || 1;
}

/** One of many functions that send a number to another as if by chance, chosen by `seed`. */
function scramble(value: number, seed: number): number {
  let mixed = Math.imul(value ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
