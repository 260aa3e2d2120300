// How long a text takes to read.

import { countWords } from './wordCount.ts';

const WORDS_PER_MINUTE = 238;
const IDEOGRAPHS_PER_MINUTE = 500;

/**
 * Gives the reading time of plain text in whole minutes: 0 for a text without words, else at least 1. 238
 * words a minute is the mean for non-fiction that Brysbaert found (2019, Journal of Memory and Language 109).
 *
 * @example 950 English words give 4.
 */
export function readingMinutes(text: string): number {
  const { words, ideographs } = countWords(text);
  if (words + ideographs === 0) return 0;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + ideographs / IDEOGRAPHS_PER_MINUTE));
}
