// A question to the library and its answer.

import type { Headline } from './item.ts';

/** Half-open range of UTF-16 offsets: [start, end). */
export type TextRange = readonly [start: number, end: number];

/** A text with the parts that matched. */
export interface MarkedText {
  readonly text: string;
  /** In order and without overlaps. */
  readonly marks: readonly TextRange[];
}

/** Beneath fewer hits that have all the words than this, those that have some of them are of use. */
export const FEW_HITS = 10;

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  /** While the person is still typing, the last word also matches as the beginning of a word. */
  readonly typing: boolean;
  /** Who types has paused, so that there is time to look for what has only some of the words, too. */
  readonly rested?: boolean;
  /** About how many characters of the text around the best match each hit shows. */
  readonly passageLength: number;
}

/** Enough of a found item to show it and to cite it. */
export interface SearchHit {
  readonly item: Headline;
  readonly headline: MarkedText;
  /** The passage of the body around the best match; undefined where only the headline or byline matched. */
  readonly passage: (MarkedText & { readonly start: number }) | undefined;
}

export interface SearchAnswer {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Whether the hits have all that was asked for, or are the best among those that have some of it. */
  readonly matched: 'all' | 'some';
  /** How many of the hits, from the first on, have all that was asked for; the others have some of it. */
  readonly complete: number;
  /** Parts of the query that could not be understood and were searched as words. */
  readonly misread: readonly string[];
  /** The query with words that the library knows in place of ones that it does not; offered, never searched unasked. */
  readonly suggestion: string | undefined;
}

/** The number of a saved search in the library. */
export type SavedSearchId = number & { readonly brand: 'SavedSearchId' };

export interface SavedSearch {
  readonly id: SavedSearchId;
  /** As it was typed; also its name. */
  readonly query: string;
  /** Unread items that it finds now; 1,000 stands for that many or more. Undefined where they cannot be counted. */
  readonly unread: number | undefined;
}
