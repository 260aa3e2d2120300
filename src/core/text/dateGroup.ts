// Which part of a list an item belongs to that is grouped by date.

import { dateLocale } from './dateLocale.ts';
import { asUtc, dateFormat } from './keptFormats.ts';
import { localDay } from './localDay.ts';

const DAY = 86_400_000;

/** A part of the calendar as lists of mail name it. */
export interface DateGroup {
  /** Tells it from others, in whatever language and on whatever day. */
  readonly key: string;
  readonly label: string;
}

/** What the nearest parts are called. */
export interface DateNames {
  readonly today: string;
  readonly yesterday: string;
  readonly thisWeek: string;
  readonly lastWeek: string;
}

/**
 * Gives the part of the calendar that a moment lies in: today, yesterday, this week, last week, or its month. A
 * moment that is exactly midnight UTC stands for a date without a time, as in `relativeDate`; what is yet to come
 * counts as today.
 *
 * @param sortAt Milliseconds since 1970.
 * @param now Milliseconds since 1970.
 * @param firstDay The first day of the week: 1 for Monday to 7 for Sunday.
 * @example a month ago gives { key: "2026-01", label: "January 2026" }.
 */
export function dateGroup(
  sortAt: number,
  now: number,
  locale: string,
  names: DateNames,
  firstDay = 1,
): DateGroup {
  const isDate = sortAt % DAY === 0;
  const isSince = (daysAfter: number): boolean => {
    const day = localDay(now, daysAfter);
    return sortAt >= (isDate ? day.date : day.began);
  };
  if (isSince(0)) return { key: 'today', label: names.today };
  if (isSince(-1)) return { key: 'yesterday', label: names.yesterday };
  const daysOfWeek = (new Date(now).getDay() - firstDay + 7) % 7;
  if (isSince(-daysOfWeek)) return { key: 'this week', label: names.thisWeek };
  if (isSince(-daysOfWeek - 7)) return { key: 'last week', label: names.lastWeek };
  return month(new Date(sortAt), isDate, locale);
}

function month(date: Date, isDate: boolean, locale: string): DateGroup {
  const year = isDate ? date.getUTCFullYear() : date.getFullYear();
  const ordinal = (isDate ? date.getUTCMonth() : date.getMonth()) + 1;
  const label = dateFormat(dateLocale(locale), { month: 'long', year: 'numeric' }).format(
    isDate ? date : asUtc(date),
  );
  return { key: `${year}-${String(ordinal).padStart(2, '0')}`, label };
}
