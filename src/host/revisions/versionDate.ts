// When a version was taken in, in words.

import type { RevisionSummary } from '../../core/model/revision.ts';
import { dateLocale } from '../../core/text/dateLocale.ts';
import { localize } from '../localize.ts';

/**
 * Gives the day and the time in the person's own time zone.
 *
 * @param seenAt Milliseconds since 1970.
 * @example "3 Mar 2026, 10:15"
 */
export function versionDate(seenAt: number, locale: string): string {
  return new Intl.DateTimeFormat(dateLocale(locale), { ...DAY, ...TIME }).format(seenAt);
}

/**
 * Gives when two versions were taken in, and what they are called where that is the same minute.
 *
 * @example "3 Mar 2026, 10:15 ↔ 4 Mar 2026, 09:00", or on one day "3 Mar 2026, 10:15 ↔ 11:40"
 */
export function versionDates(older: VersionTime, newer: VersionTime, locale: string): string {
  const [from, to] = [older, newer].map(({ seenAt }) => versionDate(seenAt, locale));
  if (from === to)
    return localize('{0}, version {1} ↔ version {2}', from ?? '', older.ordinal, newer.ordinal);
  const day = new Intl.DateTimeFormat(dateLocale(locale), DAY);
  const isOneDay = day.format(older.seenAt) === day.format(newer.seenAt);
  const time = new Intl.DateTimeFormat(dateLocale(locale), TIME).format(newer.seenAt);
  return `${from ?? ''} ↔ ${isOneDay ? time : (to ?? '')}`;
}

export type VersionTime = Pick<RevisionSummary, 'ordinal' | 'seenAt'>;

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
