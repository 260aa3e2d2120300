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

/** A word of a phrase as it is compared: as it is written, or by its stem. */
interface Wanted {
  readonly term: string;
  readonly stem: string;
}

/**
 * Gives every occurrence of the phrases in a text, in order of their place; they may overlap.
 *
 * @param language The language by whose stems the text was indexed.
 */
export function findMatches(
  text: string,
  phrases: readonly Phrase[],
  language: StemLanguage | undefined,
): Match[] {
  const words = tokens(text);
  const wanted = phrases.map((phrase) =>
    phrase.words.map(({ term, word }) => ({ term, stem: stemOf(term, word, language) })),
  );
  const found: Match[] = [];
  words.forEach((word, index) => {
    const stemmed = stemOf(word.term, word.word, language);
    phrases.forEach((phrase, number) => {
      const first = wanted[number]?.[0];
      if (first === undefined || !isWord(word, stemmed, first, phrase, 0)) return;
      const last = words[index + phrase.words.length - 1];
      if (last !== undefined && occursAt(phrase, wanted[number] ?? [], words, index, language)) {
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

function occursAt(
  phrase: Phrase,
  wanted: readonly Wanted[],
  words: readonly Token[],
  index: number,
  language: StemLanguage | undefined,
): boolean {
  return wanted.every((asked, place) => {
    const word = words[index + place];
    return word !== undefined && isWord(word, stemOf(word.term, word.word, language), asked, phrase, place);
  });
}

function isWord(word: Token, stemmed: string, asked: Wanted, phrase: Phrase, place: number): boolean {
  if (word.term === asked.term) return true;
  if (phrase.prefix && place === phrase.words.length - 1 && word.term.startsWith(asked.term)) return true;
  return !phrase.exact && stemmed === asked.stem;
}

function stemOf(term: string, word: string | undefined, language: StemLanguage | undefined): string {
  return word === undefined ? term : stem(word, language);
}
