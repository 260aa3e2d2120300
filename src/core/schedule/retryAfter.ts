// How long a server asks to be left alone.

import { httpDate } from './httpDate.ts';

/**
 * Gives the milliseconds of a Retry-After header, seconds or a date (RFC 9110, section 10.2.3), 0 for a time that is
 * past; undefined where it says neither.
 *
 * @example "120" gives 120000.
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,12}(?:\.\d{1,9})?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const time = httpDate(text, now);
  return time === undefined ? undefined : Math.max(time - now, 0);
}
