// Which feeds are to be asked for now.

import type { FetchState } from './fetchState.ts';
import { hostOf } from './hostOf.ts';

/**
 * Gives the feeds whose time has come, the longest overdue first, without those whose host has asked for a pause by
 * the answer to any of its feeds.
 */
export function dueFeeds<S extends Pick<FetchState, 'url' | 'nextAt' | 'hostPausedUntil'>>(
  states: readonly S[],
  now: number,
): readonly S[] {
  const paused = new Set(
    states.filter(({ hostPausedUntil }) => (hostPausedUntil ?? 0) > now).map(({ url }) => hostOf(url)),
  );
  return states
    .filter(({ url, nextAt }) => nextAt !== undefined && nextAt <= now && !paused.has(hostOf(url)))
    .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0));
}
