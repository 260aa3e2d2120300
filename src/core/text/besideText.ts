// What stands behind a label in one line.

import { RIGHT_TO_LEFT } from './rightToLeft.ts';

/**
 * Gives a description that stays behind its label where the label is written from right to left: digits would be drawn
 * on the other side of it otherwise (Unicode Standard Annex #9, isolates of section 2.4).
 *
 * @example besideText("أعلن المجلس", "3") gives "3" between U+2068 and U+2069; besideText("Council", "3") gives "3".
 */
export function besideText(label: string, description: string): string {
  if (description === '' || !RIGHT_TO_LEFT.test(label + description)) return description;
  return `\u2068${description}\u2069`;
}
