// A publication date in words.

import { dateLocale } from './dateLocale.ts';
import { dateFormat } from './keptFormats.ts';

const ISO = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2}))?)?)?/;

/**
 * Gives an ISO 8601 date in words with the precision it has, and never another day: the calendar date and
 * wall clock are those that the publisher wrote. Text that is no ISO date is given back as it is.
 *
 * @param withTime Adds hours and minutes where the date has them.
 * @example "2025-10-08", "en" gives "8 October 2025"; "2025-10" gives "October 2025".
 */
export function longDate(iso: string, locale: string, withTime = false): string {
  const parts = ISO.exec(iso)?.groups;
  if (parts?.['year'] === undefined) return iso;
  const { month, day, hour, minute } = parts;
  const time = withTime && hour !== undefined;
  const at = new Date(0);
  at.setUTCFullYear(Number(parts['year']), Number(month ?? 1) - 1, Number(day ?? 1));
  at.setUTCHours(Number(hour ?? 0), Number(minute ?? 0));
  return dateFormat(dateLocale(locale), {
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    ...(time ? { hour: '2-digit', minute: '2-digit' } : {}),
  }).format(at);
}
