// Where fragments stand that only brackets part: close to each other, so that one place tells the others.

import type { FoldedText } from './foldLetters.ts';
import type { Budget, Placed, Placer } from './placeFragment.ts';
import type { Fragment } from './readMarks.ts';
import { isUnspaced } from './script.ts';

/** Fragments that are joined by brackets, each with the search for it. */
export interface FragmentGroup {
  readonly fragments: readonly Fragment[];
  readonly placers: readonly Placer[];
}

/** The places from one fragment outwards. */
interface Way {
  readonly placed: Placed | undefined;
  readonly further: Way | undefined;
}

const END: Way = { placed: undefined, further: undefined };
/** Letters that a replaced word has at most, on average. */
const LONGEST_WORD = 30;

/** Gives the places of all fragments of a group, by the place of the longest one, which is looked for first. */
export function* placeGroup(
  { fragments, placers }: FragmentGroup,
  source: FoldedText,
  budget: Budget,
): Generator<readonly Placed[]> {
  const anchor = indexOfLongest(fragments);
  // What stands beyond a fragment's place does not depend on how that was reached.
  const known = fragments.map(() => new Map<number, Way | undefined>());
  for (const placed of placers[anchor]?.(source, [0, source.letters.length], budget) ?? []) {
    const before = beyond(anchor, placed, -1);
    const behind = before && beyond(anchor, placed, 1);
    budget.units -= fragments.length;
    if (before && behind) yield [...placesOn(before).reverse(), placed, ...placesOn(behind)];
  }

  /** The places of the fragments from a neighbour to the first or last one, each the nearest that leads there. */
  function beyond(index: number, placed: Placed, direction: 1 | -1): Way | undefined {
    const next = index + direction;
    if (next < 0 || next >= fragments.length) return END;
    for (const neighbour of nextTo(placed, next, direction)) {
      if (budget.units <= 0) return undefined;
      const found = known[next];
      if (found?.has(neighbour.from) !== true) found?.set(neighbour.from, beyond(next, neighbour, direction));
      const further = found?.get(neighbour.from);
      if (further !== undefined) return { placed: neighbour, further };
    }
    return undefined;
  }

  function* nextTo({ from, to }: Placed, index: number, direction: 1 | -1): Generator<Placed> {
    const fragment = fragments[index];
    const search = placers[index];
    if (fragment === undefined || search === undefined) return;
    const replaces = fragments[direction > 0 ? index : index + 1]?.replaces ?? 0;
    const span = replaces * LONGEST_WORD + fragment.to - fragment.from;
    if (direction > 0) {
      const window = [to, Math.min(source.letters.length, to + span)] as const;
      for (const placed of search(source, window, budget))
        if (mayReplace([to, placed.from], replaces)) yield placed;
    } else {
      const window = [Math.max(0, from - span), from] as const;
      for (const placed of [...search(source, window, budget)].reverse())
        if (mayReplace([placed.to, from], replaces)) yield placed;
    }
  }

  /** Whether what stands between two units of the source is no more than a bracket may stand for. */
  function mayReplace([from, to]: readonly [number, number], words: number): boolean {
    if (from === to) return true;
    if (words === 0) return false;
    const between = source.text.slice(source.ends[from - 1], source.starts[to]);
    budget.units -= between.length;
    // A bracket can begin or end a paragraph, and not go from one to the next.
    const paragraphs = between.split(/\n\s*\n/).filter((part) => /[\p{L}\p{N}]/u.test(part));
    if (paragraphs.length > 1) return false;
    const count = isUnspaced(source.letters.charAt(from))
      ? (to - from) / 2
      : between.trim().split(/\s+/).length;
    return count <= words;
  }
}

function placesOn(way: Way): Placed[] {
  const places: Placed[] = [];
  for (let step: Way | undefined = way; step?.placed !== undefined; step = step.further)
    places.push(step.placed);
  return places;
}

function indexOfLongest(fragments: readonly Fragment[]): number {
  const lengths = fragments.map(({ from, to }) => to - from);
  return lengths.indexOf(Math.max(...lengths));
}
