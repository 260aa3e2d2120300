// The words of the pages, as their shells pass them on.

import { PAGE_WORDS, PAGE_WORDS_ID } from '../core/model/pageWords.ts';
import { localize } from './localize.ts';

/** BCP 47 tag of the language in which Broadsheet speaks, whatever VS Code does; a translation names its own. */
export function spokenLanguage(): string {
  return localize('en');
}

/** Gives the element of translations for a page; nothing of it runs, and nothing in it can end it. */
export function pageWordsElement(): string {
  const pairs = PAGE_WORDS.map((word) => [word, localize(word)] as const);
  const translated = Object.fromEntries(pairs.filter(([word, words]) => word !== words));
  const json = JSON.stringify(translated).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${PAGE_WORDS_ID}">${json}</script>`;
}
