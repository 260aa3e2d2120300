// What the person typed into a search, as the library understands it.

/** A word of a query. */
export interface QueryWord {
  /** Folded, as the index has words of no known language. */
  readonly term: string;
  /** In lower case as it was typed, for stemming; undefined for a piece of an unspaced run. */
  readonly word: string | undefined;
}

/** Words that stand next to each other in this order; a single word is a phrase of one. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly words: readonly QueryWord[];
  /** Whether the last word may be the beginning of a longer one. */
  readonly prefix: boolean;
  /** Whether it stood in quotation marks: then the words count as they are, not by their stems. */
  readonly exact: boolean;
  /** Where it must stand; anywhere if undefined. */
  readonly field: 'headline' | 'byline' | undefined;
}

export type State =
  'unread' | 'read' | 'starred' | 'later' | 'cited' | 'quoted' | 'muted' | 'headline' | 'article';

/** What is asked of an item beside its words. Times are milliseconds since 1970. */
export type Filter =
  | { readonly kind: 'is'; readonly state: State }
  | { readonly kind: 'source'; readonly name: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'language'; readonly tag: string }
  | {
      readonly kind: 'before' | 'after';
      readonly time: number;
      /** Midnight in UTC, which stands for the day that begins at that time where an item has no time. */
      readonly date?: number;
    };

export type Expression =
  | Phrase
  | Filter
  | { readonly kind: 'all'; readonly parts: readonly Expression[] }
  | { readonly kind: 'any'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression };

export interface Query {
  /** Undefined where nothing is asked for. */
  readonly expression: Expression | undefined;
  /** Parts that could not be understood and are searched as words. */
  readonly misread: readonly string[];
}

/** Gives the phrases that a hit can show: all but those that must not occur. */
export function wantedPhrases(expression: Expression | undefined): Phrase[] {
  switch (expression?.kind) {
    case 'phrase':
      return [expression];
    case 'all':
    case 'any':
      return expression.parts.flatMap(wantedPhrases);
    default:
      return [];
  }
}
