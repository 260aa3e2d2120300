// What comes of comparing a quotation with its source.

import type { TextRange } from '../../model/search.ts';

/** The words stand in the source as they are quoted, but for typography. */
export interface Exact {
  readonly kind: 'exact';
  /** Where in the source's text. */
  readonly range: TextRange;
}

/** What a writer may change if the change is marked, as style guides ask. */
export type MarkKind = 'omission' | 'insertion' | 'replacement' | 'first letter' | 'final punctuation';

export interface Mark {
  readonly kind: MarkKind;
  /** The mark in the quotation's words: "[…]", "[the minister]", a first letter, a final full stop. */
  readonly quoted: TextRange;
  /** What stands in its place in the source; empty where nothing does. */
  readonly source: TextRange;
  /** Whether exactly one of what stands there and the mark denies something ("not"), which a reader may not see. */
  readonly hidesNegation: boolean;
}

/** The words stand in the source, and what differs is marked as the writer's. */
export interface AlteredAsMarked {
  readonly kind: 'altered as marked';
  /** From the first to the last word in the source's text, what was left out included. */
  readonly range: TextRange;
  /** The parts of the range that are quoted, in order and without overlaps. */
  readonly parts: readonly TextRange[];
  readonly marks: readonly Mark[];
}

/** One stretch of the comparison; the stretches of `quoted` follow each other without holes. */
export interface Piece {
  /** `dropped` is in the source only, `added` in the quotation only, `marked` is a mark of the writer's. */
  readonly kind: 'same' | 'dropped' | 'added' | 'changed' | 'marked';
  readonly quoted: TextRange;
  readonly quotedText: string;
  /** Empty where there is nothing in the source. */
  readonly source: TextRange;
  readonly sourceText: string;
  /** Where added words stand in the source after all, as words out of order or from another paragraph do. */
  readonly elsewhere: TextRange | undefined;
}

/** What a change touches: the first five make it an error. */
export type Concern = 'number' | 'negation' | 'name' | 'clause' | 'order' | 'word' | 'case' | 'punctuation';

/** The words are near those of the source and are not the same. */
export interface Altered {
  readonly kind: 'altered';
  readonly severity: 'error' | 'warning';
  /** Each once, the gravest first. */
  readonly concerns: readonly Concern[];
  readonly range: TextRange;
  readonly pieces: readonly Piece[];
  /** The revision with which the quotation was compared. */
  readonly revision: number;
}

export interface NotFound {
  readonly kind: 'not found';
}

/** The words are those of an earlier revision and not of the current one. */
export interface SourceChanged {
  readonly kind: 'source changed since';
  readonly revision: number;
  /** How the words stand in that revision; its ranges are in that revision's text. */
  readonly then: Exact | AlteredAsMarked;
  /** How they differ from the current text; undefined where nothing like them is left. */
  readonly now: Altered | undefined;
}

export type Verdict = Exact | AlteredAsMarked | Altered | NotFound | SourceChanged;
