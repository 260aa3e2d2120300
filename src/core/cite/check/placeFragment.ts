// Where the words of one fragment stand in a source, letter by letter and gap by gap.

import { createFinder, type Finder } from './finder.ts';
import { edgeMarks, isPrime, sameGap, samePrimes } from './foldGap.ts';
import { gapBefore, type FoldedText } from './foldLetters.ts';
import { losesDenial } from './hidesDenial.ts';
import { isNumeral } from './numerals.ts';
import { isHalfOfDay, isUnit, partsMeasure, signBehind } from './quantities.ts';
import type { Fragment } from './readMarks.ts';
import { characterAt, isDigit } from './script.ts';
import { hasSignBefore, mayBegin, mayEnd, signAfter, wordBefore, wordBehind } from './wordEdges.ts';

/** Work that is left, in units compared; shared by everything that is tried for one quotation. */
export interface Budget {
  units: number;
}

export interface Placed {
  /** Units of the source's letters. */
  readonly from: number;
  readonly to: number;
  /** Whether the first letter is a capital in one of the two only. */
  readonly otherCase: boolean;
  /** The quotation's final full stop or comma that the source does not have there. */
  readonly finalMark: string;
}

/** Gives the places in a stretch of the source's letters where the fragment stands, in order. */
export type Placer = (
  source: FoldedText,
  stretch: readonly [from: number, until: number],
  budget: Budget,
) => Generator<Placed>;

