// Dates of references.

import type { CslDate, DateParts } from './cslItem.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/**
 * Gives an ISO 8601 date with the precision it has, as the publisher's calendar and clock had it; undefined for
 * anything else.
 *
 * @example cslDate("2025-10-08T23:30:00+05:00") gives { "date-parts": [[2025, 10, 8]] }.
 */
export function cslDate(iso: string | undefined): CslDate | undefined {
  const [, year, month, day] = (ISO.exec(iso ?? '') ?? []).map(Number);
  if (year === undefined) return undefined;
  return { 'date-parts': [dateParts(year, month, day)] };
}

/** Gives a date as ISO 8601 writes it: "2025-10-08", "2025-10" or "2025". */
export function isoDate({ 'date-parts': [[year, month, day]] }: CslDate): string {
  const digits = (part: number): string => String(part).padStart(2, '0');
  return [
    String(year).padStart(4, '0'),
    ...[month, day].filter((part) => part !== undefined).map(digits),
  ].join('-');
}

/** An impossible month or day is one that nobody knows. */
function dateParts(year: number, month: number | undefined, day: number | undefined): DateParts {
  if (month === undefined || !(month >= 1 && month <= 12)) return [year];
  return day === undefined || !(day >= 1 && day <= 31) ? [year, month] : [year, month, day];
}
