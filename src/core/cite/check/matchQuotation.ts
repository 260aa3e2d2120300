// Whether a quotation is its source's words, as they stand or with what was changed marked.

import type { TextRange } from '../../model/search.ts';
import { gapBefore, type FoldedText } from './foldLetters.ts';
import { hasNegation } from './negations.ts';
import { createPlacer, type Budget, type Placed, type Placer } from './placeFragment.ts';
import type { PreparedText } from './prepareSource.ts';
import type { Fragment, MarkedWords } from './readMarks.ts';
import { isUnspaced } from './script.ts';
import type { AlteredAsMarked, Exact, Mark } from './verdict.ts';

/** What a quotation is compared with, and where its locator says that it stands. */
export interface Place {
  readonly source: PreparedText;
  /** A paragraph's range in the source's text. */
  readonly near: TextRange | undefined;
}

/** So many places of the first fragment are tried. */
const TRIED = 64;
const FRAGMENTS = 500;
/** So short a fragment stands anywhere; it must be near the fragment that it is joined to. */
const SHORT_LETTERS = 10;
const SHORT_UNSPACED = 4;
const NEAR = 1000;

/**
 * Gives the verdict where the quotation, taken as it stands, brackets and dots included, is in the source. The first
 * letter's case and a final full stop make it altered as marked.
 */
export function matchWhole(
  words: FoldedText,
  place: Place,
  budget: Budget,
): Exact | AlteredAsMarked | undefined {
  const end = words.text.length;
  const whole: Fragment = {
    from: 0,
    to: words.letters.length,
    stretch: [0, end],
    joint: 'none',
    marks: [0, 0],
    replaces: 0,
    anyCase: false,
    partStart: false,
    partEnd: false,
  };
  return matchMarked(words, { fragments: [whole], closing: [end, end] }, place, budget);
}

/** Gives the verdict where the fragments of a quotation are in the source, in order and without overlaps. */
export function matchMarked(
  words: FoldedText,
  marked: MarkedWords,
  place: Place,
  budget: Budget,
): Exact | AlteredAsMarked | undefined {
  const { fragments, closing } = marked;
  const [first] = fragments;
  if (first === undefined || fragments.length > FRAGMENTS) return undefined;
  const placers = fragments.map((fragment, index) =>
    createPlacer(words, fragment, [
      fragment.joint !== 'none',
      index + 1 < fragments.length || closing[0] < closing[1],
    ]),
  );
  const { folded } = place.source;
  let best: readonly Placed[] | undefined;
  let bestDistance = Infinity;
  for (let from = 0, tried = 0; tried < TRIED && budget.units > 0; tried++) {
    const start = placers[0]?.(folded, from, budget);
    if (start === undefined) break;
    from = start.from + 1;
    const placed = placeRest(start, fragments, placers, folded, budget);
    if (placed === undefined) continue;
    const distance = distanceOf(placed, folded, place.near);
    if (distance < bestDistance) [best, bestDistance] = [placed, distance];
    if (distance === 0 || (fragments.length === 1 && place.near === undefined)) break;
  }
  return best === undefined ? undefined : verdictOf(words, marked, best, folded);
}

function placeRest(
  start: Placed,
  fragments: readonly Fragment[],
  placers: readonly Placer[],
  source: FoldedText,
  budget: Budget,
): readonly Placed[] | undefined {
  const placed = [start];
  let before = start;
  for (let index = 1; index < fragments.length; index++) {
    const fragment = fragments[index];
    const found = placers[index]?.(source, before.to, budget);
    if (fragment === undefined || found === undefined) return undefined;
    if (fragment.joint === 'bracket' && !mayReplace(source, before.to, found.from, fragment.replaces))
      return undefined;
    const apart = (source.starts[found.from] ?? 0) - (source.ends[before.to - 1] ?? 0);
    if (apart > NEAR && (isShort(source, found) || isShort(source, before))) return undefined;
    placed.push(found);
    before = found;
  }
  return placed;
}

