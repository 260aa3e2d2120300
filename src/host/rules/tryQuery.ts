// A rule's query, tried against what the library has.

import type { Headline } from '../../core/model/item.ts';
import type { Library } from '../../library/library.ts';

export interface Trial {
  readonly count: number;
  /** Whether that is all; the library counts no further than asked. */
  readonly isAll: boolean;
  /** Some of what it matches, the newest first. */
  readonly newest: readonly Headline[];
  /** Parts that were not understood and are searched as words. */
  readonly misread: readonly string[];
}

const SHOWN = 12;

/** Tries a query; a query that asks for nothing matches nothing. */
export async function tryQuery(library: Library, query: string, limit: number): Promise<Trial> {
  const request = { query, limit, typing: false, passageLength: 0 };
  const { hits, matched, misread } = await library.search(request);
  // A rule wants all of its query; what has only some of it is offered to a person who searches.
  const items = matched === 'all' ? hits.map(({ item }) => item) : [];
  const newest = items.toSorted((one, other) => other.sortAt - one.sortAt).slice(0, SHOWN);
  return { count: items.length, isAll: items.length < limit, newest, misread };
}
