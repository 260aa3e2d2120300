// The dates that feeds write: RFC 822, W3C's profile of ISO 8601, and what is made of them in practice.

import { publishedDate } from '../publishedDate.ts';
import { monthNumber } from './monthNumber.ts';
import { zoneOffset } from './zoneOffset.ts';

const LONGEST = 100;
const CLOCK =
  /(?<![\d.])(?:(?<before>오전|오후|上午|下午|午前|午後)\s*)?(?<hour>\d{1,2})[:.](?<minute>\d{1,2})(?:[:.](?<second>\d{1,2})(?:[.,]\d+)?)?(?:\s*(?<half>[ap]\.?m\b\.?))?(?![\d/]|\.\d)/iu;
const ZONE =
  /^\s*(?:\((?<inside>[^()]{1,40})\)|(?<zone>(?:[a-z]{1,5})?\s?[+-]\s?(?:\d{1,2}:?\d{2}|\d{1,2})|[a-z]{1,5}))/iu;
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2}):?(\d{2}):?(\d{2})?(?:[.,]\d+)?\s*(z|[+-]\d{2}:?\d{2})?$/iu;
const EPOCH = /^(?:\d{9,10}|\d{12,13})$/u;
const WEEKDAY =
  /^(?:\p{L}+(?:[-.]\p{L}+)?\.?\s*,\s*|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?\s+)/iu;
