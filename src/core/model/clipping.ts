// Passages that the person keeps.

import type { ItemId } from './ids.ts';
import type { Headline } from './item.ts';
import type { TextRange } from './search.ts';

/** The number of a clipping in the library. */
export type ClippingId = number & { readonly brand: 'ClippingId' };

export interface NewClipping {
  readonly itemId: ItemId;
  /** In the text of the article's current revision. */
  readonly passage: TextRange;
  readonly comment: string;
  readonly tags: readonly string[];
}

export interface Clipping {
  readonly id: ClippingId;
  readonly item: Headline;
  /** The words as they stood when they were clipped. */
  readonly words: string;
  readonly comment: string;
  readonly tags: readonly string[];
  /** In milliseconds since 1970. */
  readonly createdAt: number;
  /** Where the words stand in the article as it is now; undefined where they do not any more. */
  readonly passage: TextRange | undefined;
}

export interface ClippingChange {
  readonly comment?: string;
  readonly tags?: readonly string[];
}
