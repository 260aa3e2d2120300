// The stems under which words are indexed, so that "elections" finds "election".

import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import english from 'wink-porter2-stemmer';
import { foldWord } from './foldWord.ts';

/** The languages whose words are stemmed (Snowball's algorithms; Porter's second one for English). */
export type StemLanguage = 'en' | 'de' | 'fr' | 'es' | 'ru' | 'sv';

const STEMMERS: Readonly<Record<StemLanguage, (word: string) => string>> = {
  en: english,
  // Snowball leaves "Lehrerinnen" and "Lehrerin" apart by one letter.
  de: (word) => german(word).replace(/(?<=\p{L}{3})inn$/u, 'in'),
  fr: french,
  es: spanish,
  ru: (word) => russian(word.replaceAll('ё', 'е')),
  sv: swedish,
};

export const STEM_LANGUAGES = Object.keys(STEMMERS) as readonly StemLanguage[];

/** The time of stemming grows with the square of a word's length, and no longer word has endings that matter. */
const LONGEST_STEMMED = 64;

/** Most words of a text were met before; this many are remembered for each language. */
const REMEMBERED = 50_000;
const memory = new Map(STEM_LANGUAGES.map((language) => [language, new Map<string, string>()]));

/**
 * Gives the folded stem of a word in lower case; the folded word itself where the language is not known or the word is too long to be one.
 *
 * @example stem("élections", "fr") gives "elect".
 */
export function stem(word: string, language: StemLanguage | undefined): string {
  if (language === undefined || word.length > LONGEST_STEMMED) return foldWord(word);
  const known = memory.get(language) ?? new Map<string, string>();
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  if (known.size >= REMEMBERED) known.clear();
  const found = foldWord(STEMMERS[language](word));
  known.set(word, found);
  return found;
}

/** Gives the language to stem by from a BCP 47 tag: "de-AT" gives "de"; undefined where its words are not stemmed. */
export function stemLanguage(tag: string | undefined): StemLanguage | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return STEM_LANGUAGES.find((language) => language === primary);
}
