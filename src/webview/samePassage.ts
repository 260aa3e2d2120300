// The guard against false quotations: offsets count in the text that the library has.

import type { Passage } from './textPlaces.ts';

/**
 * Carries a passage from one text over to another with the same words. Equal texts give the passage itself,
 * which is the rule; where the page's markup was read differently than when it was taken in, the same words
 * nearest to the same place are given, and undefined if they do not occur.
 */
export function samePassage(passage: Passage, from: string, to: string): Passage | undefined {
  if (from === to) return passage;
  const words = from.slice(...passage);
  const near = from === '' ? 0 : Math.round((passage[0] / from.length) * to.length);
  const before = to.lastIndexOf(words, near);
  const behind = to.indexOf(words, near);
  if (before < 0 && behind < 0) return undefined;
  const start = behind < 0 || (before >= 0 && near - before < behind - near) ? before : behind;
  return [start, start + words.length];
}
