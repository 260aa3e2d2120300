// Reads feeds: those whose time has come, or those that the person asks for. Of all windows, one reads at a time.

import type { SourceId } from '../../core/model/ids.ts';
import type { Subscription } from '../../core/model/subscription.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import type { Library } from '../../library/library.ts';
import { deliver, type DeliverParts } from './deliver.ts';
import type { FetchResource } from '../fetch/fetchResource.ts';
import { refreshFeeds, type FeedToFetch } from '../fetch/refreshFeeds.ts';
import { logFault, type Quietly } from '../quietly.ts';

export interface RefreshParts extends DeliverParts {
  readonly library: DeliverParts['library'] & Pick<Library, 'claimRefresh'>;
  readonly fetchResource: FetchResource;
  /** Whether any of these hosts can be found. */
  readonly isOnline: (hosts: readonly string[]) => Promise<boolean>;
  readonly quietly: Quietly;
}

export interface RefreshOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  /**
   * Whether to wait for another window that is reading, rather than leave the feeds to it; then they are read also
   * where they are not due.
   */
  readonly wait: boolean;
}

export interface RefreshSummary {
  readonly kind: 'complete' | 'offline' | 'stopped' | 'left to another window';
  /** How many feeds were asked for. */
  readonly feeds: number;
  readonly added: number;
  readonly updated: number;
  /** Those of the feeds that were asked for and failed now. */
  readonly failing: readonly Subscription[];
}

export type Refresh = (ids: readonly SourceId[], options: RefreshOptions) => Promise<RefreshSummary>;

/** A window that dies gives the others their turn after this many milliseconds. */
const CLAIM = 60_000;
/** Between two attempts to get a turn. */
const PATIENCE = 500;

interface Run extends FeedToFetch {
  readonly feed: Subscription;
}

/**
 * Makes the function that reads feeds. Several may be under way at once; no feed is asked for twice at a time.
 *
 * @throws what the library rejects with, when nothing can be kept.
 */
export function createRefresh(parts: RefreshParts): Refresh {
  const { library, list, passwords, fetchResource, isOnline, quietly, log } = parts;
  const window = crypto.randomUUID();
  const underWay = new Set<SourceId>();
  let runs = 0;

  const claimed = async ({ wait, signal }: RefreshOptions): Promise<boolean> => {
    while (!signal.aborted) {
      if (await library.claimRefresh(window, CLAIM)) return true;
      if (!wait) return false;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    }
    return false;
  };

  const run = async (
    feeds: readonly Subscription[],
    { signal, onProgress }: RefreshOptions,
  ): Promise<RefreshSummary> => {
    const authorizationOf = await passwords.read();
    let [added, updated] = [0, 0];
    const failing: Subscription[] = [];
    const result = await refreshFeeds<Run>({
      feeds: feeds.map((feed) => {
        const { url, validators } = feed.state;
        return { feed, url, validators, authorization: authorizationOf(feed.sourceId, url) };
      }),
      fetchResource,
      async deliver({ feed }, outcome) {
        const report = await deliver(parts, feed, outcome, signal);
        if (report === undefined) return;
        added += report.added;
        updated += report.updated;
        if (report.subscription.state.failure !== undefined) failing.push(report.subscription);
      },
      onProgress,
      signal,
      now: Date.now,
      isOnline: () => isOnline(feeds.map(({ url }) => hostOf(url))),
    });
    for (const error of result.errors) logFault(log, error);
    if (result.kind === 'stopped' && !signal.aborted) throw result.errors.at(-1);
    return { kind: result.kind, feeds: feeds.length, added, updated, failing };
  };

  return async (ids, options) => {
    const askedAt = Date.now();
    const nothing: RefreshSummary = { kind: 'complete', feeds: 0, added: 0, updated: 0, failing: [] };
    if (!(await claimed(options)))
      return { ...nothing, kind: options.signal.aborted ? 'stopped' : 'left to another window' };
    runs++;
    const renewal = setInterval(() => void quietly(() => library.claimRefresh(window, CLAIM)), CLAIM / 3);
    const taken: SourceId[] = [];
    try {
      const listed = await list.reload();
      const feeds = ids
        .flatMap((id) => listed.get(id) ?? [])
        // While we waited for our turn, the other window may have read it.
        .filter(({ state }) => (state.readAt ?? 0) <= askedAt)
        .filter(({ state }) => options.wait || (state.nextAt ?? Infinity) <= askedAt)
        .filter(({ sourceId }) => !underWay.has(sourceId));
      taken.push(...feeds.map(({ sourceId }) => sourceId));
      for (const id of taken) underWay.add(id);
      return feeds.length === 0 ? nothing : await run(feeds, options);
    } finally {
      for (const id of taken) underWay.delete(id);
      clearInterval(renewal);
      if (--runs === 0) await quietly(() => library.claimRefresh(window, 0));
    }
  };
}
