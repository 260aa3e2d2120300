// Marks what a quotation leaves out.

import { isUnspaced, isWordCharacter, characterAt } from './script.ts';
import { applyEdits, type WordEdit } from './restoreWords.ts';
import type { Altered } from './verdict.ts';

/**
 * Gives the words with a mark wherever words of the source are left out; undefined where the quotation differs in
 * another way too, as a mark would then say too little, where a "not" is left out, which no mark may hide, and where
 * what is left out is a part of a word or number.
 *
 * @example For "It was a road", compared with "It was a long, slow road", gives "It was a […] road".
 */
export function markOmission(words: string, { pieces, concerns }: Altered, mark = '[…]'): string | undefined {
  if (concerns.includes('order') || concerns.includes('negation')) return undefined;
  const edits: WordEdit[] = [];
  for (const { kind, quoted, sourceText } of pieces) {
    if (kind === 'same' || kind === 'marked') continue;
    if (kind !== 'dropped') return undefined;
    const hasWords = /[\p{L}\p{N}]/u.test(sourceText);
    const next = characterAt(words, quoted[0]);
    const isPart = /\S$/u.test(sourceText) && (next === '-' || isWordCharacter(next)) && !isUnspaced(next);
    const isEdge = quoted[0] === 0 || !/[\p{L}\p{N}]/u.test(words.slice(quoted[0]));
    if (hasWords && (isPart || isEdge)) return undefined;
    const text = hasWords ? `${mark}${/\s*$/u.exec(sourceText)?.[0] ?? ''}` : sourceText;
    edits.push({ range: quoted, text });
  }
  return edits.length === 0 ? undefined : applyEdits(words, edits);
}
