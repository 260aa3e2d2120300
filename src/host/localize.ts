// The words that the person reads, in the language of VS Code.

import type { Sentence } from '../core/model/userError.ts';
import { inEnglish, type Localize, type LocalizedValue } from '../core/text/inEnglish.ts';

let translate: Localize = inEnglish;

/**
 * Gives a sentence in the language of VS Code; in English as long as nobody said what translates. It is called with the
 * sentence itself, since a script looks for each in the source.
 *
 * @param message In English, with `{0}`, `{1}` … where the values go.
 * @example localize('Move {0} Feeds', 3) gives "Move 3 Feeds", or "3 Feeds verschieben"
 */
export function localize(message: string, ...values: readonly LocalizedValue[]): string {
  return translate(message, ...values);
}

/** Gives what a layer that knows no language says, in the language of VS Code. */
export function inTheirLanguage({ template, values }: Sentence): string {
  return translate(template, ...values);
}

/** Has sentences translated from now on; gives what has them in English again. Plain Node has no VS Code to ask. */
export function translateBy(given: Localize): () => void {
  translate = given;
  return () => {
    translate = inEnglish;
  };
}
