// What stands between two letters, as typography leaves it: one form for every quotation mark, dash and ellipsis.

import { isDigit, isUnspaced, isWordCharacter } from './script.ts';

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** A soft hyphen at a line's end goes with the line's end. */
const SOFT_HYPHEN = /\u00ad\s*/g;
const ELLIPSIS = /[.\s]*[…⋯‥](?:[.\s]*[…⋯‥.])*|\.(?:\s?\.){2,}/g;
const QUOTES =
  /["'`´′″‴‵‶ʹ-ʽˊˋ‘’‚‛“”„‟«»‹›「」『』﹁﹂﹃﹄〝〞〟＂＇｢｣](?:\s*["'`´′″‴‵‶ʹ-ʽˊˋ‘’‚‛“”„‟«»‹›「」『』﹁﹂﹃﹄〝〞〟＂＇｢｣])*/g;
const DASHES = /[-‐‑‒–—―−⁃֊־﹘﹣－⸺⸻](?:\s*[-‐‑‒–—―−⁃֊־﹘﹣－⸺⸻])*/g;
/** Inside a number, a space behind the sign makes two numbers. */
const NUMBER_BREAK = /^[.,:/٫٬]\s/;
const HYPHENATION = /^[-‐‑]\s+$/;

/**
 * Gives the folded form of what stands between two letters. White space counts only where nothing else stands there.
 *
 * @param before The character before the gap; empty at the beginning.
 * @param after The character behind it.
 * @example foldGap(" — “", "d", "N") gives `-"`, and foldGap("\n", "n", "o") gives " ".
 */
export function foldGap(gap: string, before: string, after: string): string {
  const visible = gap.replace(SOFT_HYPHEN, '').replace(IGNORABLE, '');
  if (visible === '') return '';
  if (visible.trim() === '') return partsWords(before, after) ? ' ' : '';
  const broken = NUMBER_BREAK.test(visible) && isDigit(before) && isDigit(after);
  const folded = visible.replace(ELLIPSIS, '…').replace(QUOTES, '"').replace(DASHES, '-').replace(/\s+/g, '');
  return broken ? `${folded} ` : folded;
}

/** White space beside a symbol ("12 €") and between words that are written without spaces is typography. */
function partsWords(before: string, after: string): boolean {
  if (isUnspaced(before) && isUnspaced(after)) return false;
  return isWordCharacter(before) && isWordCharacter(after);
}

/**
 * Whether two texts differ only by typography between the same two letters; a word parted at a line's end is the
 * word in one piece, and the one with a hyphen.
 */
export function sameGap(one: string, other: string, before: string, after: string): boolean {
  if (one === other) return true;
  const [first, second] = [foldGap(one, before, after), foldGap(other, before, after)];
  if (first === second) return true;
  if (/[\p{Lu}\p{N}]/u.test(after)) return false;
  return (
    (HYPHENATION.test(one) && (second === '' || second === '-')) ||
    (HYPHENATION.test(other) && (first === '' || first === '-'))
  );
}

/** The punctuation at the edge of a passage, without quotation marks, which are the note's. */
export function edgeMarks(gap: string): string {
  return foldGap(gap, '', '').replaceAll('"', '').trim();
}
