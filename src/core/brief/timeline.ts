// When the reports of a story were published, as a line with a tick for each.

import { dateLocale } from '../text/dateLocale.ts';
import { asUtc, dateFormat } from '../text/keptFormats.ts';
import { inEnglish, type Localize } from '../text/inEnglish.ts';
import type { Report } from './brief.ts';

export interface Timeline {
  readonly ticks: readonly Tick[];
  /** The times at both ends of the line: "06:10"; with the day where that is another: "Mon 22:40". */
  readonly from: string;
  readonly to: string;
  /** What the picture says, in words. */
  readonly text: string;
}

export interface Tick {
  /** From 0 for the first report to 1 for the last. */
  readonly place: number;
  readonly isNew: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Gives the line of a story's reports in the person's own time zone; undefined where they are all of one minute, as
 * there is nothing to see then.
 *
 * @param reports The oldest first.
 * @param now Milliseconds since 1970.
 * @example Three reports give the text "3 reports in 7 hours: the first by Wire at 06:10, the last by The Gazette at
 * 13:05".
 */
export function timeline(
  reports: readonly Report[],
  now: number,
  locale: string,
  localize: Localize = inEnglish,
): Timeline | undefined {
  const [first, last] = [reports[0], reports.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 60_000) return undefined;
  const length = last.at - first.at;
  const [from, to] = [first, last].map(({ at }) => clock(at, now, locale)) as [string, string];
  return {
    ticks: reports.map(({ at, isNew }) => ({ place: (at - first.at) / length, isNew })),
    from,
    to,
    text: localize(
      '{0} reports in {1}: the first by {2} at {3}, the last by {4} at {5}',
      reports.length,
      lasted(length, localize),
      first.publisher,
      from,
      last.publisher,
      to,
    ),
  };
}

function lasted(length: number, localize: Localize): string {
  if (length < HOUR) {
    const minutes = Math.round(length / 60_000);
    return minutes === 1 ? localize('one minute') : localize('{0} minutes', minutes);
  }
  if (length < 2 * DAY) {
    const hours = Math.round(length / HOUR);
    return hours === 1 ? localize('one hour') : localize('{0} hours', hours);
  }
  return localize('{0} days', Math.round(length / DAY));
}

/**
 * Gives the time of day, with the day in front where that is not today's.
 *
 * @example "08:15", "Mon 22:40", "12 Jan, 22:40"
 */
export function clock(at: number, now: number, locale: string): string {
  const isDateAlone = at % DAY === 0;
  const days = isDateAlone ? Math.floor(now / DAY) - at / DAY : dayOf(now) - dayOf(at);
  return dateFormat(dateLocale(locale), {
    ...(isDateAlone ? {} : { hour: '2-digit', minute: '2-digit' }),
    ...(days === 0 && !isDateAlone
      ? {}
      : days >= 0 && days < 7
        ? { weekday: 'short' }
        : { day: 'numeric', month: 'short' }),
  }).format(isDateAlone ? at : asUtc(new Date(at)));
}

function dayOf(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}
