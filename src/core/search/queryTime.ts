// The dates that can be asked for.

import type { Day } from '../model/headlineList.ts';
import { localDay } from '../text/localDay.ts';

const DAY = 24 * 60 * 60 * 1000;
const SPAN_DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/**
 * Gives the milliseconds since 1970 at which a date or a span begins: a day, month or year as ISO 8601 writes it
 * ("2025-10-08", "2025-10", "2025") or a span before now in days, weeks, months or years ("7d", "2w"); the day in local
 * time for "today" or "yesterday". Undefined where it is none of these.
 */
export function queryTime(text: string, now: number): number | Day | undefined {
  const word = text.toLowerCase();
  if (word === 'today') return localDay(now);
  if (word === 'yesterday') return localDay(now, -1);
  const span = /^(\d{1,4})([dwmy])$/.exec(word);
  if (span !== null) return now - Number(span[1]) * (SPAN_DAYS[span[2] ?? ''] ?? 1) * DAY;
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(word)) return undefined;
  const time = Date.parse(word);
  // A day that its month does not have is read as one of the next.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(word) ? undefined : time;
}
