// Sentences with values in them.

/** Gives a sentence in the person's language; `{0}`, `{1}` … stand in the message where the values go. */
export type Localize = (message: string, ...values: readonly LocalizedValue[]) => string;

export type LocalizedValue = string | number;

/**
 * Gives the message as it stands, with its values.
 *
 * @example inEnglish('Move {0} Feeds', 3) gives "Move 3 Feeds"
 */
export function inEnglish(message: string, ...values: readonly LocalizedValue[]): string {
  return values.length === 0
    ? message
    : message.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
