// The moment by which items are ordered.

/**
 * Gives the milliseconds since 1970 of an ISO 8601 date; undefined where there is none. A date without a time gives
 * midnight in UTC, by which `relativeDate` knows it for a calendar date.
 *
 * @example publishedTime("2025-10-08") gives Date.UTC(2025, 9, 8).
 */
export function publishedTime(published: string | undefined): number | undefined {
  const time = Date.parse(published ?? '');
  return Number.isNaN(time) ? undefined : time;
}
