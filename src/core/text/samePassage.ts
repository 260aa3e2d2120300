// Finds the words of one text in another that is nearly the same.

import type { TextRange } from '../model/search.ts';

/** Lengths in which the words at a place are looked for, the longest first. */
const TRIED = [160, 80, 40, 20];

/**
 * Carries a passage from one text over to another with the same words. Equal texts give the passage itself; otherwise
 * the same words nearest to the same place are given, and undefined if they do not occur.
 */
export function samePassage(passage: TextRange, from: string, to: string): TextRange | undefined {
  if (from === to) return passage;
  const words = from.slice(...passage);
  const near = from === '' ? 0 : Math.round((passage[0] / from.length) * to.length);
  const before = to.lastIndexOf(words, near);
  const behind = to.indexOf(words, near);
  if (before < 0 && behind < 0) return undefined;
  const start = behind < 0 || (before >= 0 && near - before < behind - near) ? before : behind;
  return [start, start + words.length];
}

/**
 * Carries a reading place over to another version of the text: to where the words behind it stand there. The beginning
 * stays the beginning, whatever stands there, and a place whose words are gone becomes the beginning.
 *
 * @param place UTF-16 offset in `from`.
 * @example samePlace(5, "One. Two three four five six.", "New. One. Two three four five six.") gives 10.
 */
export function samePlace(place: number, from: string, to: string): number {
  if (place === 0 || from === to) return place;
  // What stands between two paragraphs may differ.
  const start = place + (/^\s*/.exec(from.slice(place))?.[0].length ?? 0);
  for (const length of TRIED) {
    const end = Math.min(start + length, from.length);
    const found = end - start < length / 2 ? undefined : samePassage([start, end], from, to);
    if (found !== undefined) return found[0];
  }
  return 0;
}
