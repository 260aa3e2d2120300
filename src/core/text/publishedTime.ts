// The moment by which items are ordered.

const WITHOUT_OFFSET = /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

/**
 * Gives the milliseconds since 1970 of an ISO 8601 date; undefined where there is none. A date without a time gives
 * midnight in UTC, by which `relativeDate` knows it for a calendar date; a time without an offset is read as UTC, so
 * that it is the same on every computer.
 *
 * @example publishedTime("2025-10-08") gives Date.UTC(2025, 9, 8).
 */
export function publishedTime(published: string | undefined): number | undefined {
  if (published === undefined) return undefined;
  const time = Date.parse(WITHOUT_OFFSET.test(published) ? `${published}Z` : published);
  return Number.isNaN(time) ? undefined : time;
}
