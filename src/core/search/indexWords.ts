// The words of a text for the index, which needs them by the million and without their places.

import { withoutInvisible } from './foldWord.ts';
import { cutWord, LONGEST_WORD, tokens } from './tokens.ts';

export interface IndexWords {
  /** Folded. */
  readonly terms: readonly string[];
  /** In lower case as they stand; undefined for a piece of an unspaced run, which has no stem. */
  readonly words: readonly (string | undefined)[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/g;

/** Quotation marks, dashes and the like, which part words as a space does. */
const TYPOGRAPHY = /[\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u2000-\u206f\u20a0-\u20c0]/g;
const NONE: IndexWords = { terms: [], words: [] };

/** Gives the same words as `tokens` does, for plain English in a fraction of the time. */
export function indexWords(text: string): IndexWords {
  if (text === '') return NONE;
  const plain = withoutInvisible(text).replace(TYPOGRAPHY, ' ');
  if (ASCII.test(plain)) {
    const whole = plain.toLowerCase().match(ASCII_WORD) ?? [];
    const words = whole.some(({ length }) => length > LONGEST_WORD) ? whole.map(cutWord) : whole;
    return { terms: words, words };
  }
  const terms: string[] = [];
  const words: (string | undefined)[] = [];
  for (const run of plain.match(WORD) ?? []) {
    if (ASCII.test(run)) {
      const word = cutWord(run.toLowerCase());
      terms.push(word);
      words.push(word);
    } else {
      for (const { term, word } of tokens(run)) {
        terms.push(term);
        words.push(word);
      }
    }
  }
  return { terms, words };
}
