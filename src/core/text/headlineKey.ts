// Tells whether two headlines are the same words.

const APOSTROPHES = /['’‘‛ʼ`´＇′]/gu;
/** The full stop of an initial or abbreviation: "U.S.", "e.g." */
const INITIAL_STOP = /(?<=(?:^|[^\p{L}])\p{L})\.(?!\p{N})/gu;
/** Everything between words; a point or comma between two digits belongs to the number. */
const BETWEEN_WORDS = /(?:(?!(?<=\p{N})[.,](?=\p{N}))[\p{P}\p{Z}\p{C}\s])+/gu;

/** Marks between words, which lets most headlines be plain English. */
const TYPOGRAPHY = /[\u2012-\u2015\u201c-\u201f\u2026\u00ab\u00bb]/g;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_INITIAL_STOP = /(?<=(?:^|[^a-z])[a-z])\.(?![0-9])/g;
const ASCII_BETWEEN_WORDS = /(?:[^a-z0-9$+<=>^|~.,]|[.,](?!(?<=[0-9].)[0-9]))+/g;

/**
 * Gives what is left of a headline when typography is put aside (Unicode NFKC, lower case, no punctuation,
 * single spaces): equal keys mean equal words. A headline of punctuation alone is its own key.
 *
 * @example "U.S. Mocks “Patriots-Only” Vote" and "US mocks 'patriots only' vote" both give "us mocks patriots only vote".
 */
export function headlineKey(headline: string): string {
  const spaced = headline.replace(APOSTROPHES, '').replace(TYPOGRAPHY, ' ');
  const key = ASCII.test(spaced) ? asciiKey(spaced) : unicodeKey(spaced);
  return key === '' ? headline.normalize('NFKC').trim() : key;
}

function unicodeKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  return plain.replace(INITIAL_STOP, '').replace(BETWEEN_WORDS, ' ').trim();
}

/** The same for plain English, in a fraction of the time. */
function asciiKey(text: string): string {
  const plain = text.toLowerCase();
  const joined = plain.includes('.') ? plain.replace(ASCII_INITIAL_STOP, '') : plain;
  return joined.replace(ASCII_BETWEEN_WORDS, ' ').trim();
}
