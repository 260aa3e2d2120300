// Many feeds at once: each gets its outcome and harms no other, and a lost connection is noticed once.

import type { FetchOutcome, Validators } from '../../core/schedule/fetchOutcome.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import { localize } from '../localize.ts';
import { ACCEPT_FEED, FEED_LIMITS, type FetchLimits, type FetchResource } from './fetchResource.ts';
import { createTurns, type TurnLimits } from './inTurn.ts';
import { createLostConnection } from './lostConnection.ts';
import { createNextTurn } from './nextTurn.ts';

export interface FeedToFetch {
  readonly url: string;
  readonly validators: Validators | undefined;
  readonly authorization: string | undefined;
}

export interface RefreshRequest<F extends FeedToFetch> {
  readonly feeds: readonly F[];
  readonly fetchResource: FetchResource;
  /** Takes an outcome; its feed keeps its turn until then, so that answers never pile up. */
  readonly deliver: (feed: F, outcome: FetchOutcome) => Promise<void>;
  /** Called whenever one more feed is done with. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Asked when several hosts in a row were not found; it never rejects. Without it, that alone is being offline. */
  readonly isOnline?: () => Promise<boolean>;
  readonly limits?: FetchLimits;
  readonly turns?: TurnLimits;
}

export interface RefreshResult {
  /** `stopped` by the signal, or because nothing could be delivered any more. */
  readonly kind: 'complete' | 'offline' | 'stopped';
  /** How many feeds have their outcome; those that were not reached in time have none. */
  readonly delivered: number;
  /** With which `deliver` was rejected. */
  readonly errors: readonly unknown[];
}

export const USUAL_TURNS: TurnLimits = { total: 8, perHost: 2 };

/** Deliveries that fail in a row after which the library itself must be at fault. */
const HOPELESS = 3;
/** How long a host is left alone that refuses requests as too many, and does not say for how long. */
const PAUSE = 15 * 60_000;

/**
 * Fetches the feeds, some at once and few of one host, and delivers one outcome for each as it comes. A host that
 * answers 429 is not asked again in its pause: its other feeds are postponed. When the connection is lost the rest is
 * left, without an outcome.
 */
export async function refreshFeeds<F extends FeedToFetch>(
  request: RefreshRequest<F>,
): Promise<RefreshResult> {
  const { feeds, fetchResource, deliver, onProgress, now, limits = FEED_LIMITS } = request;
  const nextTurn = createNextTurn();
  const inTurn = createTurns(request.turns ?? USUAL_TURNS);
  const pauses = new Map<string, number>();
  const errors: unknown[] = [];
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const hasEnded = (): boolean => ending.signal.aborted;
  let done = 0;
  let delivered = 0;
  let failedInRow = 0;

  const hand = async (feed: F, outcome: FetchOutcome): Promise<void> => {
    if (hasEnded()) return;
    try {
      await deliver(feed, outcome);
      delivered++;
      failedInRow = 0;
    } catch (error) {
      errors.push(error);
      if (++failedInRow >= HOPELESS) end();
    }
    onProgress(++done, feeds.length);
  };
  const connection = createLostConnection({ isOnline: request.isOnline, hand, limits, onOffline: end });

  const outcomeOf = async (feed: F, host: string): Promise<FetchOutcome> => {
    const milliseconds = (pauses.get(host) ?? 0) - now();
    if (milliseconds > 0) {
      const sentence = localize('{0} asks to be read less often, so this was put off.', host);
      return { kind: 'postponed', milliseconds, sentence };
    }
    const { url, validators, authorization } = feed;
    const { signal } = ending;
    const outcome = await fetchResource({
      url,
      validators,
      authorization,
      accept: ACCEPT_FEED,
      limits,
      signal,
    });
    if (outcome.kind === 'wait' && outcome.status === 429) {
      pauses.set(host, now() + (outcome.milliseconds ?? PAUSE));
    }
    return outcome;
  };
  const refresh = async (feed: F, host: string): Promise<void> => {
    // In VS Code a request takes milliseconds to begin, and others have something to do between two of them.
    await nextTurn();
    if (hasEnded()) return;
    const outcome = await outcomeOf(feed, host);
    // The signal ended what was under way; that is no outcome.
    if (!hasEnded()) await connection.take(feed, outcome, host);
  };

  request.signal.addEventListener('abort', end, { once: true });
  if (request.signal.aborted) end();
  try {
    await Promise.all(
      feeds.map((feed) => {
        const host = hostOf(feed.url);
        return inTurn(host, () => refresh(feed, host));
      }),
    );
    await connection.finish();
  } finally {
    request.signal.removeEventListener('abort', end);
  }
  const kind = connection.isLost() ? 'offline' : hasEnded() ? 'stopped' : 'complete';
  return { kind, delivered, errors };
}
