// A text made ready to be compared with many quotations.

import type { TextRange } from '../../model/search.ts';
import { paragraphsOf } from '../../text/paragraphs.ts';
import { foldLetters, type FoldedText } from './foldLetters.ts';
import { readTokens, type Token } from './readTokens.ts';

export interface PreparedText {
  readonly text: string;
  readonly folded: FoldedText;
  /** Ranges in the text, made when they are first asked for. */
  readonly paragraphs: () => readonly TextRange[];
  readonly tokens: () => TokenIndex;
}

/** One revision of an article. */
export interface Snapshot {
  readonly revision: number;
  readonly text: PreparedText;
}

/** What a quotation is checked against. */
export interface QuotedSource {
  readonly current: Snapshot;
  /** The other revisions, the newest first. */
  readonly earlier: readonly Snapshot[];
}

export interface TokenIndex {
  readonly all: readonly Token[];
  /** The places in `all` of each word. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Words written with a capital in the middle of a sentence. */
  readonly names: ReadonlySet<string>;
}

/**
 * Prepares an article's plain text (as text/textFlow.ts gives it). What only a difference needs is made when the
 * first difference is looked for.
 */
export function prepareSource(text: string): PreparedText {
  const folded = foldLetters(text);
  return {
    text,
    folded,
    paragraphs: once(() => paragraphsOf(text)),
    tokens: once(() => indexTokens(readTokens(folded))),
  };
}

function indexTokens(all: readonly Token[]): TokenIndex {
  const places = new Map<string, number[]>();
  const names = new Set<string>();
  all.forEach(({ key, isCapitalised, opensSentence }, index) => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
    if (isCapitalised && !opensSentence) names.add(key);
  });
  return { all, places, names };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
