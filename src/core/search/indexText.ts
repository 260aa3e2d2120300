// What goes into the full-text index.

import { stem, type StemLanguage } from './stem.ts';
import type { IndexWords } from './indexWords.ts';

/**
 * Gives a text's words as the index takes them: stems with a space between, which the database splits at spaces and
 * leaves alone otherwise.
 *
 * @param forms Gets the folded words that differ from their stems, for prefixes that are longer than a stem.
 * @example The words of "Elections in 北京" in English give "elect in 北京 京", and "elections" is added to the forms.
 */
export function indexText(
  { terms, words }: IndexWords,
  language: StemLanguage | undefined,
  forms: Set<string>,
): string {
  if (language === undefined) return terms.join(' ');
  return terms
    .map((term, place) => {
      const word = words[place];
      const found = word === undefined ? term : stem(word, language);
      if (found !== term) forms.add(term);
      return found;
    })
    .join(' ');
}
