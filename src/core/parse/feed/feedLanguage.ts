// The language that a feed names.

import { languageTag } from '../facts.ts';

/** Names that feeds write in the place of a tag. */
const NAMES: Readonly<Partial<Record<string, string>>> = {
  arabic: 'ar',
  chinese: 'zh',
  dutch: 'nl',
  english: 'en',
  french: 'fr',
  german: 'de',
  italian: 'it',
  japanese: 'ja',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
};

/** Gives the BCP 47 tag of the first that is one or names one: ["", "en-us"] gives "en-US". */
export function feedLanguage(written: readonly (string | undefined)[]): string | undefined {
  for (const language of written) {
    const name = language?.trim().toLowerCase() ?? '';
    const tag = Object.hasOwn(NAMES, name) ? NAMES[name] : languageTag(name);
    if (tag !== undefined && tag !== 'und') return tag;
  }
  return undefined;
}
