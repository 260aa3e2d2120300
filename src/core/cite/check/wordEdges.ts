// Where a passage may begin and end without cutting a word or a number.

import { gapBefore, isFirstUnit, type FoldedText } from './foldLetters.ts';
import { characterAt, isDigit, isPartible, isWordCharacter } from './script.ts';

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const HYPHEN = /^[-‐‑]$/;
const APOSTROPHE = /^['’ʼ]$/;
const IN_NUMBER = /^[.,:/٫٬'’\u00a0\u2009\u202f]$/;
/** The thousands of a number may be parted by spaces. */
const THOUSANDS = /^\d{3}(?!\d)/;
const BEFORE_THOUSANDS = /(?<![\d.,])\d{1,3}$/;

/** Whether a passage may begin at the unit of that index: "5 million" may not where "1.5 million" stands. */
export function mayBegin(source: FoldedText, index: number): boolean {
  if (index === 0) return true;
  if (!isFirstUnit(source, index)) return false;
  const [before, after, gap] = around(source, index);
  if (!isWordCharacter(before) || !isWordCharacter(after)) return true;
  if (gap === '') return isPartible(before) || isPartible(after);
  // The elided article of "l’homme" can be left; the beginning of "O’Brien" is part of the name.
  if (APOSTROPHE.test(gap)) return !(/\p{Lu}/u.test(before) && /\p{Lu}/u.test(after));
  return !joins(gap, before, after) && !isInsideNumber(source, index, gap);
}

/** Whether a passage may end before the unit of that index: "they can" may not where "they can’t" stands. */
export function mayEnd(source: FoldedText, index: number): boolean {
  if (index >= source.letters.length) return true;
  if (!isFirstUnit(source, index)) return false;
  const [before, after, gap] = around(source, index);
  if (!isWordCharacter(before) || !isWordCharacter(after)) return true;
  if (gap === '') return isPartible(before) || isPartible(after);
  if (APOSTROPHE.test(gap)) return /^s$/i.test(after) && mayEndBehind(source, index + 1);
  return !joins(gap, before, after) && !isInsideNumber(source, index, gap);
}

function isInsideNumber({ text, starts, ends }: FoldedText, index: number, gap: string): boolean {
  if (gap !== ' ') return false;
  const [end, start] = [ends[index - 1] ?? 0, starts[index] ?? 0];
  return (
    THOUSANDS.test(text.slice(start, start + 4)) &&
    BEFORE_THOUSANDS.test(text.slice(Math.max(0, end - 5), end))
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
