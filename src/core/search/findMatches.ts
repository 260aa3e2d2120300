// Where the words of a query stand in a text.

import type { TextRange } from '../model/search.ts';
import type { Phrase } from './query.ts';
import { stem, type StemLanguage } from './stem.ts';
import { tokens, type Token } from './tokens.ts';

/** An occurrence of one of the phrases. */
export interface Match {
  /** Which phrase, from 0. */
  readonly phrase: number;
  readonly range: TextRange;
}

/**
 * Gives every occurrence of the phrases in a text, in order of their place; they may overlap.
 *
 * @param language Gives the language by whose stems the text was indexed; asked at most once, and only where a word
 *   begins like one that is wanted.
 */
export function findMatches(
  text: string,
  phrases: readonly Phrase[],
  language: () => StemLanguage | undefined,
): Match[] {
  const words = tokens(text);
  const stemmed = stemmer(language);
  const beginnings = new Set(phrases.map((phrase) => phrase.words[0]?.term[0]));
  const found: Match[] = [];
  words.forEach((word, index) => {
    if (!beginnings.has(word.term[0])) return;
    phrases.forEach((phrase, number) => {
      const last = words[index + phrase.words.length - 1];
      if (last !== undefined && occursAt(phrase, words, index, stemmed)) {
        found.push({ phrase: number, range: [word.start, last.end] });
      }
    });
  });
  return found;
}

/** Gives the ranges of matches without overlaps, as a list shows them. */
export function mergeRanges(matches: readonly Match[]): TextRange[] {
  const merged: [number, number][] = [];
  for (const { range } of [...matches].sort((a, b) => a.range[0] - b.range[0])) {
    const last = merged.at(-1);
    if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push([range[0], range[1]]);
  }
  return merged;
}

type Word = Pick<Token, 'term' | 'word'>;

function stemmer(languageOf: () => StemLanguage | undefined): (word: Word) => string {
  let language: StemLanguage | undefined | 'unasked' = 'unasked';
  return ({ term, word }) => {
    if (word === undefined) return term;
    if (language === 'unasked') language = languageOf();
    return stem(word, language);
  };
}

function occursAt(
  phrase: Phrase,
  words: readonly Token[],
  index: number,
  stemmed: (word: Word) => string,
): boolean {
  return phrase.words.every((asked, place) => {
    const word = words[index + place];
    if (word === undefined) return false;
    if (word.term === asked.term) return true;
    const unfinished = phrase.prefix && place === phrase.words.length - 1;
    if (unfinished && word.term.startsWith(asked.term)) return true;
    // A stem begins as its word does.
    return !phrase.exact && word.term.startsWith(asked.term.charAt(0)) && stemmed(word) === stemmed(asked);
  });
}
