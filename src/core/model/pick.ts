// One item that the person picks by searching.

import type { Headline } from './item.ts';
import type { TextRange } from './search.ts';

/** How an item is asked for. */
export interface PickRequest {
  readonly title: string;
  /** Offered for Return while nothing is typed. */
  readonly first: Headline | undefined;
  /** Whether only what has a body will do. */
  readonly articlesOnly: boolean;
}

/** An item that the person picked, with the passage that the search found in it. */
export interface PickedItem {
  readonly item: Headline;
  readonly passage: TextRange | undefined;
}
