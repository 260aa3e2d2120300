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

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  /** While the person is still typing, the last word also matches as the beginning of a word. */
  readonly typing: boolean;
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
}
