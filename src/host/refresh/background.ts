// Reads feeds when their time has come, without being asked.

import type * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Quietly } from '../quietly.ts';
import type { Subscription } from '../../core/model/subscription.ts';
import { dueFeeds } from '../../core/schedule/dueFeeds.ts';
import { SHORTEST_INTERVAL } from '../../core/schedule/feedInterval.ts';
import { setting } from '../settings.ts';
import type { FeedList } from './feedList.ts';

export interface BackgroundParts {
  readonly list: Pick<FeedList, 'get'>;
  readonly read: (ids: readonly SourceId[]) => Promise<unknown>;
  readonly quietly: Quietly;
  /** Milliseconds from the start to the first look, when others have something to do; ten seconds unless given. */
  readonly first?: number;
}

export interface Background extends vscode.Disposable {
  /** Begins to look at the clock, if it does not yet. */
  start(): void;
}

const MINUTE = 60_000;
const FIRST = 10_000;

export function createBackground({ list, read, quietly, first = FIRST }: BackgroundParts): Background {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const look = async (): Promise<void> => {
    if (!setting('broadsheet.refresh.automatic')) return;
    const minimum = Math.max(setting('broadsheet.refresh.minimumInterval') * MINUTE, SHORTEST_INTERVAL);
    const due = feedsToRead([...(await list.get()).values()], minimum, Date.now());
    if (due.length > 0 && !ended) await read(due);
  };
  /** The next look waits for the end of this one. */
  const lookIn = (milliseconds: number): void => {
    timer = setTimeout(() => {
      void quietly(look).then(() => {
        if (!ended) lookIn(MINUTE);
      });
    }, milliseconds);
  };

  return {
    start() {
      if (timer === undefined && !ended) lookIn(first);
    },
    dispose() {
      ended = true;
      clearTimeout(timer);
    },
  };
}

/**
 * Gives the feeds that are due, the longest overdue first, without those that were asked less than `minimum`
 * milliseconds ago.
 */
export function feedsToRead(
  feeds: readonly Subscription[],
  minimum: number,
  now: number,
): readonly SourceId[] {
  const states = feeds.map(({ sourceId, state }) => ({ ...state, sourceId }));
  return dueFeeds(states, now)
    .filter(({ readAt, failure }) => now - Math.max(readAt ?? 0, failure?.latestAt ?? 0) >= minimum)
    .map(({ sourceId }) => sourceId);
}
