// The words of a text as the index and queries see them.

import { foldWord } from './foldWord.ts';

/** A word with its place in the text. */
export interface Token {
  /** Folded form: lower case, without accents. */
  readonly term: string;
  /** The word in lower case as it stands; undefined for pieces of an unspaced run, which have no stem. */
  readonly word: string | undefined;
  /** UTF-16 offsets of what it stands for. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII = /^[\0-\x7f]*$/;

// Scripts written without spaces between words, or with particles grown onto them.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;

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
      const term = word.toLowerCase();
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
      const term = lower.slice(start, place);
      found.push({ term, word: term, start, end: place });
      start = -1;
    }
  }
  return found;
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
  if (term !== '') found.push({ term, word: word.toLowerCase(), start, end: start + word.length });
}

function pushPairs(run: string, start: number, found: Token[]): void {
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
