// Dates in HTTP headers.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})';
const ZONE = '(?:gmt|utc|z|[+-]0000)';

/** IMF-fixdate, and the two obsolete forms that must be understood: RFC 850 and asctime. */
const FORMS = [
  `^(?:\\w{3,9}, *)?(?<day>\\d{1,2})[ -](?<month>\\w{3})[ -](?<year>\\d{4}) +${TIME} +${ZONE}$`,
  `^\\w{3,9}, *(?<day>\\d{2})-(?<month>\\w{3})-(?<year>\\d{2}) +${TIME} +${ZONE}$`,
  `^\\w{3} (?<month>\\w{3}) +(?<day>\\d{1,2}) ${TIME} (?<year>\\d{4})$`,
].map((form) => new RegExp(form, 'i'));

/**
 * Gives the milliseconds since 1970 of a date in an HTTP header (RFC 9110, section 5.6.7); undefined for anything
 * else. A year of two digits is never more than 50 years ahead of `now`.
 *
 * @example "Sun, 06 Nov 1994 08:49:37 GMT" gives Date.UTC(1994, 10, 6, 8, 49, 37).
 */
export function httpDate(written: string, now: number): number | undefined {
  const text = written.trim();
  if (text.length > 40) return undefined;
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts !== undefined) return timeOf(parts, now);
  }
  return undefined;
}

function timeOf(parts: Readonly<Partial<Record<string, string>>>, now: number): number | undefined {
  const number = (name: string): number => Number(parts[name]);
  const month = MONTHS.indexOf(parts['month']?.toLowerCase() ?? '');
  const year = parts['year']?.length === 2 ? fullYear(number('year'), now) : number('year');
  const [day, hour, minute, second] = [number('day'), number('hour'), number('minute'), number('second')];
  if (month < 0 || hour > 23 || minute > 59 || second > 60) return undefined;
  const time = Date.UTC(year, month, day, hour, minute, second);
  // 31 February would roll over to March.
  return new Date(Date.UTC(year, month, day)).getUTCDate() === day ? time : undefined;
}

function fullYear(twoDigits: number, now: number): number {
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}
