// The dates that feeds write: RFC 822, W3C's profile of ISO 8601, and what is made of them in practice.

import { publishedDate } from '../publishedDate.ts';
import { monthNumber } from './monthNumber.ts';
import { zoneOffset } from './zoneOffset.ts';

const LONGEST = 100;
const CLOCK =
  /(?<![\d.])(?:(?<before>오전|오후|上午|下午|午前|午後)\s*)?(?<hour>\d{1,2})[:.](?<minute>\d{1,2})(?:[:.](?<second>\d{1,2})(?:[.,]\d+)?)?(?:\s*(?<half>[ap]\.?m\b\.?))?(?![\d/]|\.\d)/iu;
const ZONE =
  /^\s*(?:\((?<inside>[^()]{1,40})\)|(?<zone>(?:[a-z]{1,5})?\s?[+-]\s?\d{1,2}(?::?\d{2})?|[a-z]{1,5}))/iu;
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2}):?(\d{2}):?(\d{2})?(?:[.,]\d+)?\s*(z|[+-]\d{2}:?\d{2})?$/iu;
const EPOCH = /^(?:\d{9,10}|\d{12,13})$/u;
const WEEKDAY =
  /^(?:\p{L}+(?:[-.]\p{L}+)?\.?\s*,\s*|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?\s+)/iu;
const DATES = [
  /^(?<year>\d{4})[-/.](?<number>\d{1,2})[-/.](?<day>\d{1,2})$/u,
  /^(?<year>\d{4})[-/.](?<number>\d{1,2})$/u,
  /^(?<year>\d{4})(?<number>\d{2})(?<day>\d{2})$/u,
  /^(?<year>\d{4})-(?<ofYear>\d{3})$/u,
  /^(?<year>\d{4})$/u,
  /^(?<day>\d{1,2})(?:st|nd|rd|th|[.ºª])?[\s-]+(?:of\s|de\s)?(?<month>\p{L}{3,})\.?[\s,-]+(?:de\s)?(?<year>\d{4}|\d{2})$/u,
  /^(?<month>\p{L}{3,})\.?[\s-]+(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s,-]+(?<year>\d{4})$/u,
  /^(?<year>\d{4})[\s-]+(?<month>\p{L}{3,})\.?[\s-]+(?<day>\d{1,2})$/u,
  /^(?<day>\d{1,2})\.\s?(?<number>\d{1,2})\.\s?(?<year>\d{4})$/u,
  /^(?<day>1[3-9]|2\d|3[01])[/-](?<number>\d{1,2})[/-](?<year>\d{4})$/u,
  /^(?<number>\d{1,2})[/-](?<day>1[3-9]|2\d|3[01])[/-](?<year>\d{4})$/u,
];

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
  const found = epochDate(text) ?? compactDate(text) ?? dateAndTime(text) ?? publishedDate(text);
  return found === undefined || isNone(found) ? undefined : found;
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
  const seconds = second === undefined ? '' : `:${second}`;
  return publishedDate(`${year}-${month}-${day}T${hour}:${minute}${seconds}${zoneOffset(zone ?? '') ?? ''}`);
}

function dateAndTime(text: string): string | undefined {
  const plain = text.replaceAll(/\s*[年년]\s*|\s*[月월]\s*/gu, '-').replaceAll(/[日일]/gu, ' ');
  const clock = CLOCK.exec(plain);
  if (clock === null) return dayOf(plain);
  const after = plain.slice(clock.index + clock[0].length);
  const zone = ZONE.exec(after);
  const before = plain.slice(0, clock.index).replace(/(?:[T,]|\bat|\bum|\bà)\s*$/iu, '');
  const { zone: named, inside } = zone?.groups ?? {};
  const rest = zone === null ? after : after.slice(zone[0].length);
  const day = dayOf(`${before.trim()} ${rest.replace(/\([^()]*\)/gu, '').trim()}`) ?? dayOf(before);
  const time = timeOf(clock.groups ?? {});
  if (day === undefined || time === undefined) return undefined;
  if (day.length < 10) return day;
  return publishedDate(`${day}T${time}${zoneOffset(named ?? inside ?? '') ?? ''}`);
}

function dayOf(text: string): string | undefined {
  const date = text
    .trim()
    .replace(WEEKDAY, '')
    .replace(/[\s,T]+$/u, '');
  for (const form of DATES) {
    const parts = form.exec(date)?.groups;
    if (parts !== undefined) return isoDay(parts);
  }
  return undefined;
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
  if (name !== undefined && written > 12 && half !== undefined) return undefined;
  const hours = name === undefined || written > 12 ? written : (written % 12) + (name === 'p' ? 12 : 0);
  // A leap second is the last second that ISO dates of JavaScript know.
  const seconds = second === undefined ? '' : `:${String(Math.min(Number(second), 59)).padStart(2, '0')}`;
  return `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}${seconds}`;
}

function halfOf(name: string): 'a' | 'p' {
  return ['오후', '下午', '午後'].includes(name) ? 'p' : 'a';
}
