// Dates as publishers write them, in ISO 8601.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST = 80;
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
const TIME =
  '(?:,?\\s+(?:at\\s+)?(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?::(?<second>\\d{2}))?\\s*(?<half>[ap]\\.?m\\.?)?\\s*(?<zone>z|gmt|utc|[+-]\\d{2}:?\\d{2})?)?';
const PREFIX = '^(?:(?:published|updated|posted)(?:\\s+on)?:?\\s+)?';

const FORMS = [
  '^(?<year>\\d{4})-(?<numeric>\\d{2})-(?<day>\\d{2})(?:[T ](?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<zone>z|[+-]\\d{2}(?::?\\d{2})?)?)?$',
  '^(?<year>\\d{4})-(?<numeric>\\d{2})$',
  '^(?<year>\\d{4})(?<numeric>\\d{2})(?<day>\\d{2})$',
  '^(?<year>\\d{4})[/.](?<numeric>\\d{1,2})[/.](?<day>\\d{1,2})$',
  `${PREFIX}${WEEKDAY}${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+(?<year>\\d{4})${TIME}$`,
  `${PREFIX}${WEEKDAY}${MONTH}\\s+${DAY},?\\s+(?<year>\\d{4})${TIME}$`,
  `^${MONTH}\\s+(?<year>\\d{4})$`,
].map((form) => new RegExp(form, 'iu'));

/**
 * Gives a date in ISO 8601 with the precision and offset that were written, or undefined for text that is no
 * date or could mean two: "03/04/2025" is never guessed.
 *
 * @example "Wednesday, October 8, 2025" gives "2025-10-08"; "8 Oct 2025, 2:05 pm" gives "2025-10-08T14:05".
 */
export function publishedDate(written: string): string | undefined {
  const text = written.trim();
  if (text.length > LONGEST) return undefined;
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts !== undefined) return isoDate(parts);
  }
  return undefined;
}

type Parts = Readonly<Partial<Record<string, string>>>;

function isoDate(parts: Parts): string | undefined {
  const year = Number(parts['year']);
  const month = parts['numeric'] === undefined ? monthNumber(parts['month'] ?? '') : Number(parts['numeric']);
  if (month < 1 || month > 12 || year < 1000) return undefined;
  const yearAndMonth = `${parts['year'] ?? ''}-${twoDigits(month)}`;
  if (parts['day'] === undefined) return yearAndMonth;
  const day = Number(parts['day']);
  if (day < 1 || day > daysIn(year, month)) return undefined;
  const time = isoTime(parts);
  return time === undefined ? undefined : `${yearAndMonth}-${twoDigits(day)}${time}`;
}

function isoTime(parts: Parts): string | undefined {
  if (parts['hour'] === undefined) return '';
  const half = parts['half']?.charAt(0).toLowerCase();
  const written = Number(parts['hour']);
  if (half !== undefined && (written < 1 || written > 12)) return undefined;
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  if (hour > 23 || Number(parts['minute']) > 59) return undefined;
  const second = parts['second'] === undefined ? '' : `:${parts['second']}`;
  return `T${twoDigits(hour)}:${parts['minute'] ?? '00'}${second}${isoZone(parts['zone'])}`;
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined) return '';
  const offset = /^([+-]\d{2}):?(\d{2})?$/u.exec(zone);
  return offset === null ? 'Z' : `${offset[1] ?? ''}:${offset[2] ?? '00'}`;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
