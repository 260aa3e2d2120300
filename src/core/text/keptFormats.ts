// The formatters of dates and counts: each costs as much to make as a hundred texts to write, and lists write many.

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const countFormats = new Map<string, Intl.NumberFormat>();
const ageFormats = new Map<string, Intl.RelativeTimeFormat>();

/**
 * Gives the formatter of dates in UTC; one for the computer's own time would outlast a journey. `asUtc` brings a moment
 * in local time here.
 */
export function dateFormat(
  locale: string,
  options: Omit<Intl.DateTimeFormatOptions, 'timeZone'>,
): Intl.DateTimeFormat {
  return kept(
    dateFormats,
    `${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  );
}

/** Gives the formatter of counts of a unit, as short as can be: "5m". */
export function unitFormat(locale: string, unit: 'minute' | 'hour'): Intl.NumberFormat {
  return kept(
    countFormats,
    `${locale} ${unit}`,
    () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }),
  );
}

/** Gives the formatter of ages in words: "yesterday". */
export function ageFormat(locale: string): Intl.RelativeTimeFormat {
  return kept(ageFormats, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
}

/** Gives the moment that a clock in UTC shows like the local clock shows this one. */
export function asUtc(local: Date): Date {
  return new Date(local.getTime() - local.getTimezoneOffset() * 60_000);
}

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = make();
  formats.set(key, format);
  return format;
}
