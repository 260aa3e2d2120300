// Tells whether two headlines are the same words.

const APOSTROPHES = /['’‘‛ʼ`´＇′]/gu;
/** The full stop of an initial or abbreviation: "U.S.", "e.g." */
const INITIAL_STOP = /(?<=(?:^|[^\p{L}])\p{L})\.(?!\p{N})/gu;
/** Everything between words; a point or comma between two digits belongs to the number. */
const BETWEEN_WORDS = /(?:(?!(?<=\p{N})[.,](?=\p{N}))[\p{P}\p{Z}\p{C}\s])+/gu;

/**
 * Gives what is left of a headline when typography is put aside (Unicode NFKC, lower case, no punctuation,
 * single spaces): equal keys mean equal words. A headline of punctuation alone is its own key.
 *
 * @example "U.S. Mocks “Patriots-Only” Vote" and "US mocks 'patriots only' vote" both give "us mocks patriots only vote".
 */
export function headlineKey(headline: string): string {
  const plain = headline.replace(APOSTROPHES, '').normalize('NFKC').toLowerCase().trim();
  const key = plain.replace(INITIAL_STOP, '').replace(BETWEEN_WORDS, ' ').trim();
  return key === '' ? headline.normalize('NFKC').trim() : key;
}
