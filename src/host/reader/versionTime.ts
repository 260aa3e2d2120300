// When a version of an article was taken in, in words.

import { dateLocale } from '../../core/text/dateLocale.ts';

/**
 * Gives when a version was taken in, in the person's own time zone.
 *
 * @param seenAt Milliseconds since 1970.
 * @example "3 March 2026 at 10:15"
 */
export function versionTime(seenAt: number, locale: string): string {
  return new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'long', timeStyle: 'short' }).format(
    seenAt,
  );
}
