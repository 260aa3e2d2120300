// What the library says, as its tests read it.

import type { Sentence } from '../src/core/model/userError.ts';
import { inEnglish } from '../src/core/text/inEnglish.ts';

/** Puts sentences behind each other, in English. */
export function inEnglishTogether(sentences: readonly Sentence[]): string {
  return sentences.map(({ template, values }) => inEnglish(template, ...values)).join(' ');
}
