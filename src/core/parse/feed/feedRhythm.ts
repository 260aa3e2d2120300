// When a publisher says that a feed changes.

import type { SyNs } from 'feedsmith';
import type { FeedRhythm } from '../../model/feed.ts';

interface WrittenRhythm {
  readonly ttl?: number | undefined;
  readonly skipHours?: readonly number[] | undefined;
  readonly skipDays?: readonly string[] | undefined;
  readonly sy?: SyNs.Feed<string> | undefined;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const PERIODS = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const;
const YEAR = 366 * 24 * 60;

/** Gives what RSS 2.0 and the syndication module say, without what cannot be meant. */
export function feedRhythm({ ttl, skipHours, skipDays, sy }: WrittenRhythm): FeedRhythm {
  const period = sy?.updatePeriod?.trim().toLowerCase();
  const updatePeriod = PERIODS.find((known) => known === period);
  const frequency = sy?.updateFrequency ?? 1;
  return {
    ttl: ttl !== undefined && ttl > 0 && ttl <= YEAR ? Math.round(ttl) : undefined,
    // RSS 0.91 counts the hours from 1 to 24, and 2.0 from 0 to 23.
    skipHours: [...new Set((skipHours ?? []).filter(isHour).map((hour) => hour % 24))],
    skipDays: DAYS.filter((day) => skipDays?.some((written) => isSameDay(written, day)) === true),
    updatePeriod,
    updateFrequency: updatePeriod === undefined ? undefined : frequency > 0 ? frequency : 1,
  };
}

function isHour(hour: number): boolean {
  return Number.isInteger(hour) && hour >= 0 && hour <= 24;
}

function isSameDay(written: string, day: string): boolean {
  return written.trim().toLowerCase() === day.toLowerCase();
}
