// The whole public interface of the library. What stands behind it (SQLite in
// a worker) shows nowhere else.

import type { RawDocument } from '../core/model/document.ts';
import type { ItemId, SourceId } from '../core/model/ids.ts';
import type { Article, Headline } from '../core/model/item.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Removal, Retention } from '../core/model/retention.ts';
import type { SavedSearch, SavedSearchId, SearchAnswer, SearchRequest } from '../core/model/search.ts';
import type { NewSource, Source } from '../core/model/source.ts';
import type { ExportPage, ExportPlace, ImportCounts, ImportPage } from '../core/model/transfer.ts';

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
  /** Left the source, as it does not keep them any longer. */
  readonly removed: number;
  readonly problems: readonly Problem[];
}

export interface StatusChange {
  readonly read?: boolean;
  readonly starred?: boolean;
}

/** What changed, so that views refresh that and no more. */
export type LibraryChange =
  /** A search was saved or removed. */
  | { readonly kind: 'searches' }
  /** Sources came or changed, or one left. */
  | { readonly kind: 'sources'; readonly removed?: SourceId }
  /** Items arrived, changed or left in these sources. */
  | { readonly kind: 'items'; readonly sourceIds: readonly SourceId[] }
  /** Items left these sources, which do not keep them any longer. */
  | {
      readonly kind: 'removed';
      readonly sourceIds: readonly SourceId[];
      readonly removals: readonly Removal[];
    }
  /** Read or starred changed for these items. */
  | {
      readonly kind: 'status';
      readonly itemIds: readonly ItemId[];
      readonly sourceIds: readonly SourceId[];
      readonly change: StatusChange;
    }
  /** Another window wrote to the library, or its file was replaced: anything may have changed. */
  | { readonly kind: 'elsewhere' }
  /** Something about the library's file that the person should know. */
  | { readonly kind: 'notice'; readonly sentence: string };

/** What a check of the whole library found and did. */
export interface CheckReport {
  /** For the person. */
  readonly sentence: string;
  /** For the log: what SQLite's own check said. */
  readonly details: readonly string[];
  /** Whether rows are damaged that only a backup can bring back. */
  readonly needsBackup: boolean;
}

/** What one step of retention removed. */
export interface RetentionStep {
  readonly removals: readonly Removal[];
  /** Whether there is more to remove. */
  readonly more: boolean;
}

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
  /** Gives the items that are most like this one, best first, without it. */
  similar(id: ItemId, limit: number): Promise<SearchAnswer>;
  saveSearch(query: string): Promise<void>;
  removeSavedSearch(id: SavedSearchId): Promise<void>;
  savedSearches(): Promise<readonly SavedSearch[]>;
  setStatus(ids: readonly ItemId[], change: StatusChange): Promise<void>;
  /** Marks every item of a source as read, and gives those that were not, for undo. */
  markSourceRead(id: SourceId): Promise<readonly ItemId[]>;
  /** Remembers where the person left an article, as an offset in its text. */
  setPosition(id: ItemId, position: number): Promise<void>;
  /** Remembers that an item stands in a note, which keeps it from ever being removed. */
  markCited(id: ItemId, how: 'cited' | 'quoted'): Promise<void>;
  /** Decides how long a source's items are kept; what it no longer keeps leaves by `applyRetention`. */
  setRetention(id: SourceId, retention: Retention): Promise<void>;
  /** Counts the items that a source would not keep under a rule. */
  countRemovable(id: SourceId, retention: Retention): Promise<number>;
  /** Removes some of what the sources no longer keep; starred, cited and quoted items stay in any case. */
  applyRetention(): Promise<RetentionStep>;
  /** Compares some of the items that arrived with the others; gives whether more are waiting. */
  groupStories(): Promise<boolean>;
  /** The other items that tell the same story in nearly the same words, newest first. */
  sameStory(id: ItemId): Promise<readonly Headline[]>;
  /** Gives the library as lines of JSON, from the beginning or from where the last page ended. */
  exportPage(after: ExportPlace | undefined): Promise<ExportPage>;
  /** Takes in some lines of an exported library, all or none; taking them twice changes nothing. */
  importPage(page: ImportPage): Promise<ImportCounts>;
  /** The number of unread items. */
  unreadCount(): Promise<number>;
  close(): Promise<void>;
}

/** A library that lives in a file. */
export interface StoredLibrary extends Library {
  /** Sets the file aside and puts the last good backup in its place; gives a sentence on what was done. */
  restoreBackup(): Promise<string>;
}

/** A library that also tells what changes in it, whoever changed it. */
export interface ObservableLibrary extends StoredLibrary {
  /**
   * Checks the file, the search index and the counts, and repairs what can be made anew from the items; reading and
   * searching go on meanwhile.
   *
   * @param onProgress Called with what is being done, and with its share from 0 to 1 where it has one.
   */
  check(onProgress: (step: string, share: number | undefined) => void): Promise<CheckReport>;
  /** Gives a function that ends the subscription. */
  onDidChange(listener: (change: LibraryChange) => void): () => void;
}
