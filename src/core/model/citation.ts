// Citations and quotations in notes, as the library is asked about them.

import type { Verdict } from '../cite/check/verdict.ts';
import type { ItemId } from './ids.ts';
import type { Article } from './item.ts';

export interface CitedArticle {
  readonly key: string;
  readonly article: Article;
}

export interface QuotationToCheck {
  readonly key: string;
  /** The quoted words as a reader of the note sees them. */
  readonly words: string;
  /** As the note's citation has it: "para. 4". */
  readonly locator: string | undefined;
}

export type CheckedQuotation =
  | { readonly kind: 'unknown key' }
  /** Only the headline of the cited item is known. */
  | { readonly kind: 'no text'; readonly itemId: ItemId }
  | {
      readonly kind: 'checked';
      readonly itemId: ItemId;
      readonly headline: string;
      readonly verdict: Verdict;
    };
