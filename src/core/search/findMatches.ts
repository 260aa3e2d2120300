// Where the words of a query stand in a text.

import type { TextRange } from '../model/search.ts';
import type { Phrase, Query } from './query.ts';
import { tokens, type Token } from './tokens.ts';

/** An occurrence of one of the query's phrases. */
export interface Match {
  /** Which phrase of the query, from 0. */
  readonly phrase: number;
  readonly range: TextRange;
}

/** Gives every occurrence of the query's phrases in a text, in order of their place; they may overlap. */
export function findMatches(text: string, query: Query): Match[] {
  const words = tokens(text);
  const starts = phrasesByFirstTerm(query);
  const found: Match[] = [];
  words.forEach((word, index) => {
    for (const phrase of starts.candidates(word.term)) {
      const asked = query.phrases[phrase];
      const last = words[index + (asked?.terms.length ?? 0) - 1];
      if (asked && last && occursAt(asked, words, index))
        found.push({ phrase, range: [word.start, last.end] });
    }
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

function occursAt(phrase: Phrase, words: readonly Token[], index: number): boolean {
  return phrase.terms.every((term, place) => {
    const word = words[index + place]?.term;
    if (word === undefined) return false;
    return phrase.prefix && place === phrase.terms.length - 1 ? word.startsWith(term) : word === term;
  });
}

/** Finds the phrases that can begin at a word without trying each at every word of a long text. */
function phrasesByFirstTerm(query: Query): { candidates(term: string): readonly number[] } {
  const exact = new Map<string, number[]>();
  const open: { readonly term: string; readonly phrase: number }[] = [];
  query.phrases.forEach((phrase, index) => {
    const first = phrase.terms[0];
    if (first === undefined) return;
    if (phrase.prefix && phrase.terms.length === 1) open.push({ term: first, phrase: index });
    else exact.set(first, [...(exact.get(first) ?? []), index]);
  });
  return {
    candidates(term) {
      const begun = open.filter((start) => term.startsWith(start.term)).map((start) => start.phrase);
      return [...(exact.get(term) ?? []), ...begun];
    },
  };
}
