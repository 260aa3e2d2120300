// What goes into the full-text index.

import { tokens } from './tokens.ts';

/**
 * Gives a text as the index takes it: folded terms with a space between, which the database splits at spaces and
 * leaves alone otherwise.
 *
 * @example indexText("Été 2025: 北京") gives "ete 2025 北京 京".
 */
export function indexText(text: string): string {
  let terms = '';
  for (const token of tokens(text)) terms += terms === '' ? token.term : ` ${token.term}`;
  return terms;
}
