// The calendar day where the person is.

import type { Day } from '../model/headlineList.ts';

/** Gives the day, in local time, that a moment in milliseconds since 1970 lies in, or one so many days after it. */
export function localDay(time: number, daysAfter = 0): Day {
  const at = new Date(time);
  const [year, month, date] = [at.getFullYear(), at.getMonth(), at.getDate() + daysAfter];
  return { began: new Date(year, month, date).getTime(), date: Date.UTC(year, month, date) };
}
