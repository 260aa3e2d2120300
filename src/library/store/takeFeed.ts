// Takes in what a feed's server answered, and plans the next fetch.

import type { Feed } from '../../core/model/feed.ts';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import { feedItems } from '../../core/parse/feed/feedItems.ts';
import { readFeed } from '../../core/parse/feed/readFeed.ts';
import { rhythmOf } from '../../core/schedule/feedInterval.ts';
import type { FetchOutcome } from '../../core/schedule/fetchOutcome.ts';
import { nextFetch } from '../../core/schedule/nextFetch.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { Subscription } from '../../core/model/subscription.ts';
import type { TellFailure } from './alone.ts';
import type { Database } from './database.ts';
import { number } from './rows.ts';
import { isFollowed } from './sources.ts';
import { readSubscription, setFetchState } from './subscriptions.ts';
import { takeItems, type TakenItems } from './takeItems.ts';

export interface TakenFeed extends TakenItems {
  readonly subscription: Subscription;
  /** Those of `changed` that are less than their pages. */
  readonly extracts: readonly ItemId[];
  readonly problems: readonly Problem[];
  /** The names by which the feed knows what came. */
  readonly names: readonly string[];
}

const NOTHING: TakenItems = { added: 0, updated: 0, unchanged: 0, changed: [] };

/**
 * Runs inside the caller's transaction, but for reading the feed. A feed that was removed meanwhile takes nothing in.
 *
 * @param random01 A number from 0 to 1 that spreads the fetches over time.
 * @param tell Told of a rule that cannot be followed.
 */
export function takeFeed(
  database: Database,
  id: SourceId,
  outcome: FetchOutcome,
  feed: Feed | undefined,
  random01: number,
  now: number,
  tell: TellFailure,
): TakenFeed {
  const before = readSubscription(database, id);
  if (!isFollowed(database, id))
    return { ...NOTHING, subscription: before, extracts: [], problems: [], names: [] };
  const isFeed = feed?.format !== undefined;
  const items = isFeed ? feedItems(feed) : [];
  const taken =
    items.length === 0 ? NOTHING : takeItems(database, id, items, { fallbackTime: now, now }, tell);
  setFetchState(
    database,
    id,
    nextFetch(before.state, outcome, isFeed ? rhythmOf(feed) : undefined, random01, now),
  );
  if (isFeed && feed.homeUrl !== undefined)
    database.prepare('UPDATE source SET home_url = ? WHERE id = ?').run(feed.homeUrl, id);
  return {
    ...taken,
    subscription: readSubscription(database, id),
    extracts: extractsAmong(database, taken.changed),
    problems: feed?.problems ?? [],
    names: items.map(({ guid }) => guid),
  };
}

/** Gives the feed in an answer that has one; undefined where there is no body. */
export function feedOf(outcome: FetchOutcome): Feed | undefined {
  if (outcome.kind !== 'fresh') return undefined;
  const { bytes, contentType, finalUrl } = outcome;
  return readFeed({ bytes, contentType, url: finalUrl });
}

function extractsAmong(database: Database, ids: readonly ItemId[]): readonly ItemId[] {
  return database
    .prepare(
      `SELECT item.id FROM json_each(?) AS arrived JOIN item ON item.id = arrived.value
       WHERE is_extract = 1 AND url IS NOT NULL AND muted IS NULL ORDER BY arrived.key`,
    )
    .all(JSON.stringify(ids))
    .map((row) => number(row['id']) as ItemId);
}
