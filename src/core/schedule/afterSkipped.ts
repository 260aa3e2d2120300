// The hours and days in which a publisher asks not to be read (RSS 2.0, skipHours and skipDays).

const HOUR = 3_600_000;
const WEEK_OF_HOURS = 7 * 24;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * Gives the first time, by whole hours from the one given, that is neither in a skipped hour nor on a skipped day,
 * both in GMT. Where everything is skipped, nothing is.
 *
 * @example 2025-10-08T23:40Z with the hours 23 and 0 skipped gives 2025-10-09T01:40Z.
 */
export function afterSkipped(time: number, hours: readonly number[], days: readonly string[]): number {
  const skippedHours = new Set(hours.map((hour) => hour % 24));
  const skippedDays = new Set(days.map((day) => DAYS.indexOf(day.trim().toLowerCase())));
  for (let later = 0; later < WEEK_OF_HOURS; later++) {
    const candidate = new Date(time + later * HOUR);
    if (skippedHours.has(candidate.getUTCHours()) || skippedDays.has(candidate.getUTCDay())) continue;
    return candidate.getTime();
  }
  return time;
}