/** "Publié le mercredi", "Stand:": words before a date that begins with a number. */
const WORDS_BEFORE = /^(?:\p{L}+[.,:]{0,2}\s+){1,4}(?=\d{1,2}\D|\d{4}[-/.])/u;
/** "à", "г. в", " -": what parts a date from its time. */
const BEFORE_TIME = /(?<=(?<!\d)\d{4})\D{1,20}$|[T,]\s*$|\s(?:at|um|à)\s*$/iu;
/** Dates and times in words and signs of other languages, and what is read in their place. */
const SIGNS: readonly (readonly [written: RegExp, read: string])[] = [
  [/\s*[(（][月火水木金土日一二三四五六天祝월화수목금토일・]{1,3}[)）]\s*/gu, ' '],
  [/\s*(?:(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일)\s*/gu, ' '],
  [/\s*[年년]\s*|\s*[月월]\s*/gu, '-'],
  [/[日일]/gu, ' '],
  [/(?<=\d)\s*[時时點点시]\s*(?=\d)/gu, ':'],
  [/(?<=\d)\s*[時时點点시]/gu, ':00'],
  [/(?<=\d)\s*[分분]\s*(?=\d)/gu, ':'],
  [/(?<=\d)\s*[分분秒초]/gu, ' '],
  [/(?<![\d:.])(\d{1,2})\s?h\s?(?=\d{2}(?!\d))/giu, '$1:'],
  [/(?<![\d:.])(\d{1,2})\s?h(?![\p{L}\d])/giu, '$1:00'],
  [/(?<=\d{4})\s?г(?:ода|\.|(?!\p{L}))/giu, ''],
];
const DATES = [
  /^(?<year>\d{4})(?:[-/]|\.\s?)(?<number>\d{1,2})(?:[-/]|\.\s?)(?<day>\d{1,2})\.?$/u,
  /^(?<year>\d{4})[-/.](?<number>\d{1,2})$/u,
  /^(?<year>\d{4})(?<number>\d{2})(?<day>\d{2})$/u,
  /^(?<year>\d{4})-(?<ofYear>\d{3})$/u,
  /^(?<year>\d{4})$/u,
  /^(?<day>\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[\s-]+(?:of\s|de\s|d['’])?(?<month>\p{L}{3,})\.?[\s,-]+(?:del?\s)?(?<year>\d{4}|\d{2})$/u,
  /^(?<month>\p{L}{3,})\.?[\s-]+(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s,-]+(?<year>\d{4})$/u,
  /^(?<year>\d{4})\.?[\s-]+(?<month>\p{L}{3,})\.?[\s-]+(?<day>\d{1,2})\.?$/u,
  /^(?<day>\d{1,2})\.\s?(?<number>\d{1,2})\.\s?(?<year>\d{4})$/u,
  /^(?<day>1[3-9]|2\d|3[01])[/-](?<number>\d{1,2})[/-](?<year>\d{4})$/u,
  /^(?<number>\d{1,2})[/-](?<day>1[3-9]|2\d|3[01])[/-](?<year>\d{4})$/u,
];

/** Both numbers could be the month, but only one of the two days was of that name. */
const DAY_AND_NUMBERS =
  /^(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-](?<year>\d{4})\b[\s,-]*$/iu;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** The zeros of the digits that are written as those of ASCII are: full-width, Arabic and Persian. */
const ZEROS = [0xff10, 0x0660, 0x06f0];
const MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

type Parts = Readonly<Partial<Record<string, string>>>;

/**
 * Gives a date in ISO 8601 with the precision and offset that were written, or undefined for text that is no date
 * or could mean two. Names of zones become their offsets; a time without a zone stays without one. A two-digit year
 * is read by RFC 5322 § 4.3.
 *
 * @example "Wed, 08 Oct 25 14:05:00 EDT" gives "2025-10-08T14:05:00-04:00"; "2025-10-08" gives "2025-10-08".
 */
export function feedDate(written: string | undefined): string | undefined {
  const text = written?.replace(/\s+/gu, ' ').trim() ?? '';
  if (text === '' || text.length > LONGEST) return undefined;
  return dateIn(inAsciiDigits(text));
}

function dateIn(text: string): string | undefined {
  const found = compactDate(text) ?? epochDate(text) ?? dateAndTime(text) ?? publishedDate(text);
  return found === undefined || isNone(found) ? undefined : found;
}

function inAsciiDigits(text: string): string {
  if (/^[ -~]*$/u.test(text)) return text;
  return text.replace(MARKS, '').replace(/[\p{Nd}：／．]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    if (zero !== undefined) return String(code - zero);
    return /^[：／．]$/u.test(sign) ? String.fromCharCode(code - 0xfee0) : sign;
  });
}

/** Programs write the beginning of their calendar where they know no date. */
function isNone(date: string): boolean {
  return /^1970-01-01T00:00(?::00)?(?:Z|\+00:00)?$/u.test(date) || date.startsWith('1900-01-01');
}

function epochDate(text: string): string | undefined {
  if (!EPOCH.test(text)) return undefined;
  const time = Number(text) * (text.length > 10 ? 1 : 1000);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function compactDate(text: string): string | undefined {
  const parts = COMPACT.exec(text);
  if (parts === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second, zone] = parts;
  // Else it is a count of milliseconds.
  if (EPOCH.test(text) && !/^(?:19[89]|20)/u.test(year)) return undefined;
  const seconds = second === undefined ? '' : `:${second}`;
  return publishedDate(`${year}-${month}-${day}T${hour}:${minute}${seconds}${zoneOffset(zone ?? '') ?? ''}`);
}

function dateAndTime(text: string): string | undefined {
  const plain = SIGNS.reduce((changed, [written, read]) => changed.replace(written, read), text).trim();
  const clock = CLOCK.exec(plain);
  if (clock === null) return dayOf(plain);
  const after = plain.slice(clock.index + clock[0].length);
  const zone = ZONE.exec(after);
  const before = plain.slice(0, clock.index).replace(BEFORE_TIME, '');
  const { zone: named, inside } = zone?.groups ?? {};
  const rest = zone === null ? after : after.slice(zone[0].length);
  const day = dayOf(`${before.trim()} ${rest.replace(/\([^()]*\)/gu, '').trim()}`) ?? dayOf(before);
  const time = timeOf(clock.groups ?? {});
  if (day === undefined || time === undefined) return undefined;
  if (day.length < 10) return day;
  const offset = zoneOffset(named ?? inside ?? '') ?? '';
  const midnight = /^24:00(?<seconds>:00)?$/u.exec(time);
  if (midnight === null) return publishedDate(`${day}T${time}${offset}`);
  return publishedDate(`${dayAfter(day)}T00:00${midnight[1] ?? ''}${offset}`);
}

function dayOf(text: string): string | undefined {
  const date = text
    .trim()
    .replace(WEEKDAY, '')
    .replace(/^(?:[\s,|•·]|[–—-]\s)+|[\s,T-]+$/gu, '');
  const numbers = DAY_AND_NUMBERS.exec(text.trim())?.groups;
  const told = numbers === undefined ? undefined : byWeekday(numbers);
  if (told !== undefined) return told;
  for (const words of new Set([date, date.replace(WORDS_BEFORE, '')])) {
    const parts = DATES.map((form) => form.exec(words)?.groups).find((found) => found !== undefined);
    if (parts !== undefined) return isoDay(parts);
  }
  return undefined;
}

function byWeekday({ weekday = '', first = '', second = '', year = '' }: Parts): string | undefined {
  const days = [isoDay({ year, number: first, day: second }), isoDay({ year, number: second, day: first })];
  const wanted = WEEKDAYS.indexOf(weekday.toLowerCase());
  return days.find((day) => day !== undefined && new Date(`${day}T00:00:00Z`).getUTCDay() === wanted);
}

/** The hour 24 of a day is the hour 0 of the next. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function isoDay({ year = '', number, month, day, ofYear }: Parts): string | undefined {
  const full = fullYear(year);
  if (ofYear !== undefined) return dayOfYear(full, Number(ofYear));
  if (number === undefined && month === undefined) return /^(?:19|20|21)/u.test(full) ? full : undefined;
  const monthOfYear = number === undefined ? monthNumber(month ?? '') : Number(number);
  if (monthOfYear === undefined || monthOfYear < 1 || monthOfYear > 12) return undefined;
  const ofMonth = day === undefined ? '' : `-${day.padStart(2, '0')}`;
  return publishedDate(`${full}-${String(monthOfYear).padStart(2, '0')}${ofMonth}`);
}

function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
}

function dayOfYear(year: string, day: number): string | undefined {
  const date = new Date(Date.UTC(Number(year), 0, day)).toISOString().slice(0, 10);
  return day > 0 && date.startsWith(year) ? date : undefined;
}

function timeOf({ hour = '', minute = '', second, half, before }: Parts): string | undefined {
  const name = half?.charAt(0).toLowerCase() ?? (before === undefined ? undefined : halfOf(before));
  const written = Number(hour);
  if (name === 'a' && written > 12 && half !== undefined) return undefined;
  const hours = name === undefined || written > 12 ? written : (written % 12) + (name === 'p' ? 12 : 0);
  // A leap second is the last second that ISO dates of JavaScript know.
  const seconds = second === undefined ? '' : `:${String(Math.min(Number(second), 59)).padStart(2, '0')}`;
  return `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}${seconds}`;
}

function halfOf(name: string): 'a' | 'p' {
  return ['오후', '下午', '午後'].includes(name) ? 'p' : 'a';
}
