// The paragraphs of an article's plain text.

import type { TextRange } from '../model/search.ts';

/**
 * Gives the range of each paragraph: what stands between empty lines.
 *
 * @example paragraphsOf("One.\n\nTwo.") gives [0, 4] and [6, 10].
 */
export function paragraphsOf(text: string): TextRange[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map(({ 0: paragraph, index }) => [
    index,
    index + paragraph.trimEnd().length,
  ]);
}
