// The whole public interface of the library. What stands behind it (SQLite in
// a worker) shows nowhere else.

import type { RawDocument } from '../core/model/document.ts';
import type { ItemId, SourceId } from '../core/model/ids.ts';
import type { Article, Headline } from '../core/model/item.ts';
import type { Problem } from '../core/model/problem.ts';
import type { SearchAnswer, SearchRequest } from '../core/model/search.ts';
import type { NewSource, Source } from '../core/model/source.ts';

/** Where a page of headlines ended; the next page starts behind it. */
export interface PageEnd {
  readonly sortAt: number;
  readonly id: ItemId;
}

export interface HeadlinesRequest {
  /** All sources where undefined. */
  readonly sourceId: SourceId | undefined;
  readonly after: PageEnd | undefined;
  readonly limit: number;
}

export interface HeadlinesPage {
  /** Newest first. */
  readonly headlines: readonly Headline[];
  /** Undefined on the last page. */
  readonly end: PageEnd | undefined;
}

/** A document that was read from disk. */
export interface IncomingDocument extends RawDocument {
  /** When the file was last changed, in milliseconds since 1970: orders articles that carry no date. */
  readonly modifiedAt: number;
}

/** A file that was taken in, so that an unchanged one need not be read again. */
export interface KnownFile {
  readonly path: string;
  readonly modifiedAt: number;
  /** In bytes. */
  readonly size: number;
}

/** What one ingest changed, counted in items. */
export interface IngestReport {
  /** New in this source. */
  readonly added: number;
  /** A known item with a new body or new facts, headline items that got their article included. */
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

export interface StatusChange {
  readonly read?: boolean;
  readonly starred?: boolean;
}

/** What changed, so that views refresh that and no more. */
export type LibraryChange =
  | { readonly kind: 'sources' }
  /** Items arrived, changed or left in these sources. */
  | { readonly kind: 'items'; readonly sourceIds: readonly SourceId[] }
  /** Read or starred changed for these items. */
  | { readonly kind: 'status'; readonly itemIds: readonly ItemId[]; readonly sourceIds: readonly SourceId[] };

/** Every call settles; one that fails with a `UserError` carries a sentence for the person. */
export interface Library {
  /** Adds a source, or gives the one that has this URI. */
  addSource(source: NewSource): Promise<Source>;
  /** Forgets a source and its items; starred and cited items stay and can still be found. */
  removeSource(id: SourceId): Promise<void>;
  /** By title. */
  sources(): Promise<readonly Source[]>;
  /** Parses, cleans and keeps documents in one transaction. */
  ingest(sourceId: SourceId, documents: readonly IncomingDocument[]): Promise<IngestReport>;
  /** The files of a source as they were when they were taken in. */
  knownFiles(sourceId: SourceId): Promise<readonly KnownFile[]>;
  headlines(request: HeadlinesRequest): Promise<HeadlinesPage>;
  read(id: ItemId): Promise<Article | undefined>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  setStatus(ids: readonly ItemId[], change: StatusChange): Promise<void>;
  /** Marks every item of a source as read, and gives those that were not, for undo. */
  markSourceRead(id: SourceId): Promise<readonly ItemId[]>;
  /** Remembers where the person left an article, as an offset in its text. */
  setPosition(id: ItemId, position: number): Promise<void>;
  /** Remembers that an item stands in a note, which keeps it from ever being removed. */
  markCited(id: ItemId, how: 'cited' | 'quoted'): Promise<void>;
  /** The number of unread items. */
  unreadCount(): Promise<number>;
  close(): Promise<void>;
}

/** A library that also tells what changes in it, whoever changed it. */
export interface ObservableLibrary extends Library {
  /** Gives a function that ends the subscription. */
  onDidChange(listener: (change: LibraryChange) => void): () => void;
}
