// What stands between two letters, as typography leaves it: one form for every quotation mark, dash and ellipsis.

import { narrow } from './narrow.ts';
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
const QUOTE = '["\'`´′″‴‵‶ʹ-ʽˊˋ‘’‚‛“”„‟«»‹›「」『』﹁﹂﹃﹄〝〞〟｢｣]';
/** Printers differ on which goes first, a closing mark or the full stop. */
const CLOSING_FIRST = new RegExp(`^\\s*(${QUOTE}+)\\s*([.,])`, 'u');
const IS_QUOTE = new RegExp(QUOTE, 'u');

/**
 * Gives the folded form of what stands between two letters. White space counts only where nothing else stands there.
 *
 * @param before The character before the gap; empty at the beginning.
 * @param after The character behind it.
 * @example foldGap(" — “", "d", "N") gives `-"`, and foldGap("\n", "n", "o") gives " ".
 */
export function foldGap(gap: string, before: string, after: string): string {
  const visible = narrow(gap).replace(SOFT_HYPHEN, '').replace(IGNORABLE, '');
  if (visible === '') return '';
  if (visible.trim() === '') return partsWords(before, after) ? ' ' : '';
  const broken = NUMBER_BREAK.test(visible) && isDigit(before) && isDigit(after);
  const folded = withoutRepeatedMark(visible)
    .replace(CLOSING_FIRST, '$2$1')
    .replace(ELLIPSIS, '…')
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .replace(/\s+/g, '');
  return broken ? `${folded} ` : folded;
}

/** Without the quotation mark that a speech has again before each of its paragraphs. */
function withoutRepeatedMark(gap: string): string {
  let end = gap.length;
  while (end > 0 && (IS_QUOTE.test(gap.charAt(end - 1)) || gap.charAt(end - 1) === ' ')) end--;
  const ending = gap.slice(0, end);
  if (ending.length === gap.length || ending.trimEnd().length === ending.length) return gap;
  const stop = ending.slice(0, ending.trimEnd().length);
  const parts = ending.slice(stop.length).split('\n').length - 1 > 1;
  return parts && !IS_QUOTE.test(stop) ? ending : gap;
}

/** White space beside a symbol ("12 €") and beside words that are written without spaces ("今年 3 月") is typography. */
function partsWords(before: string, after: string): boolean {
  if (isUnspaced(before) || isUnspaced(after)) return false;
  return isWordCharacter(before) && isWordCharacter(after);
}

/**
 * Whether two texts differ only by typography between the same two letters; a word parted at a line's end is the
 * word in one piece, and the one with a hyphen.
 */
export function sameGap(one: string, other: string, before: string, after: string): boolean {
  if (one === other) return true;
  if (isDigit(before) && !samePrimes(one, other)) return false;
  const [first, second] = [foldGap(one, before, after), foldGap(other, before, after)];
  if (first === second) return true;
  if (/[\p{Lu}\p{N}]/u.test(after)) return false;
  return (
    (HYPHENATION.test(one) && (second === '' || second === '-')) ||
    (HYPHENATION.test(other) && (first === '' || first === '-'))
  );
}

/** Whether what stands behind a number does not make feet inches, or minutes seconds. */
export function samePrimes(one: string, other: string): boolean {
  return (!isPrime(one) && !isPrime(other)) || strokesOf(one) === strokesOf(other);
}

/** Whether a text begins with a prime, which behind a number is no quotation mark. */
export function isPrime(text: string): boolean {
  return /^[′″‴]/.test(text);
}

/** How many strokes a prime has, or what is typed for it. */
function strokesOf(gap: string): number {
  if (gap.startsWith('‴')) return 3;
  if (/^(?:[″"“”]|['’′]{2})/.test(gap)) return 2;
  return /^['’′]/.test(gap) ? 1 : 0;
}

/** The punctuation at the edge of a passage, without quotation marks, which are the note's. */
export function edgeMarks(gap: string): string {
  return foldGap(gap, '', '').replaceAll('"', '').trim();
}
