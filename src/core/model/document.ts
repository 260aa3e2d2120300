// A document on its way into the library: bytes in, items out.

import type { Enclosure, HeadlineOrigin, ItemKind, Publication } from './item.ts';
import type { Problem } from './problem.ts';

/** A file as it was read from disk. */
export interface RawDocument {
  /** What tells this document from all others of its source: its path inside the folder, or its whole URI. */
  readonly path: string;
  /** File name with its extension, which decides how the bytes are read. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An item as a parser found it. */
export interface ParsedItem extends Publication {
  readonly kind: ItemKind;
  readonly headlineFrom: HeadlineOrigin;
  /** Stable identity inside the source; the same document read again gives the same ones. */
  readonly guid: string;
  /** Safe HTML of the body; empty for a headline item. */
  readonly html: string;
  /** The plain text of `html`. */
  readonly text: string;
  /** The first sentences of the body in one line; empty for a headline item. */
  readonly summary: string;
  /** Absolute address of the picture that stands for it. */
  readonly image: string | undefined;
  /** Whether this is less than the article, so that its page may have the whole. */
  readonly isExtract: boolean;
  /** Files that belong to it; none where undefined. */
  readonly enclosures?: readonly Enclosure[];
  /** What its author or publisher filed it under, as written, each once in whatever case. */
  readonly tags: readonly string[];
}

export interface ParsedDocument {
  readonly items: readonly ParsedItem[];
  readonly problems: readonly Problem[];
}
