// Where a passage may begin and end without cutting a word or a number.

import { gapBefore, isFirstUnit, type FoldedText } from './foldLetters.ts';
import { endsWithSign, isOneNumber, partsQuantity, signBehind } from './quantities.ts';
import { NUMERALS, partsNumerals } from './numerals.ts';
import { characterAt, isDigit, isPartible, isUnspaced, isWordCharacter } from './script.ts';

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const HYPHEN = /^[-‐‑]$/;
const APOSTROPHE = /^['’ʼ]$/;
const IN_NUMBER = /^(?:[.,:/٫٬'’\u00a0\u2007\u2009\u202f]|[-‐‑‒–—―−~〜])$/;
/** A range, and not what follows a year: "5 – 10". */
const SPACED_DASH = /^\s[-‐‑‒–−~〜]\s$/;
/** The thousands of a number may be parted by spaces, and so may its fraction. */
const THOUSANDS = /^\d{3}(?!\d)/;
const BEFORE_THOUSANDS = /(?<![\d.,])\d{1,3}$/;
const FRACTION = /^(?:[¼-¾⅐-⅞]|\d{1,2}[/⁄]\d{1,2}(?![\d/]))/;
const CURRENCY = /^\p{Sc}$/u;
/** UTF-16 units that are looked at for the rest of a word. */
const WORD = 60;
/** And for a number's sign, which may be the word "minus". */
const SIGN = 16;
const WORD_START = /^[\p{L}\p{M}\p{N}'’ʼ‐‑-]*/u;
const WORD_END = /[\p{L}\p{M}\p{N}'’ʼ‐‑-]*$/u;

/** Whether a passage may begin at the unit of that index: "5 million" may not where "1.5 million" stands. */
export function mayBegin(source: FoldedText, index: number): boolean {
  if (index === 0) return true;
  if (!isFirstUnit(source, index)) return false;
  const [before, after, gap] = around(source, index);
  // "A$" and "US$" are other currencies than "$".
  if (gap === '' && CURRENCY.test(after) && isWordCharacter(before)) return isPartible(before);
  if (!isWordCharacter(before) || !isWordCharacter(after)) return true;
  if (isInsideNumerals(source, index, gap)) return false;
  if (gap === '') return mayPart(before, after);
  // The elided article of "l’homme" can be left; the beginning of "O’Brien" is part of the name.
  if (APOSTROPHE.test(gap)) return !(/\p{Lu}/u.test(before) && /\p{Lu}/u.test(after));
  return !joins(gap, before, after) && !isInsideNumber(source, index, gap);
}

/** Whether a passage may end before the unit of that index: "they can" may not where "they can’t" stands. */
export function mayEnd(source: FoldedText, index: number): boolean {
  if (index >= source.letters.length) return true;
  if (!isFirstUnit(source, index)) return false;
  const [before, after, gap] = around(source, index);
  if (partsQuantity(source.text, source.ends[index - 1] ?? 0)) return false;
  if (!isWordCharacter(before) || !isWordCharacter(after)) return true;
  if (isInsideNumerals(source, index, gap)) return false;
  if (gap === '') return mayPart(before, after);
  if (APOSTROPHE.test(gap)) return /^s$/i.test(after) && mayEndBehind(source, index + 1);
  return !joins(gap, before, after) && !isInsideNumber(source, index, gap);
}

/** Whether the number that begins at the unit of that index has its sign or currency before it. */
export function hasSignBefore({ text, letters, starts }: FoldedText, index: number): boolean {
  if (!isDigit(characterAt(letters, index))) return false;
  const start = starts[index] ?? 0;
  return endsWithSign(text.slice(Math.max(0, start - SIGN), start));
}

/** Gives the sign behind the number that ends before the unit of that index. */
export function signAfter({ text, letters, ends }: FoldedText, index: number): string {
  if (index === 0 || !isDigit(characterAt(letters, index - 1))) return '';
  const end = ends[index - 1] ?? 0;
  return signBehind(text.slice(end, end + 8));
}

/** Gives what stands of a word before a place in a text, with its hyphens and apostrophes; nothing in scripts without spaces. */
export function wordBefore(text: string, place: number): string {
  if (place <= 0 || isPartible(characterAt(text, place - 1))) return '';
  return WORD_END.exec(text.slice(Math.max(0, place - WORD), place))?.[0] ?? '';
}

/** Gives what stands of a word behind a place in a text. */
export function wordBehind(text: string, place: number): string {
  if (isPartible(characterAt(text, place))) return '';
  return WORD_START.exec(text.slice(place, place + WORD))?.[0] ?? '';
}

function mayPart(before: string, after: string): boolean {
  return (isPartible(before) || isPartible(after)) && !isOneNumber(before, after);
}

/** In a script without spaces, the end of a line parts nothing. */
function isInsideNumerals({ text, letters, starts, ends }: FoldedText, index: number, gap: string): boolean {
  if (gap !== '' && gap !== '\n') return false;
  if (!isUnspaced(characterAt(letters, index - 1)) && !isUnspaced(characterAt(letters, index))) return false;
  const [end, start] = [ends[index - 1] ?? 0, starts[index] ?? 0];
  return partsNumerals(text.slice(Math.max(0, end - NUMERALS), end), text.slice(start, start + NUMERALS));
}

function isInsideNumber({ text, starts, ends }: FoldedText, index: number, gap: string): boolean {
  const isRange = SPACED_DASH.test(gap);
  if (!isRange && !/^\s$/.test(gap)) return false;
  const [end, start] = [ends[index - 1] ?? 0, starts[index] ?? 0];
  const [before, after] = [text.slice(Math.max(0, end - 9), end), text.slice(start, start + 9)];
  if (isRange) return Number(/\d+$/.exec(before)?.[0]) < Number(/^\d+/.exec(after)?.[0]);
  return (
    (THOUSANDS.test(after) && BEFORE_THOUSANDS.test(before)) || (FRACTION.test(after) && /\d$/.test(before))
  );
}

function joins(gap: string, before: string, after: string): boolean {
  return HYPHEN.test(gap) || (IN_NUMBER.test(gap) && isDigit(before) && isDigit(after));
}

function mayEndBehind(source: FoldedText, index: number): boolean {
  return index >= source.letters.length || gapBefore(source, index) !== '';
}

function around(source: FoldedText, index: number): readonly [before: string, after: string, gap: string] {
  return [
    characterAt(source.letters, index - 1),
    characterAt(source.letters, index),
    gapBefore(source, index).replace(IGNORABLE, ''),
  ];
}
