// What is remembered of a feed between two fetches: plain data that survives JSON.

import type { FailureReason, Validators } from './fetchOutcome.ts';
import type { PublishingRhythm } from './feedInterval.ts';

export interface FetchState {
  readonly url: string;
  readonly validators: Validators | undefined;
  /** When to ask next, in milliseconds since 1970; undefined when never again. */
  readonly nextAt: number | undefined;
  /** When the feed was last read, or found to be unchanged. */
  readonly readAt: number | undefined;
  readonly rhythm: PublishingRhythm | undefined;
  /** Since it was last read; undefined while all is well. */
  readonly failure: FeedFailure | undefined;
  /** Its host asked for a pause from all requests until then. */
  readonly hostPausedUntil: number | undefined;
}

export type FailureCause =
  FailureReason | 'gone' | 'too many requests' | 'out of service' | 'password' | 'forbidden' | 'no feed';

export interface FeedFailure {
  /** Of the latest one. */
  readonly cause: FailureCause;
  readonly status: number | undefined;
  readonly sentence: string;
  /** How many in a row. */
  readonly count: number;
  /** The first and the latest of them, in milliseconds since 1970. */
  readonly since: number;
  readonly latestAt: number;
  /** Whether the person has been told. */
  readonly told: boolean;
}

/** Gives the state of a feed that was never read: it is due at once. */
export function newFetchState(url: string, now: number): FetchState {
  return {
    url,
    validators: undefined,
    nextAt: now,
    readAt: undefined,
    rhythm: undefined,
    failure: undefined,
    hostPausedUntil: undefined,
  };
}
