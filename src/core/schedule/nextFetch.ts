// What a fetch means for the next one: when it is due, at which address, and how long the feed has been failing.

import { afterSkipped } from './afterSkipped.ts';
import {
  compactRhythm,
  feedInterval,
  LONGEST_INTERVAL,
  SHORTEST_INTERVAL,
  type PublishingRhythm,
} from './feedInterval.ts';
import type { FetchOutcome, FreshAnswer, UnchangedAnswer } from './fetchOutcome.ts';
import type { FailureCause, FetchState } from './fetchState.ts';
import { hostOf } from './hostOf.ts';

/** Connections come back any moment. */
const OFFLINE_PAUSE = 5 * 60_000;
/** A server that asks for a longer pause is asked again all the same. */
const LONGEST_WAIT = 7 * 24 * 3_600_000;
const NO_RHYTHM: PublishingRhythm = {
  ttl: undefined,
  skipHours: [],
  skipDays: [],
  updatePeriod: undefined,
  updateFrequency: undefined,
  published: [],
};

/**
 * Gives the state of a feed after a fetch. Failures double the time until the next try, from a quarter of an hour to
 * a day; being offline is not the feed's failure. A feed that is gone (410) is never asked for again. The address of
 * a feed that moved for good is only taken over when a feed was found there: the portal of a hotel's network moves
 * everything.
 *
 * @param rhythm What was read in a fresh answer; undefined when it was no feed. Of no matter for other outcomes.
 * @param random01 A random number from 0 to 1 that spreads the feeds over time.
 * @param now Milliseconds since 1970.
 */
export function nextFetch(
  state: FetchState,
  outcome: FetchOutcome,
  rhythm: PublishingRhythm | undefined,
  random01: number,
  now: number,
): FetchState {
  switch (outcome.kind) {
    case 'fresh':
      if (rhythm === undefined) {
        const sentence = `What ${hostOf(outcome.finalUrl)} sent is not a feed.`;
        return failed(state, { cause: 'no feed', status: undefined, sentence }, random01, now);
      }
      return read(state, outcome, compactRhythm(rhythm, now), random01, now);
    case 'unchanged':
      return read(state, outcome, state.rhythm ?? NO_RHYTHM, random01, now);
    case 'gone': {
      const fault: Fault = { cause: 'gone', status: 410, sentence: outcome.sentence };
      return { ...failed(state, fault, random01, now), nextAt: undefined };
    }
    case 'wait': {
      const { status, sentence, milliseconds } = outcome;
      const cause = status === 429 ? 'too many requests' : 'out of service';
      const after = failed(state, { cause, status, sentence }, random01, now);
      if (milliseconds === undefined) return after;
      const pause = pauseOf(milliseconds);
      return {
        ...after,
        nextAt: Math.round(now + Math.max(pause, SHORTEST_INTERVAL) * (1 + random01 / 10)),
        hostPausedUntil: status === 429 ? now + pause : state.hostPausedUntil,
      };
    }
    case 'postponed':
      // The feeds of one host would else all come back at the moment at which its pause ends.
      return {
        ...state,
        nextAt: Math.round(now + pauseOf(outcome.milliseconds) + random01 * SHORTEST_INTERVAL),
      };
    case 'unauthorized': {
      const { status, sentence } = outcome;
      return failed(
        state,
        { cause: status === 401 ? 'password' : 'forbidden', status, sentence },
        random01,
        now,
      );
    }
    case 'failed':
      if (outcome.reason === 'aborted') return state;
      if (outcome.reason === 'offline') return { ...state, nextAt: now + OFFLINE_PAUSE };
      return failed(state, { ...outcome, cause: outcome.reason }, random01, now);
  }
}

function read(
  state: FetchState,
  answer: FreshAnswer | UnchangedAnswer,
  rhythm: PublishingRhythm,
  random01: number,
  now: number,
): FetchState {
  const interval = feedInterval(rhythm, answer.cacheFor, now) * (1 + random01 / 10);
  const nextAt = Math.round(now + Math.min(interval, LONGEST_INTERVAL));
  return {
    url: answer.movedTo ?? state.url,
    // A server may leave out of "unchanged" what has not changed; a new body without them has none.
    validators: answer.validators ?? (answer.kind === 'unchanged' ? state.validators : undefined),
    nextAt: afterSkipped(nextAt, rhythm.skipHours, rhythm.skipDays),
    readAt: now,
    rhythm,
    failure: undefined,
    hostPausedUntil: undefined,
  };
}

interface Fault {
  readonly cause: FailureCause;
  readonly status: number | undefined;
  readonly sentence: string;
}

function failed(state: FetchState, fault: Fault, random01: number, now: number): FetchState {
  const { cause, status, sentence } = fault;
  const before = state.failure;
  const count = (before?.count ?? 0) + 1;
  const backOff = SHORTEST_INTERVAL * 2 ** Math.min(count - 1, 20) * (1 + random01 / 2);
  return {
    ...state,
    nextAt: Math.round(now + Math.min(backOff, LONGEST_INTERVAL)),
    failure: {
      cause,
      status,
      sentence,
      count,
      since: before?.since ?? now,
      latestAt: now,
      told: before?.told ?? false,
    },
  };
}

function pauseOf(milliseconds: number): number {
  return Math.min(milliseconds, LONGEST_WAIT);
}
