// Puts the parts of a quotation in the order of their places in a source.

import type { FoldedText } from './foldLetters.ts';
import type { Budget, Placed } from './placeFragment.ts';
import { placeGroup, type FragmentGroup } from './placeGroup.ts';
import { isUnspaced } from './script.ts';

/** A group's place, with the places of the groups behind it. */
export interface Arrangement {
  readonly placed: readonly Placed[];
  readonly next: Arrangement | undefined;
  /** Units of the source's letters, from the first group's to the last one's. */
  readonly from: number;
  readonly to: number;
}

interface GroupPlace {
  readonly placed: readonly Placed[];
  readonly first: Placed;
  readonly last: Placed;
  /** Null where the groups behind do not stand there; undefined where that was not looked at. */
  arranged: Arrangement | null | undefined;
}

/** So short a fragment stands anywhere; it must be near the fragment that it is joined to. */
const SHORT_LETTERS = 10;
const SHORT_UNSPACED = 4;
const NEAR = 1000;
/** What looking at a pair of places costs, in units compared. */
const STEP = 32;

/** Gives, for each place of the first group from which the others follow, the nearest places of these. */
export function* arrangeGroups(
  groups: readonly FragmentGroup[],
  source: FoldedText,
  budget: Budget,
): Generator<Arrangement> {
  const lists = groups.map((group) => listLazily(placeGroup(group, source, budget)));
  // The search for one that stands nowhere is not begun anew for each place of the others.
  if (lists.some((list) => list.at(0) === undefined)) return;
  for (let number = 0; budget.units > 0; number++) {
    const place = lists[0]?.at(number);
    if (place === undefined) return;
    const arranged = arrangeFrom(0, place);
    if (arranged !== undefined) yield arranged;
  }

  function arrangeFrom(index: number, place: GroupPlace): Arrangement | undefined {
    place.arranged ??= lookBehind(index, place) ?? null;
    return place.arranged ?? undefined;
  }

  function lookBehind(index: number, { placed, first, last }: GroupPlace): Arrangement | undefined {
    const list = lists[index + 1];
    if (list === undefined) return { placed, next: undefined, from: first.from, to: last.to };
    for (let number = list.indexFrom(last.to); budget.units > 0; number++) {
      const behind = list.at(number);
      if (behind === undefined) return undefined;
      budget.units -= STEP;
      if (behind.first.from < last.to) continue;
      const apart = (source.starts[behind.first.from] ?? 0) - (source.ends[last.to - 1] ?? 0);
      if (apart > NEAR && (isShort(source, last) || isShort(source, behind.first))) return undefined;
      const next = arrangeFrom(index + 1, behind);
      if (next !== undefined) return { placed, next, from: first.from, to: next.to };
    }
    return undefined;
  }
}

function isShort({ letters }: FoldedText, { from, to }: Placed): boolean {
  return to - from < (isUnspaced(letters.charAt(from)) ? SHORT_UNSPACED : SHORT_LETTERS);
}

interface LazyList {
  readonly at: (index: number) => GroupPlace | undefined;
  /** The index of the first place that ends behind a unit. */
  readonly indexFrom: (unit: number) => number;
}

function listLazily(places: Generator<readonly Placed[]>): LazyList {
  const known: GroupPlace[] = [];
  const at = (index: number): GroupPlace | undefined => {
    while (known.length <= index) {
      const step = places.next();
      if (step.done === true) return undefined;
      const placed = step.value;
      const [first, last] = [placed[0], placed.at(-1)];
      if (first === undefined || last === undefined) return undefined;
      known.push({ placed, first, last, arranged: undefined });
    }
    return known[index];
  };
  return {
    at,
    indexFrom(unit) {
      let [low, high] = [0, known.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((known[middle]?.last.to ?? 0) <= unit) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
