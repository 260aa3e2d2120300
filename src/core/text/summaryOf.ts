// The beginning of an article in one line, for lists.

import { cutAtWord } from './cutAtWord.ts';
import { sentences } from './sentences.ts';

/**
 * Gives the first whole sentences that fit into `limit` UTF-16 units, in one line; where not even the first
 * fits, its beginning cut at a word with "…".
 *
 * @example "One came.\n\nTwo left. Three stayed for the night.", 30 gives "One came. Two left."
 */
export function summaryOf(text: string, limit: number): string {
  let summary = '';
  for (const sentence of sentences(text.slice(0, limit * 4))) {
    const longer = summary === '' ? sentence : `${summary} ${sentence}`;
    if (longer.length > limit) return summary === '' ? cutAtWord(sentence, limit) : summary;
    summary = longer;
  }
  return summary;
}
