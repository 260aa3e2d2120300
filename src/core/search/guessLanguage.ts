// Tells which language a text is in, well enough to stem its words.

import { FUNCTION_WORDS } from './functionWords.ts';
import { STEM_LANGUAGES, type StemLanguage } from './stem.ts';

/** A longer text is judged by so many of its first words. */
const ENOUGH = 250;

/** The languages, by their place in the list, in which a word says little by itself. */
const LANGUAGES_OF = new Map<string, number[]>();
STEM_LANGUAGES.forEach((language, place) => {
  for (const word of FUNCTION_WORDS[language])
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), place]);
});

/**
 * Gives the language whose function words are among the folded words of a text, if it is clearly one of those that are stemmed: at least
 * two such words and half as many again as in any other language.
 *
 * @example guessLanguage(["die", "regierung", "hat", "sich", "mit", "allen", "geeinigt"]) gives "de".
 */
export function guessLanguage(terms: readonly string[]): StemLanguage | undefined {
  const counts = STEM_LANGUAGES.map(() => 0);
  for (let place = 0; place < terms.length && place < ENOUGH; place++) {
    const languages = LANGUAGES_OF.get(terms[place] ?? '');
    if (languages !== undefined)
      for (const language of languages) counts[language] = (counts[language] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  const language = counts.indexOf(most);
  const next = Math.max(...counts.filter((_, place) => place !== language));
  return most >= 2 && most >= next * 1.5 ? STEM_LANGUAGES[language] : undefined;
}
