// The names in a line that a page shows above or below its article.

import { authorNames } from './pageFacts.ts';

const PARTS = /\s*(?:[|•·]|\s[–—]\s|\n)\s*/u;
const DATED = /\b(?:1[89]|20)\d{2}\b|\b\d{1,2}:\d{2}\b|\b(?:updated|published|posted)\b/iu;
/** What follows the names in a line that begins with "By". */
const AFTER_NAMES = /(?:Updated|Published|Posted|Last modified)|\d/u;
const LONGEST = 100;

/**
 * Gives the authors that a byline names; a line with dates and times in it is none.
 *
 * @example "By Ada Byron | The Post" gives ["Ada Byron"].
 */
export function cleanByline(line: string | undefined): readonly string[] {
  const [whole = ''] = (line ?? '').split(PARTS);
  const first = /^by\s/iu.test(whole) ? (whole.split(AFTER_NAMES)[0] ?? '') : whole;
  return first.length > LONGEST || DATED.test(first) ? [] : authorNames([first]);
}
