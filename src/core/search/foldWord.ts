// Words as they are compared: without case, accents and other ways of writing the same.

const ASCII = /^[\0-\x7f]*$/;

// Marks that readers leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs
// and the elongation stroke; and what nobody sees. Vowel signs of Indic scripts are letters and stay.
const LOOSE_MARKS =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060\ufeff]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const COMPOUND = /[ßæœøđłıþðςأإآٱىةیک]/g;
const COMPOUND_FOLDS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd',
  ς: 'σ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ی: 'ي',
  ک: 'ك',
};

/** Gives a text without soft hyphens, joiners and spaces of no width, which may stand inside words. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Gives the folded form of one word: "Été" gives "ete", "Straße" gives "strasse". */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(LOOSE_MARKS, '')
    .normalize('NFC')
    .replace(COMPOUND, (letter) => COMPOUND_FOLDS[letter] ?? letter);
}
