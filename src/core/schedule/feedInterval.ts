// How often a feed is worth asking for: from what it publishes, and from what its publisher asks.

import type { Feed, FeedRhythm } from '../model/feed.ts';
import { publishedTime } from '../text/publishedTime.ts';

/** What the publisher says, and what it does. */
export interface PublishingRhythm extends FeedRhythm {
  /** When the entries were published, in milliseconds since 1970, in any order. */
  readonly published: readonly number[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const SHORTEST_INTERVAL = 15 * MINUTE;
export const LONGEST_INTERVAL = DAY;
/** For a feed that says nothing of itself. */
const USUAL = HOUR;

/** How many of the newest entries show the rhythm of today. */
const NEWEST = 20;
/** A feed that was silent for a day is asked for every quarter of a day: news comes late by a quarter at most. */
const SHARE_OF_SILENCE = 1 / 4;

const PERIODS: Readonly<Record<NonNullable<FeedRhythm['updatePeriod']>, number>> = {
  hourly: HOUR,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
  yearly: 365 * DAY,
};

/**
 * Gives the milliseconds until a feed is worth asking for again, between a quarter of an hour and a day: half the
 * median interval of its newest entries, longer where it has been silent for long, and never shorter than its
 * publisher asks by `ttl`, by the syndication module or by the seconds of `cacheFor`.
 */
export function feedInterval(rhythm: PublishingRhythm, cacheFor: number | undefined, now: number): number {
  const asked = Math.max(
    positive(rhythm.ttl) * MINUTE,
    askedPeriod(rhythm),
    positive(cacheFor) * 1000,
    ownInterval(rhythm.published, now) ?? USUAL,
  );
  return Math.min(Math.max(asked, SHORTEST_INTERVAL), LONGEST_INTERVAL);
}

/** Gives the rhythm that a feed shows; entries without a date show none. */
export function rhythmOf({ rhythm, entries }: Feed): PublishingRhythm {
  const published = entries.flatMap((entry) => publishedTime(entry.published) ?? []);
  return { ...rhythm, published };
}

/** Gives what of a rhythm is worth keeping: the newest times alone. */
export function compactRhythm(rhythm: PublishingRhythm, now: number): PublishingRhythm {
  return { ...rhythm, published: newestFirst(rhythm.published, now) };
}

function ownInterval(published: readonly number[], now: number): number | undefined {
  const times = newestFirst(published, now);
  const [newest] = times;
  const gaps = times
    .slice(1)
    .map((time, index) => (times[index] ?? time) - time)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  if (newest === undefined || median === undefined) return undefined;
  return Math.max(median / 2, (now - newest) * SHARE_OF_SILENCE);
}

/** Entries of the same moment came in one go, and count as one; a date that is still to come says nothing. */
function newestFirst(published: readonly number[], now: number): readonly number[] {
  return [...new Set(published.filter((time) => time <= now))].sort((a, b) => b - a).slice(0, NEWEST);
}

function askedPeriod({ updatePeriod, updateFrequency }: FeedRhythm): number {
  const period = updatePeriod === undefined ? 0 : PERIODS[updatePeriod];
  return period / Math.max(positive(updateFrequency), 1);
}

function positive(number: number | undefined): number {
  return number !== undefined && Number.isFinite(number) && number > 0 ? number : 0;
}
