// The words of a text as the index and queries see them.

import { foldWord, withoutInvisible } from './foldWord.ts';

/** A word with its place in the text. */
export interface Token {
  /** Folded form: lower case, without accents. */
  readonly term: string;
  /** The word in lower case as it stands (NFC); undefined for pieces of an unspaced run, which have no stem. */
  readonly word: string | undefined;
  /** UTF-16 offsets of what it stands for. */
  readonly start: number;
  readonly end: number;
}

/** Of a longer word, such as a gene's sequence, so many letters count: stemming takes the square of its length. */
export const LONGEST_WORD = 60;

// Soft hyphens, joiners and spaces of no width part nothing.
const INVISIBLE = '[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
const LETTERS = '[\\p{L}\\p{N}\\p{M}]+';
const WORD = new RegExp(`${LETTERS}(?:${INVISIBLE}+${LETTERS})*`, 'gu');
const ASCII = /^[\0-\x7f]*$/;

// Scripts written without spaces between words, or with particles grown onto them.
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
/** The marks that voice a kana, where it does not have them already. */
const VOICING = '\\u3099\\u309a\\uff9e\\uff9f';
const RUN = `[${SCRIPTS}ー々ｰ${VOICING}]`;
const UNSPACED = new RegExp(`[${SCRIPTS}ー々ｰ]${RUN}*(?:${INVISIBLE}+${RUN}+)*`, 'gu');
/** The blocks with such scripts, and others: other words are spared the search for runs. */
const MAY_BE_UNSPACED = /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\uffff]/;

// One character, however it is encoded: a syllable of Hangul in its letters, a kana with its mark.
const SYLLABLE = `[\\u1100-\\u115f]${INVISIBLE}*[\\u1160-\\u11a7](?:${INVISIBLE}*[\\u11a8-\\u11ff])?`;
const CHARACTER = new RegExp(
  `(?:${SYLLABLE}|[\\uac00-\\ud7a3]${INVISIBLE}*[\\u11a8-\\u11ff]|[^${INVISIBLE.slice(1)})(?:${INVISIBLE}*[${VOICING}])*`,
  'gu',
);
/** Combining marks of alphabets: words without them are composed already. */
const COMBINING = /[\u0300-\u036f\u0653-\u0655\u093c]/;
const IN_PARTS = /[\u1100-\u11ff\u3099\u309a\uff9e\uff9f\u00ad\u200b-\u200d\u2060\ufeff]/;

/**
 * Gives the words of a text in order. A run of Chinese, Japanese, Korean, Thai, Lao, Khmer or Burmese characters
 * gives every pair of neighbours and its last character alone, so that a phrase of pairs finds any part of the run.
 *
 * @example tokens("Nguyễn’s 北京市") gives the terms nguyen, s, 北京, 京市, 市.
 */
export function tokens(text: string): Token[] {
  if (ASCII.test(text)) return asciiTokens(text);
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (ASCII.test(word)) {
      const term = cutWord(word.toLowerCase());
      found.push({ term, word: term, start: match.index, end: match.index + word.length });
    } else {
      pushPieces(word, match.index, found);
    }
  }
  return found;
}

/** The same for plain English, in a fraction of the time. */
function asciiTokens(text: string): Token[] {
  const lower = text.toLowerCase();
  const found: Token[] = [];
  let start = -1;
  for (let place = 0; place <= lower.length; place++) {
    const code = place < lower.length ? lower.charCodeAt(place) : 0;
    const inWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (inWord && start < 0) start = place;
    else if (!inWord && start >= 0) {
      const term = lower.slice(start, Math.min(place, start + LONGEST_WORD));
      found.push({ term, word: term, start, end: place });
      start = -1;
    }
  }
  return found;
}

/** Gives as much of a word in lower case as counts. */
export function cutWord(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  const inPair = /[\ud800-\udbff]/.test(word.charAt(LONGEST_WORD - 1));
  return word.slice(0, inPair ? LONGEST_WORD - 1 : LONGEST_WORD);
}

/** Whether a folded term came from a script that is indexed by pairs of characters. */
export function isUnspaced(term: string): boolean {
  return term.search(UNSPACED) >= 0;
}

function pushPieces(word: string, offset: number, found: Token[]): void {
  if (!MAY_BE_UNSPACED.test(word)) {
    pushWord(word, offset, found);
    return;
  }
  let done = 0;
  for (const run of word.matchAll(UNSPACED)) {
    pushWord(word.slice(done, run.index), offset + done, found);
    pushPairs(run[0], offset + run.index, found);
    done = run.index + run[0].length;
  }
  pushWord(word.slice(done), offset + done, found);
}

function pushWord(text: string, start: number, found: Token[]): void {
  const lower = withoutInvisible(text).toLowerCase();
  const word = cutWord(COMBINING.test(lower) ? lower.normalize('NFC') : lower);
  const term = foldWord(word);
  if (term !== '') found.push({ term, word, start, end: start + text.length });
}

function pushPairs(run: string, start: number, found: Token[]): void {
  if (IN_PARTS.test(run)) {
    pushPairsInParts(run, start, found);
    return;
  }
  const characters = Array.from(run);
  let place = start;
  characters.forEach((character, index) => {
    const next = characters[index + 1] ?? '';
    const term = foldWord(character + next);
    const end = place + character.length + next.length;
    if (term !== '') found.push({ term, word: undefined, start: place, end });
    place += character.length;
  });
}

function pushPairsInParts(run: string, start: number, found: Token[]): void {
  const characters = [...run.matchAll(CHARACTER)];
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    const term = foldWord(character[0] + (next?.[0] ?? ''));
    const last = next ?? character;
    const end = start + last.index + last[0].length;
    if (term !== '') found.push({ term, word: undefined, start: start + character.index, end });
  });
}
