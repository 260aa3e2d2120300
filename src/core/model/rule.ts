// What is done with new items that answer a search.

/** The number of a rule in the library. */
export type RuleId = number & { readonly brand: 'RuleId' };

export type RuleAction =
  /** Kept and found by search, but in no list. */
  | { readonly kind: 'mute' }
  | { readonly kind: 'read' }
  | { readonly kind: 'star' }
  | { readonly kind: 'tag'; readonly tag: string };

export interface NewRule {
  /** In the language of the search: `source:Wire title:football`, `by:"Ada Byron"`. */
  readonly query: string;
  readonly action: RuleAction;
}

export interface Rule extends NewRule {
  readonly id: RuleId;
}
