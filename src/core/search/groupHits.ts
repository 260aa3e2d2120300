// Parts a list of found items by source or by date.

import type { Headline } from '../model/item.ts';
import { longDate } from '../text/longDate.ts';

export type Grouping = 'none' | 'source' | 'date';

export interface HitGroup {
  readonly label: string;
  readonly items: readonly Headline[];
}

/**
 * Gives the groups of items: by outlet, or the source where none is known, the largest first; or by the day they are
 * ordered by, the newest first. Inside a group the items keep their order.
 *
 * @param locale BCP 47 tag by which days are written.
 */
export function groupHits(
  items: readonly Headline[],
  by: 'source' | 'date',
  locale: string,
): readonly HitGroup[] {
  const groups = new Map<string, Headline[]>();
  for (const item of items) {
    const key = by === 'source' ? (item.outlet ?? item.sourceTitle) : dayOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const order: (
    one: readonly [string, readonly Headline[]],
    other: readonly [string, readonly Headline[]],
  ) => number =
    by === 'source'
      ? ([one, ones], [other, others]) => others.length - ones.length || one.localeCompare(other, locale)
      : ([one], [other]) => (one < other ? 1 : -1);
  return [...groups]
    .sort(order)
    .map(([key, grouped]) => ({ label: by === 'date' ? longDate(key, locale) : key, items: grouped }));
}

function dayOf(item: Headline): string {
  return new Date(item.sortAt).toISOString().slice(0, 10);
}
