// Which stories several publishers report, and how widely.

import type { ItemId } from '../model/ids.ts';
import type { Report } from './brief.ts';

/** One item in one list. */
export interface Listed {
  readonly itemId: ItemId;
  /** The number of the near-duplicates that it is one of; undefined where it stands alone. */
  readonly story: number | undefined;
  readonly at: number;
  readonly publisher: string;
  readonly isNew: boolean;
}

export interface CoveredStory {
  /** Those that are new first, and both parts newest first. */
  readonly itemIds: readonly ItemId[];
  /** Each once, the first to publish it first. */
  readonly publishers: readonly string[];
  /** One for each item and publisher, the oldest first. */
  readonly reports: readonly Report[];
}

/** From so many publishers on, a report is a story of several. */
const SEVERAL = 2;

/**
 * Gives the stories of which something is new and which two publishers or more report: the most publishers first, then
 * the most reports, then the newest. One item that several sources list is a report by each of them that has a name of
 * its own.
 *
 * @param listed What is new, and the rest of its stories.
 */
export function coverage(listed: readonly Listed[], limit: number): readonly CoveredStory[] {
  const byStory = new Map<number, Listed[]>();
  for (const each of listed) {
    const story = each.story ?? -Number(each.itemId);
    const parts = byStory.get(story);
    if (parts === undefined) byStory.set(story, [each]);
    else parts.push(each);
  }
  return [...byStory.values()]
    .filter((parts) => parts.some(({ isNew }) => isNew))
    .map(storyOf)
    .filter(({ publishers }) => publishers.length >= SEVERAL)
    .sort(
      (one, other) =>
        other.publishers.length - one.publishers.length ||
        other.reports.length - one.reports.length ||
        newest(other) - newest(one),
    )
    .slice(0, limit);
}

function storyOf(parts: readonly Listed[]): CoveredStory {
  const newestFirst = [...parts].sort(
    (one, other) => Number(other.isNew) - Number(one.isNew) || other.at - one.at || other.itemId - one.itemId,
  );
  const oldestFirst = [...parts].sort((one, other) => one.at - other.at || one.itemId - other.itemId);
  const reports = new Map(
    oldestFirst.map(({ itemId, at, publisher, isNew }) => [
      `${itemId} ${publisher}`,
      { at, publisher, isNew },
    ]),
  );
  return {
    itemIds: [...new Set(newestFirst.map(({ itemId }) => itemId))],
    publishers: [...new Set(oldestFirst.map(({ publisher }) => publisher))],
    reports: [...reports.values()],
  };
}

function newest({ reports }: CoveredStory): number {
  return reports.at(-1)?.at ?? 0;
}
