// What the library keeps of a piece of news, as plain data.

import type { ItemId, SourceId, StoryId } from './ids.ts';
import type { SourceKind } from './source.ts';

/** An article has a body; a headline item is known by its headline alone until an article brings the body. */
export type ItemKind = 'article' | 'headline';

/** Where a headline was found: in the document, in the article's first sentence, or in the file's name. */
export type HeadlineOrigin = 'document' | 'lede' | 'file name';

/** A file that belongs to an article: a recording, a picture, a document. */
export interface Enclosure {
  /** Absolute http or https address. */
  readonly url: string;
  /** The media type: "audio/mpeg". */
  readonly type: string | undefined;
  /** In bytes. */
  readonly length: number | undefined;
  readonly title: string | undefined;
  /** In seconds. */
  readonly duration: number | undefined;
}

/** What is known of where and when a text was published. An absent fact is undefined, never guessed. */
export interface Publication {
  readonly headline: string;
  /** The authors as printed: "Ada Byron and Li Wei". */
  readonly byline: string | undefined;
  /** The newspaper, agency or site: "The Guardian". */
  readonly outlet: string | undefined;
  /** Absolute http or https address. */
  readonly url: string | undefined;
  /** ISO 8601 with the precision and offset that the publisher gave: "2025-10-08" or "2025-10-08T14:05:00+05:00". */
  readonly published: string | undefined;
  /** When it was changed after that, in the same form; undefined where the publisher says nothing or the same. */
  readonly updated: string | undefined;
  /** BCP 47 language tag: "en", "zh-Hant". */
  readonly language: string | undefined;
  /** The part of the paper or site: "Opinion". */
  readonly section: string | undefined;
  /** The licence's address, or else the publisher's words about rights. */
  readonly licence: string | undefined;
}

/** A headline as lists, search hits and citations show it: everything about an item but its body. */
export interface Headline extends Publication {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly sourceId: SourceId;
  readonly sourceTitle: string;
  readonly sourceKind: SourceKind;
  readonly headlineFrom: HeadlineOrigin;
  /** The first sentences of the body in one line; empty for a headline item. */
  readonly summary: string;
  /** Whether the source gives less than the article; its page at `url` may have the whole. */
  readonly isExtract: boolean;
  /** Absolute address of the picture that stands for it. */
  readonly image: string | undefined;
  /** Milliseconds since 1970 by which lists order: when it was published, or first seen where that is unknown. */
  readonly sortAt: number;
  readonly read: boolean;
  readonly starred: boolean;
  /** Whether the person keeps it to be read later. */
  readonly later: boolean;
  /** Tells the items that tell one story in nearly the same words from all others; undefined where it stands alone. */
  readonly story: StoryId | undefined;
  /** By which notes cite it; undefined as long as none does. */
  readonly citationKey: string | undefined;
}

/** An article as the reader shows it and as quotations are taken from it. */
export interface Article extends Headline {
  /** Body made safe at ingest; empty for a headline item. */
  readonly html: string;
  /** The plain text of `html`; every offset of a selection counts UTF-16 units of this string. */
  readonly text: string;
  readonly enclosures: readonly Enclosure[];
  /** Counts the versions of the body from 1; 0 for a headline item. */
  readonly revision: number;
  readonly wordCount: number;
  /** Offset in `text` of the line that was at the top when the article was last left. */
  readonly position: number;
}
