// References and citations written out in a citation style: the folder's whole public interface.

import type { CslItem } from '../core/cite/reference/cslItem.ts';

export interface StyleRequest {
  /** The text of an independent CSL style. */
  readonly style: string;
  /** The text of the CSL locale to write in. */
  readonly locale: string;
  /** All items that the keys name. */
  readonly items: readonly CslItem[];
  /** What to write out, by the items' ids; unknown ones are passed over. */
  readonly keys: readonly string[];
  /** An entry of the bibliography, or what stands in the text or its notes. */
  readonly kind: 'bibliography' | 'citation';
  /**
   * In the order of the keys, or as the style sorts. Large styles take 0.1 to 0.4 seconds without sorting and seconds
   * with it, so a preview is better without.
   */
  readonly order: 'given' | 'style';
}

/** What a style makes of one item. */
export interface StyledReference {
  readonly key: string;
  readonly text: string;
  /** With the style's italics; what is markup in the item itself is escaped. */
  readonly html: string;
}

export interface CiteStyle {
  /**
   * Gives what the style writes; an item that it has no entry for is left out. It takes no time of this thread.
   *
   * @throws UserError where the style cannot be used, or takes too long.
   */
  formatReferences(request: StyleRequest, signal?: AbortSignal): Promise<readonly StyledReference[]>;
}
