// The lists of headlines that there are, and their orders.

import type { SourceId } from './ids.ts';

/** A list across all sources: by the state of its items, or what was published since the day began. */
export type SmartList = 'unread' | 'today' | 'starred' | 'later' | 'cited';

/** A source's list, or one across all sources. */
export type ListId = SourceId | SmartList;

/** The unread ones first, and both parts newest first, where it is 'unread'. */
export type HeadlineOrder = 'newest' | 'oldest' | 'unread';

/** A calendar day where the person is, in milliseconds since 1970. */
export interface Day {
  /** Its first moment. */
  readonly began: number;
  /** Midnight in UTC, which stands for that date where no time is known. */
  readonly date: number;
}

/** How many headlines the lists across all sources have. */
export interface SmartListCounts {
  readonly unread: number;
  /** The unread ones of today. */
  readonly today: number;
  /** Of the rest all of them, and the unread ones among them. */
  readonly starred: ListCount;
  readonly later: ListCount;
  /** Cited or quoted in a note. */
  readonly cited: ListCount;
}

export interface ListCount {
  readonly total: number;
  readonly unread: number;
}
