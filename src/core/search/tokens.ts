// The words of a text as the index and queries see them.

/** A word with its place in the text. */
export interface Token {
  /** Folded form: lower case, without accents. */
  readonly term: string;
  /** UTF-16 offsets of what it stands for. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII = /^[\0-\x7f]*$/;

// Scripts written without spaces between words, or with particles grown onto them.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;

// Marks that readers leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs
// and the elongation stroke. Vowel signs of Indic scripts are letters and stay.
const LOOSE_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
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

/**
 * Gives the words of a text in order. A run of Chinese, Japanese, Korean, Thai, Lao, Khmer or Burmese characters
 * gives every pair of neighbours and its last character alone, so that a phrase of pairs finds any part of the run.
 *
 * @example tokens("Nguyễn’s 北京市") gives the terms nguyen, s, 北京, 京市, 市.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (ASCII.test(word)) {
      found.push({ term: word.toLowerCase(), start: match.index, end: match.index + word.length });
    } else {
      pushPieces(word, match.index, found);
    }
  }
  return found;
}

/** The folded form of one word, for comparing: "Été" gives "ete", "Straße" gives "strasse". */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(LOOSE_MARKS, '')
    .normalize('NFC')
    .replace(COMPOUND, (letter) => COMPOUND_FOLDS[letter] ?? letter);
}

/** Whether a folded term came from a script that is indexed by pairs of characters. */
export function isUnspaced(term: string): boolean {
  return term.search(UNSPACED) >= 0;
}

function pushPieces(word: string, offset: number, found: Token[]): void {
  let done = 0;
  for (const run of word.matchAll(UNSPACED)) {
    pushWord(word.slice(done, run.index), offset + done, found);
    pushPairs(run[0], offset + run.index, found);
    done = run.index + run[0].length;
  }
  pushWord(word.slice(done), offset + done, found);
}

function pushWord(word: string, start: number, found: Token[]): void {
  const term = foldWord(word);
  if (term !== '') found.push({ term, start, end: start + word.length });
}

function pushPairs(run: string, start: number, found: Token[]): void {
  const characters = Array.from(run);
  let place = start;
  characters.forEach((character, index) => {
    const next = characters[index + 1] ?? '';
    const term = foldWord(character + next);
    if (term !== '') found.push({ term, start: place, end: place + character.length + next.length });
    place += character.length;
  });
}
