// Whether a quotation is its source's words, as they stand or with what was changed marked.

import type { TextRange } from '../../model/search.ts';
import { arrangeGroups, type Arrangement } from './arrangeGroups.ts';
import { gapBefore, type FoldedText } from './foldLetters.ts';
import { hidesDenial } from './hidesDenial.ts';
import { createPlacer, type Budget, type Placed, type Placer } from './placeFragment.ts';
import type { FragmentGroup } from './placeGroup.ts';
import type { PreparedText } from './prepareSource.ts';
import type { Fragment, MarkedWords } from './readMarks.ts';
import type { AlteredAsMarked, Exact, Mark } from './verdict.ts';

/** What a quotation is compared with, and where its locator says that it stands. */
export interface Place {
  readonly source: PreparedText;
  /** A paragraph's range in the source's text. */
  readonly near: TextRange | undefined;
}

const FRAGMENTS = 500;
/** Of so many places where all of it stands, the best one is taken. */
const SEEN = 2000;

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
  const marked = { fragments: [whole], closing: [end, end], numberMarks: [] } as const;
  return matchMarked(words, marked, place, budget);
}

/** Gives the verdict where the fragments of a quotation are in the source, in order and without overlaps. */
export function matchMarked(
  words: FoldedText,
  marked: MarkedWords,
  place: Place,
  budget: Budget,
): Exact | AlteredAsMarked | undefined {
  const { fragments, numberMarks } = marked;
  if (fragments.length === 0 || fragments.length > FRAGMENTS || numberMarks.length > 0) return undefined;
  const { folded } = place.source;
  let best: Arrangement | undefined;
  let bestDistance = Infinity;
  let seen = 0;
  for (const arranged of arrangeGroups(groupsOf(words, marked), folded, budget)) {
    const distance = distanceOf(arranged, folded, place.near, fragments);
    if (distance < bestDistance) [best, bestDistance] = [arranged, distance];
    if (distance === 0 || (fragments.length === 1 && place.near === undefined)) break;
    if (++seen >= SEEN) break;
  }
  return best === undefined ? undefined : verdictOf(words, marked, placesOf(best), folded);
}

/** What only brackets part is one group. */
function groupsOf(words: FoldedText, { fragments, closing }: MarkedWords): readonly FragmentGroup[] {
  const groups: { fragments: Fragment[]; placers: Placer[] }[] = [];
  fragments.forEach((fragment, index) => {
    const besides = [
      fragment.joint !== 'none',
      index + 1 < fragments.length || closing[0] < closing[1],
    ] as const;
    let group = groups.at(-1);
    if (group === undefined || fragment.joint !== 'bracket') {
      group = { fragments: [], placers: [] };
      groups.push(group);
    }
    group.fragments.push(fragment);
    group.placers.push(createPlacer(words, fragment, besides));
  });
  return groups;
}

function placesOf(arrangement: Arrangement): readonly Placed[] {
  const placed: Placed[] = [];
  for (let each: Arrangement | undefined = arrangement; each !== undefined; each = each.next)
    placed.push(...each.placed);
  return placed;
}

/** From the locator's paragraph, or, where there is none, how far the fragments are spread. */
function distanceOf(
  { from, to }: Arrangement,
  source: FoldedText,
  near: TextRange | undefined,
  fragments: readonly Fragment[],
): number {
  const letters = fragments.reduce((sum, fragment) => sum + fragment.to - fragment.from, 0);
  if (near === undefined) return Math.max(0, to - from - letters);
  const [start, end] = [source.starts[from] ?? 0, source.ends[to - 1] ?? 0];
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
    const replaced: TextRange = [range[1], range[1]];
    const hidesNegation = hidesDenial({ words: words.text, marks: closing, text: source.text, replaced });
    marks.push({ kind, quoted: closing, source: replaced, hidesNegation });
  }
  if (marks.length === 0) return { kind: 'exact', range };
  const parts = placed.map((found): TextRange => [startOf(source, found), endOf(source, found)]);
  return { kind: 'altered as marked', range, parts, marks };
}

function markOf(words: string, { joint, marks }: Fragment, text: string, [from, to]: TextRange): Mark {
  const replaces = /[\p{L}\p{N}]/u.test(text.slice(from, to));
  return {
    kind: joint === 'omission' ? 'omission' : replaces ? 'replacement' : 'insertion',
    quoted: marks,
    source: replaces ? [from, to] : [to, to],
    hidesNegation: hidesDenial({ words, marks, text, replaced: [from, to] }),
  };
}

function startOf(source: FoldedText, placed: Placed | undefined): number {
  return placed === undefined ? 0 : (source.starts[placed.from] ?? 0);
}

function endOf(source: FoldedText, placed: Placed | undefined): number {
  return placed === undefined ? 0 : (source.ends[placed.to - 1] ?? 0);
}
