// The quotation marks of languages.

import { matchMarks } from '../find/matchMarks.ts';

export interface QuotationMarks {
  readonly outer: readonly [open: string, close: string];
  readonly inner: readonly [open: string, close: string];
}

const ENGLISH: QuotationMarks = { outer: ['“', '”'], inner: ['‘', '’'] };
const GERMAN: QuotationMarks = { outer: ['„', '“'], inner: ['‚', '‘'] };
const FRENCH: QuotationMarks = { outer: ['«\u00a0', '\u00a0»'], inner: ['“', '”'] };
const GUILLEMETS: QuotationMarks = { outer: ['«', '»'], inner: ['“', '”'] };
const RUSSIAN: QuotationMarks = { outer: ['«', '»'], inner: ['„', '“'] };
const POLISH: QuotationMarks = { outer: ['„', '”'], inner: ['«', '»'] };
const SWEDISH: QuotationMarks = { outer: ['”', '”'], inner: ['’', '’'] };
const SWISS: QuotationMarks = { outer: ['«', '»'], inner: ['‹', '›'] };
const JAPANESE: QuotationMarks = { outer: ['「', '」'], inner: ['『', '』'] };

/** By Unicode's CLDR ("delimiters"). */
const BY_LANGUAGE: ReadonlyMap<string, QuotationMarks> = new Map([
  ...['de', 'cs', 'sk', 'sl', 'is', 'bg', 'lt', 'et', 'ka', 'sq'].map((tag) => [tag, GERMAN] as const),
  ...['fr'].map((tag) => [tag, FRENCH] as const),
  ...['it', 'es', 'pt', 'ca', 'el', 'fa', 'hy', 'nb', 'no', 'nn', 'gl', 'eu'].map(
    (tag) => [tag, GUILLEMETS] as const,
  ),
  ...['ru', 'uk', 'be'].map((tag) => [tag, RUSSIAN] as const),
  ...['pl', 'ro', 'hu', 'hr', 'sr', 'bs'].map((tag) => [tag, POLISH] as const),
  ...['sv', 'fi'].map((tag) => [tag, SWEDISH] as const),
  ...['ja', 'zh-hant', 'zh-tw'].map((tag) => [tag, JAPANESE] as const),
  ['de-ch', SWISS],
  ['fr-ch', SWISS],
  ['pt-br', ENGLISH],
]);

/** Gives the quotation marks of a BCP 47 language tag; English ones where it is not known. */
export function quotationMarks(language: string | undefined): QuotationMarks {
  const tag = language?.toLowerCase() ?? '';
  for (const length of [2, 1]) {
    const marks = BY_LANGUAGE.get(tag.split('-').slice(0, length).join('-'));
    if (marks !== undefined) return marks;
  }
  return ENGLISH;
}

/**
 * Gives words that stand between these marks: quotations in them get the inner marks. Undefined where a mark among them
 * has no partner, as it would end the quotation where it does not end.
 *
 * @example "He said “no”." gives "He said ‘no’."
 */
export function nestedWords(words: string, { outer, inner }: QuotationMarks): string | undefined {
  const pairs = matchMarks(words);
  const paired = new Set(pairs.flatMap((pair) => [pair.outer[0], pair.outer[1] - 1]));
  for (const { index } of words.matchAll(/[“”„‟«»「」"]/g)) if (!paired.has(index)) return undefined;
  const [open, close] = [outer[0].trim(), outer[1].trim()];
  const changed = words.split('');
  for (const pair of pairs) {
    if (words.charAt(pair.outer[0]) !== open) continue;
    if (words.charAt(pair.outer[1] - 1) !== close) return undefined;
    changed[pair.outer[0]] = inner[0];
    changed[pair.outer[1] - 1] = inner[1];
  }
  const between = changed.join('');
  const whole = `${outer[0]}${between}${outer[1]}`;
  const [first] = matchMarks(whole);
  return first?.outer[0] === 0 && first.outer[1] === whole.length ? between : undefined;
}
