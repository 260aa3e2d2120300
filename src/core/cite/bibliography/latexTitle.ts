// Headlines in bibliographies that styles may change to another case.

import { latexText } from './latexText.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.&-]*/gu;
/** Words that English headlines write small in any style. */
const SMALL = /^(?:a|an|the|and|or|nor|but|of|in|on|at|to|by|for|from|as|with|via|vs|is)$/u;

/**
 * Gives a headline for a title field, in which braces keep the case of what must stay as it was published: in a
 * sentence in English its names and acronyms; the whole of a headline in title case or in another language, where
 * names cannot be told from other words.
 *
 * @example latexTitle("Rain stops play in Leeds, says BBC", "en") gives "Rain stops play in {Leeds}, says {BBC}".
 */
export function latexTitle(headline: string, language: string | undefined): string {
  const words = headline.match(WORD) ?? [];
  const later = words.slice(1).filter((word) => /^\p{L}/u.test(word) && !SMALL.test(word));
  const small = later.filter((word) => /^\p{Ll}/u.test(word)).length;
  const isSentence = /^en\b/iu.test(language ?? '') && small > later.length / 2;
  if (!isSentence) return `{${latexText(headline)}}`;
  let result = '';
  let from = 0;
  for (const { 0: word, index } of headline.matchAll(WORD)) {
    const isNamed = index > from || from > 0 ? /\p{Lu}/u.test(word) : /.\p{Lu}/u.test(word);
    const written = latexText(word);
    result += `${latexText(headline.slice(from, index))}${isNamed ? `{${written}}` : written}`;
    from = index + word.length;
  }
  return result + latexText(headline.slice(from));
}
