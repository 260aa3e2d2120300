// The locale in which dates are written.

/** Gives the locale itself; English without a country writes the day before the month: "8 October 2025". */
export function dateLocale(locale: string): string {
  return locale.toLowerCase() === 'en' ? 'en-GB' : locale;
}
