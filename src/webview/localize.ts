// The page's own words in the language of VS Code.

import { PAGE_WORDS_ID, type PageWord } from '../core/model/pageWords.ts';
import { inEnglish, type LocalizedValue } from '../core/text/inEnglish.ts';

/** Gives words in the language that the shell brought along, in English where it brought none. */
export function localize(message: PageWord, ...values: readonly LocalizedValue[]): string {
  return inEnglish(translations[message] ?? message, ...values);
}

const translations = JSON.parse(document.getElementById(PAGE_WORDS_ID)?.textContent ?? '{}') as Readonly<
  Partial<Record<PageWord, string>>
>;
