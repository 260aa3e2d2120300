// Where the words of one fragment stand in a source, letter by letter and gap by gap.

import { createFinder, type Finder } from './finder.ts';
import { edgeMarks, sameGap } from './foldGap.ts';
import { gapBefore, type FoldedText } from './foldLetters.ts';
import type { Fragment } from './readMarks.ts';
import { characterAt, isDigit } from './script.ts';
import { mayBegin, mayEnd } from './wordEdges.ts';

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

/** Gives the first place from a unit of the source on, where the fragment stands. */
export type Placer = (source: FoldedText, from: number, budget: Budget) => Placed | undefined;

const FINAL = /^[.,。，、،۔।]$/;
/** Punctuation that may go or come beside a mark (Chicago Manual of Style, 13.50 to 13.58). */
const BESIDE_MARKS = /^[.,;:…\-。，、；：،؛]*$/;
/** A number without these is another one. */
const MINUS = /(?:^|[\s(])[-‐‑−–]$/;
const UNIT = /^\s?[%‰°]/;
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
  const trailing = edgeMarks(quoted.text.slice(quoted.ends[fragment.to - 1], fragment.stretch[1]));

  const tryAt = (
    source: FoldedText,
    from: number,
    otherCase: boolean,
    budget: Budget,
  ): Placed | undefined => {
    const to = from + wanted.length;
    if (!fragment.partStart && !mayBegin(source, from)) return undefined;
    if (!fragment.partEnd && !mayEnd(source, to)) return undefined;
    if (otherCase && !fragment.anyCase && !mayChangeCase(source, from)) return undefined;
    if (!sameGaps(quoted, fragment, source, from, budget)) return undefined;
    if (cutsNumber(source, from, to, leading, trailing)) return undefined;
    const before = edgeMarks(gapBefore(source, from));
    if (!before.endsWith(leading) && !(besides[0] && BESIDE_MARKS.test(leading))) return undefined;
    const behind = edgeMarks(gapBefore(source, to));
    const ends = behind.startsWith(trailing) || (besides[1] && BESIDE_MARKS.test(trailing));
    if (!ends && !FINAL.test(trailing)) return undefined;
    return { from, to, otherCase, finalMark: ends ? '' : trailing };
  };

  return (source, from, budget) => {
    const next = (finder: Finder, place: number): number => {
      const found = finder(source.letters, place);
      // A search looks at the fragment's length at least, even where the fragment stands everywhere.
      budget.units -= wanted.length + ((found < 0 ? source.letters.length : found) - place) / 8 + 64;
      return found < 0 ? Infinity : found;
    };
    let first = next(plain, from);
    let second = other === undefined ? Infinity : next(other, from);
    while (budget.units > 0 && Math.min(first, second) < Infinity) {
      const isOther = second < first;
      const placed = tryAt(source, Math.min(first, second), isOther, budget);
      if (placed !== undefined) return placed;
      if (isOther && other !== undefined) second = next(other, second + 1);
      else first = next(plain, first + 1);
    }
    return undefined;
  };
}

/** A small letter may become a capital anywhere; a capital may become small where only a sentence's beginning made it one. */
function mayChangeCase(source: FoldedText, from: number): boolean {
  const letter = characterAt(source.letters, from);
  if (letter !== letter.toUpperCase()) return true;
  const start = source.starts[from] ?? 0;
  return SENTENCE_END.test(source.text.slice(Math.max(0, start - 12), start));
}

/** Whether the source has a minus before the passage, or a per cent sign behind it, and the quotation has not. */
function cutsNumber(
  source: FoldedText,
  from: number,
  to: number,
  leading: string,
  trailing: string,
): boolean {
  const { letters } = source;
  const cutsMinus =
    isDigit(characterAt(letters, from)) && MINUS.test(gapBefore(source, from)) && !leading.endsWith('-');
  const cutsUnit =
    isDigit(characterAt(letters, to - 1)) && UNIT.test(gapBefore(source, to)) && !UNIT.test(trailing);
  return cutsMinus || cutsUnit;
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
    // Between the first letter and the others stands the bracket of "[T]he".
    if (fragment.anyCase && unit === fragment.from + 1 && sourceGap <= 0) continue;
    budget.units -= 8;
    const [one, two] = [gapBefore(quoted, unit), gapBefore(source, unit + shift)];
    if (one === two) continue;
    if (!sameGap(one, two, characterAt(quoted.letters, unit - 1), characterAt(quoted.letters, unit)))
      return false;
  }
  return true;
}

/** The same with the first letter in the other case; undefined for scripts without. */
function swapCase(letters: string): string | undefined {
  const first = characterAt(letters, 0);
  const swapped = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return swapped === first || swapped.length !== first.length
    ? undefined
    : swapped + letters.slice(first.length);
}
