// What is found in a note: quotations with whose they are, and citations.

import type { TextRange } from '../../model/search.ts';

/** A citation of one key; a citation of several keys is found once for each of them. */
export interface FoundCitation {
  readonly key: string;
  /** Where the key stands in the note, without its sign or braces. */
  readonly keyRange: TextRange;
  /** The whole citation with its markup. */
  readonly citation: TextRange;
  /** As a reader sees it: "para. 4", "4", "pp. 3–5 and passim". */
  readonly locator: string | undefined;
}

/** A quotation with the citation that belongs to it; of several keys the first stands for it. */
export interface FoundQuotation extends FoundCitation {
  readonly kind: 'block' | 'inline';
  /** Further keys of its citation, in the order of the note; any of them may be its source. */
  readonly others: readonly FoundCitation[];
  /** In the note, markup and quotation marks included, the citation of an inline quotation not. */
  readonly range: TextRange;
  /** The quoted words as a reader sees them, without markup and marks around them; paragraphs are parted by \n\n. */
  readonly words: string;
  /** For each UTF-16 unit of `words` its offset in the note, and last where the words end: one more than units. */
  readonly places: readonly number[];
}

export interface FoundInNote {
  /** In the order of the note, as are the citations. */
  readonly quotations: readonly FoundQuotation[];
  readonly citations: readonly FoundCitation[];
}