/** A full stop or comma that a note has inside its quotation marks. */
export const FINAL = /^[.,。，、،۔।]$/;
/** Punctuation that may go or come beside a mark (Chicago Manual of Style, 13.50 to 13.58). */
const BESIDE_MARKS = /^[.,;:…\-。，、；：،؛]*$/;
/** A sentence that ends so is no statement. */
export const NO_STATEMENT = /^[?!？！؟՞⁇⁈⁉‽]/;
/** In units compared. */
const CUT_QUANTITY = 500;
/** UTF-16 units that are looked at for the rest of a word. */
const BRACKETED = 60;
/** And for the half of a day. */
const UNIT = 8;
const SENTENCE_END = /(?:^|[.!?…。！？:"“”«»„\n])\s*["“”«»„‘’'(\[]*\s*$/u;

/**
 * Prepares the search for a fragment.
 *
 * @param besides Whether a mark stands before and behind it, where punctuation is the writer's.
 */
export function createPlacer(
  quoted: FoldedText,
  fragment: Fragment,
  besides: readonly [before: boolean, behind: boolean],
): Placer {
  const wanted = quoted.letters.slice(fragment.from, fragment.to);
  const swapped = swapCase(wanted);
  const plain = createFinder(wanted);
  const other =
    swapped === undefined || !(fragment.anyCase || !besides[0]) ? undefined : createFinder(swapped);
  const leading = edgeMarks(quoted.text.slice(fragment.stretch[0], quoted.starts[fragment.from]));
  const closing = quoted.text.slice(quoted.ends[fragment.to - 1], fragment.stretch[1]);
  const trailing = edgeMarks(closing);
  const [firstWord, lastWord] = [quoted.starts[fragment.from] ?? 0, quoted.ends[fragment.to - 1] ?? 0].map(
    (place) => wordWithBrackets(quoted.text, place),
  );

  const tryAt = (
    source: FoldedText,
    from: number,
    otherCase: boolean,
    budget: Budget,
  ): Placed | undefined => {
    const to = from + wanted.length;
    // Whether a quantity is cut takes longer to see.
    const [first, last] = [characterAt(source.letters, from), characterAt(source.letters, to - 1)];
    if (isDigit(last) || isNumeral(first) || isNumeral(last)) budget.units -= CUT_QUANTITY;
    if (!fragment.partStart && !mayBegin(source, from)) return undefined;
    if (!fragment.partEnd && !mayEnd(source, to)) return undefined;
    if (!besides[1] && partsMeasure(source.text, source.ends[to - 1] ?? 0)) return undefined;
    if (fragment.partStart && losesDenial(wordAround(source.text, source.starts[from] ?? 0), firstWord ?? ''))
      return undefined;
    if (fragment.partEnd && losesDenial(wordAround(source.text, source.ends[to - 1] ?? 0), lastWord ?? ''))
      return undefined;
    if (otherCase && !fragment.anyCase && !mayChangeCase(source, from)) return undefined;
    if (!sameGaps(quoted, fragment, source, from, budget)) return undefined;
    if (hasSignBefore(source, from) && !/[-\p{Sc}\p{Sm}]$/u.test(leading)) return undefined;
    if (!keepsSign(source, to, closing)) return undefined;
    const before = edgeMarks(gapBefore(source, from));
    if (!before.endsWith(leading) && !(besides[0] && BESIDE_MARKS.test(leading))) return undefined;
    const behind = edgeMarks(gapBefore(source, to));
    if (NO_STATEMENT.test(behind) && trailing !== '' && !behind.startsWith(trailing)) return undefined;
    const ends = behind.startsWith(trailing) || (besides[1] && BESIDE_MARKS.test(trailing));
    if (!ends && !FINAL.test(trailing)) return undefined;
    return { from, to, otherCase, finalMark: ends ? '' : trailing };
  };

  return function* (source, [from, until], budget) {
    const letters = until < source.letters.length ? source.letters.slice(0, until) : source.letters;
    const next = (finder: Finder, place: number): number => {
      const found = finder(letters, place);
      // A search looks at the fragment's length at least, even where the fragment stands everywhere.
      budget.units -= wanted.length + ((found < 0 ? letters.length : found) - place) / 8 + 64;
      return found < 0 ? Infinity : found;
    };
    let first = next(plain, from);
    let second = other === undefined ? Infinity : next(other, from);
    while (budget.units > 0 && Math.min(first, second) < Infinity) {
      const isOther = second < first;
      const placed = tryAt(source, Math.min(first, second), isOther, budget);
      if (placed !== undefined) yield placed;
      if (isOther && other !== undefined) second = next(other, second + 1);
      else first = next(plain, first + 1);
    }
  };
}

/** A small letter may become a capital anywhere; a capital may become small where only a sentence's beginning made it one. */
function mayChangeCase(source: FoldedText, from: number): boolean {
  const letter = characterAt(source.letters, from);
  if (letter !== letter.toUpperCase()) return true;
  const start = source.starts[from] ?? 0;
  return SENTENCE_END.test(source.text.slice(Math.max(0, start - 12), start));
}

/** Whether a number at the passage's end has the sign behind it that it has in the source. */
function keepsSign(source: FoldedText, to: number, closing: string): boolean {
  const sign = signAfter(source, to);
  if (sign === '') return true;
  return sign === signBehind(closing) || (isPrime(sign) && samePrimes(sign, closing));
}

function wordAround(text: string, place: number): string {
  return wordBefore(text, place) + wordBehind(text, place);
}

/** The word at a place, with what stands of it in brackets. */
function wordWithBrackets(text: string, place: number): string {
  const [before, behind] = [
    text.slice(Math.max(0, place - BRACKETED), place),
    text.slice(place, place + BRACKETED),
  ];
  const whole = [before, behind].map((part) => part.replace(/[[\]［］]/g, '')).join('');
  return wordAround(whole, before.replace(/[[\]［］]/g, '').length);
}

function sameGaps(
  quoted: FoldedText,
  fragment: Fragment,
  source: FoldedText,
  from: number,
  budget: Budget,
): boolean {
  const { starts, ends } = quoted;
  const shift = from - fragment.from;
  for (let unit = fragment.from + 1; unit < fragment.to; unit++) {
    budget.units--;
    const quotedGap = (starts[unit] ?? 0) - (ends[unit - 1] ?? 0);
    const sourceGap = (source.starts[unit + shift] ?? 0) - (source.ends[unit + shift - 1] ?? 0);
    if (quotedGap <= 0 && sourceGap <= 0) continue;
    budget.units -= 8;
    // Between the first letter and the others stands the bracket of "[T]he".
    const isCase = fragment.anyCase && unit === fragment.from + 1;
    const one = isCase ? gapBefore(quoted, unit).replace(/^[\]］〕]/, '') : gapBefore(quoted, unit);
    const two = gapBefore(source, unit + shift);
    if (one === two) continue;
    if (sameGap(one, two, characterAt(quoted.letters, unit - 1), characterAt(quoted.letters, unit))) continue;
    if (!isBeforeUnit(one, two, source, unit + shift)) return false;
  }
  return true;
}

/** White space between a number and its unit is typography: "5km", "3:30 pm". */
function isBeforeUnit(
  one: string,
  two: string,
  { text, letters, starts }: FoldedText,
  index: number,
): boolean {
  if (`${one}${two}`.trim() !== '' || !isDigit(characterAt(letters, index - 1))) return false;
  const start = starts[index] ?? 0;
  return isUnit(wordBehind(text, start)) || isHalfOfDay(text.slice(start, start + UNIT));
}

/** The same with the first letter in the other case; undefined for scripts without. */
function swapCase(letters: string): string | undefined {
  const first = characterAt(letters, 0);
  const swapped = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return swapped === first || swapped.length !== first.length
    ? undefined
    : swapped + letters.slice(first.length);
}