function isShort({ letters }: FoldedText, { from, to }: Placed): boolean {
  return to - from < (isUnspaced(letters.charAt(from)) ? SHORT_UNSPACED : SHORT_LETTERS);
}

/** Whether what stands between two units of the source is no more than a bracket may stand for. */
function mayReplace(source: FoldedText, from: number, to: number, words: number): boolean {
  if (from === to) return true;
  if (words === 0) return false;
  const between = source.text.slice(source.ends[from - 1], source.starts[to]);
  if (/\n\s*\n/.test(between)) return false;
  const count = isUnspaced(source.letters.charAt(from))
    ? (to - from) / 2
    : between.trim().split(/\s+/).length;
  return count <= words;
}

/** From the locator's paragraph, or, where there is none, how far the fragments are spread. */
function distanceOf(placed: readonly Placed[], source: FoldedText, near: TextRange | undefined): number {
  const [start, end] = [startOf(source, placed[0]), endOf(source, placed.at(-1))];
  const letters = placed.reduce((sum, { from, to }) => sum + to - from, 0);
  if (near === undefined) return Math.max(0, (placed.at(-1)?.to ?? 0) - (placed[0]?.from ?? 0) - letters);
  return start < near[0] ? near[0] - start : Math.max(0, end - near[1]);
}

function verdictOf(
  words: FoldedText,
  { fragments, closing }: MarkedWords,
  placed: readonly Placed[],
  source: FoldedText,
): Exact | AlteredAsMarked {
  const range: TextRange = [startOf(source, placed[0]), endOf(source, placed.at(-1))];
  const marks: Mark[] = [];
  fragments.forEach((fragment, index) => {
    const found = placed[index];
    if (found === undefined) return;
    const start = startOf(source, found);
    if (
      fragment.marks[0] < fragment.marks[1] &&
      !(fragment.anyCase && fragment.marks[1] - fragment.marks[0] === 3)
    ) {
      const from = index === 0 ? start : endOf(source, placed[index - 1]);
      marks.push(markOf(words.text, fragment, source.text, [from, start]));
    }
    if (found.otherCase || fragment.anyCase) {
      const first = words.starts[fragment.from] ?? 0;
      const quoted: TextRange = fragment.anyCase
        ? [first - 1, first + 2]
        : [first, words.ends[fragment.from] ?? first];
      marks.push({
        kind: 'first letter',
        quoted,
        source: [start, source.ends[found.from] ?? start],
        hidesNegation: false,
      });
    }
    if (found.finalMark !== '') {
      const quoted: TextRange = [words.ends[fragment.to - 1] ?? 0, fragment.stretch[1]];
      const end = endOf(source, found);
      marks.push({
        kind: 'final punctuation',
        quoted,
        source: [end, end + gapBefore(source, found.to).length],
        hidesNegation: false,
      });
    }
  });
  if (closing[0] < closing[1]) {
    const kind = /[…⋯‥.]/.test(words.text.slice(...closing)) ? 'omission' : 'insertion';
    marks.push({ kind, quoted: closing, source: [range[1], range[1]], hidesNegation: false });
  }
  if (marks.length === 0) return { kind: 'exact', range };
  const parts = placed.map((found): TextRange => [startOf(source, found), endOf(source, found)]);
  return { kind: 'altered as marked', range, parts, marks };
}

function markOf(words: string, { joint, marks }: Fragment, text: string, [from, to]: TextRange): Mark {
  const replaced = text.slice(from, to);
  const replaces = /[\p{L}\p{N}]/u.test(replaced);
  return {
    kind: joint === 'omission' ? 'omission' : replaces ? 'replacement' : 'insertion',
    quoted: marks,
    source: replaces ? [from, to] : [to, to],
    hidesNegation: replaces && hasNegation(replaced) && !hasNegation(words.slice(...marks)),
  };
}

function startOf(source: FoldedText, placed: Placed | undefined): number {
  return placed === undefined ? 0 : (source.starts[placed.from] ?? 0);
}

function endOf(source: FoldedText, placed: Placed | undefined): number {
  return placed === undefined ? 0 : (source.ends[placed.to - 1] ?? 0);
}
