// How long ago, as short as a list needs it.

import { dateLocale } from './dateLocale.ts';
import { ageFormat, asUtc, dateFormat, unitFormat } from './keptFormats.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Gives the age of an item: "now", "5m", "3h", "Yesterday", "Tue", "8 Oct", or "8 Oct 2024" in another year.
 * A moment that is exactly midnight UTC stands for a date without a time: it is that calendar day in every
 * time zone, and today's is "Today".
 *
 * @param sortAt Milliseconds since 1970.
 * @param now Milliseconds since 1970.
 */
export function relativeDate(sortAt: number, now: number, locale: string): string {
  const dateOnly = sortAt % DAY === 0;
  const days = calendarDay(now, false) - calendarDay(sortAt, dateOnly);
  if (dateOnly && days === 0) return inWords(0, 'day', locale);
  const age = now - sortAt;
  if (!dateOnly && days <= 0 && age > -DAY) return timeAgo(age, locale);
  if (!dateOnly && age >= 0 && age < HOUR) return timeAgo(age, locale);
  if (days === 1) return inWords(-1, 'day', locale);
  return inCalendar(sortAt, now, dateOnly, days, locale);
}

function timeAgo(age: number, locale: string): string {
  if (age < MINUTE) return ageFormat(locale).format(0, 'second');
  const unit = age < HOUR ? 'minute' : 'hour';
  const count = Math.floor(age / (age < HOUR ? MINUTE : HOUR));
  return unitFormat(locale, unit).format(count);
}

function inWords(count: number, unit: 'day', locale: string): string {
  const words = ageFormat(locale).format(count, unit);
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

function inCalendar(sortAt: number, now: number, dateOnly: boolean, days: number, locale: string): string {
  const date = new Date(sortAt);
  const year = dateOnly ? date.getUTCFullYear() : date.getFullYear();
  const thisYear = year === new Date(now).getFullYear();
  return dateFormat(dateLocale(locale), {
    ...(days > 1 && days < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' }),
    ...(thisYear || (days > 1 && days < 7) ? {} : { year: 'numeric' }),
  }).format(dateOnly ? date : asUtc(date));
}

/** Counts calendar days, in local time or, for a date without a time, in UTC. */
function calendarDay(time: number, utc: boolean): number {
  const date = new Date(time);
  if (utc) return Math.floor(time / DAY);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
}
