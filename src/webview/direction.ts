// In which direction a text is written.

import { RIGHT_TO_LEFT } from '../core/text/rightToLeft.ts';

const RIGHT_TO_LEFT_LETTERS = new RegExp(RIGHT_TO_LEFT, 'gu');
const LETTER = /\p{L}/gu;
/** UTF-16 units that are looked at. */
const ENOUGH = 4000;

/**
 * Gives the direction that most letters at the beginning have: an Arabic article may begin with a Latin name, which
 * `dir="auto"` would go by.
 *
 * @example directionOf("BBC: أعلن المجلس") gives "rtl".
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const beginning = text.slice(0, ENOUGH);
  const count = (letters: RegExp): number => beginning.match(letters)?.length ?? 0;
  return count(RIGHT_TO_LEFT_LETTERS) * 2 > count(LETTER) ? 'rtl' : 'ltr';
}
