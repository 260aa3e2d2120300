// The whole public interface of the library. What stands behind it (SQLite in
// a worker) shows nowhere else.

import type { Brief, NewCount } from '../core/brief/brief.ts';
import type { CheckedQuotation, CitedArticle, QuotationToCheck } from '../core/model/citation.ts';
import type { Clipping, ClippingChange, ClippingId, NewClipping } from '../core/model/clipping.ts';
import type { RawDocument } from '../core/model/document.ts';
import type { Day, HeadlineOrder, SmartList, SmartListCounts } from '../core/model/headlineList.ts';
import type { ItemId, SourceId, StoryId } from '../core/model/ids.ts';
import type { Article, Headline } from '../core/model/item.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Removal, Retention } from '../core/model/retention.ts';
import type { Revision, RevisionSummary } from '../core/model/revision.ts';
import type { NewRule, Rule, RuleId } from '../core/model/rule.ts';
import type { SavedSearch, SavedSearchId, SearchAnswer, SearchRequest } from '../core/model/search.ts';
import type { NewSource, Source } from '../core/model/source.ts';
import type { Sentence } from '../core/model/userError.ts';
import type {
  Inspection,
  NewSubscription,
  Subscription,
  SubscriptionChange,
  WebAnswer,
} from '../core/model/subscription.ts';
import type { FetchOutcome } from '../core/schedule/fetchOutcome.ts';
import type { SubscriptionList } from '../core/transfer/readOpml.ts';
import type { ExportPage, ExportPlace, ImportCounts, ImportPage } from '../core/model/transfer.ts';

/** Where a page of headlines ended; the next page starts behind it. */
export interface PageEnd {
  readonly sortAt: number;
  readonly id: ItemId;
  /** Whether it ended among those that are read, where the unread ones come first. */
  readonly read?: boolean;
}

export interface HeadlinesRequest {
  /** All sources where undefined. */
  readonly sourceId: SourceId | undefined;
  /** One of the lists across all sources; `sourceId` counts for nothing then. */
  readonly list?: SmartList;
  /** Needed for the list of today. */
  readonly today?: Day;
  /** Newest first where undefined. */
  readonly order?: HeadlineOrder;
  readonly unreadOnly?: boolean;
  /** Items that stay among the unread ones although they have been read. */
  readonly keeping?: readonly ItemId[];
  readonly after: PageEnd | undefined;
  readonly limit: number;
}

/** Which list is meant; everything where there is neither a source nor one of the others. */
export type ListChoice = Pick<HeadlinesRequest, 'sourceId' | 'list' | 'today'>;

export interface HeadlinesPage {
  /** In the order that was asked for. */
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

/** What one answer of a feed's server changed. */
export interface FeedReport extends IngestReport {
  /** With the time of the next fetch, and why it fails if it does. */
  readonly subscription: Subscription;
  /** New or changed items of which the feed gives only an extract, newest first. */
  readonly extracts: readonly ItemId[];
}

/** What a web page became. */
export interface PageReport {
  /** Undefined where there was no article on it. */
  readonly itemId: ItemId | undefined;
  readonly problems: readonly Problem[];
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
  /** Whether it is kept to be read later. */
  readonly later?: boolean;
}

/** What changed, so that views refresh that and no more. */
export type LibraryChange =
  /** A search was saved or removed. */
  | { readonly kind: 'searches' }
  /** A clipping was made, changed or removed. */
  | { readonly kind: 'clippings' }
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
  /** This changed for these items, or, where nothing is said, that they stand in a note. */
  | {
      readonly kind: 'status';
      readonly itemIds: readonly ItemId[];
      readonly sourceIds: readonly SourceId[];
      readonly change: StatusChange;
    }
  /** Another window wrote to the library, or its file was replaced: anything may have changed. */
  | { readonly kind: 'elsewhere' }
  /** What one saved search or rule failed by, which kept the others from nothing: for the log. */
  | { readonly kind: 'failure'; readonly query: string; readonly stack: string }
  /** Something about the library's file that the person should know. */
  | { readonly kind: 'notice'; readonly sentences: readonly Sentence[] };

/** What a check of the whole library found and did. */
export interface CheckReport {
  /** For the person: what was found, and what was done about it. */
  readonly sentences: readonly Sentence[];
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
  /** Follows feeds; one that is followed already stays as it is. Gives all of them, in the same order. */
  subscribe(subscriptions: readonly NewSubscription[]): Promise<readonly Subscription[]>;
  /** By title. */
  subscriptions(): Promise<readonly Subscription[]>;
  changeSubscriptions(changes: readonly SubscriptionChange[]): Promise<void>;
  /**
   * Takes in what a feed's server answered, and plans the next fetch.
   *
   * @param random A number from 0 to 1, which spreads the fetches over time.
   */
  takeFeed(id: SourceId, outcome: FetchOutcome, random: number): Promise<FeedReport>;
  /** Remembers that the person knows that these feeds fail. */
  toldOfFailures(ids: readonly SourceId[]): Promise<void>;
  /** Reserves the fetching of feeds for one window for some milliseconds; false while another has it. */
  claimRefresh(window: string, milliseconds: number): Promise<boolean>;
  /** Says what is at an address. */
  inspect(answer: WebAnswer): Promise<Inspection>;
  /** Reads a list of subscriptions from a file of this name. */
  readOpml(bytes: Uint8Array, name: string): Promise<SubscriptionList>;
  /** Keeps the article of a page among the saved pages. */
  savePage(answer: WebAnswer): Promise<PageReport>;
  /** Gives an item of a feed the body that stands on its page, as a new revision where it differs. */
  takeFullText(id: ItemId, answer: WebAnswer): Promise<PageReport>;
  /** The versions of an article, newest first. */
  revisions(id: ItemId): Promise<readonly RevisionSummary[]>;
  readRevision(id: ItemId, ordinal: number): Promise<Revision | undefined>;
  /** Gives the key by which notes cite an item: made the first time, never changed. */
  mintKey(id: ItemId): Promise<string>;
  /** Gives the item of a key another; notes that have the former one still cite the item. */
  renameKey(from: string, to: string): Promise<void>;
  /** Gives the key that an item has and those that it had before; none where it never had one. */
  citationKeys(id: ItemId): Promise<readonly string[]>;
  /** Gives the keys that items have or would be given in this order; undefined for what is not in the library. */
  proposedKeys(ids: readonly ItemId[]): Promise<readonly (string | undefined)[]>;
  /** Gives the articles that these keys cite, without those that nothing has. */
  articlesByKey(keys: readonly string[]): Promise<readonly CitedArticle[]>;
  /** The items that have a key, those first that were cited last. */
  keyedItems(limit: number): Promise<readonly Headline[]>;
  /** Compares quotations with the articles that they are from, in their order. */
  checkQuotations(quotations: readonly QuotationToCheck[]): Promise<readonly CheckedQuotation[]>;
  addClipping(clipping: NewClipping): Promise<Clipping>;
  /** The clippings of an article in their order in it; the newest of all where undefined. */
  clippings(itemId: ItemId | undefined, limit: number): Promise<readonly Clipping[]>;
  changeClipping(id: ClippingId, change: ClippingChange): Promise<void>;
  removeClipping(id: ClippingId): Promise<void>;
  rules(): Promise<readonly Rule[]>;
  /** Adds a rule, which holds for what arrives from now on. */
  addRule(rule: NewRule): Promise<Rule>;
  removeRule(id: RuleId): Promise<void>;
  /** Does what a rule says to the items that the library has; gives their number. */
  applyRule(id: RuleId): Promise<number>;
  /** Counts the items that rules keep out of the lists. */
  countMuted(): Promise<number>;
  /** Puts back into the lists what a rule muted, or all that is muted where undefined; gives the number of items. */
  unmute(id: RuleId | undefined): Promise<number>;
  /** The files of a source as they were when they were taken in. */
  knownFiles(sourceId: SourceId): Promise<readonly KnownFile[]>;
  headlines(request: HeadlinesRequest): Promise<HeadlinesPage>;
  /** Counts the lists across all sources. */
  listCounts(today: Day): Promise<SmartListCounts>;
  read(id: ItemId): Promise<Article | undefined>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Gives the items that are most like this one, best first, without it. */
  similar(id: ItemId, limit: number): Promise<SearchAnswer>;
  saveSearch(query: string): Promise<void>;
  removeSavedSearch(id: SavedSearchId): Promise<void>;
  savedSearches(): Promise<readonly SavedSearch[]>;
  setStatus(ids: readonly ItemId[], change: StatusChange): Promise<void>;
  /** Marks all items of a list as read but some, and gives those that were not, for undo. */
  markListRead(list: ListChoice, except: readonly ItemId[]): Promise<readonly ItemId[]>;
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
  /** The items that tell these stories, newest first. */
  stories(ids: readonly StoryId[]): Promise<readonly Headline[]>;
  /** The other items that tell the same story in nearly the same words, newest first. */
  sameStory(id: ItemId): Promise<readonly Headline[]>;
  /** Gives the library as lines of JSON, from the beginning or from where the last page ended. */
  exportPage(after: ExportPlace | undefined): Promise<ExportPage>;
  /** Takes in some lines of an exported library, all or none; taking them twice changes nothing. */
  importPage(page: ImportPage): Promise<ImportCounts>;
  /** The number of unread items. */
  unreadCount(): Promise<number>;
  /**
   * What arrived and is unread.
   *
   * @param since Milliseconds since 1970; where the last brief ended, or a day ago before the first one, if undefined.
   */
  brief(since: number | undefined): Promise<Brief>;
  /** Counts what arrived since then and is unread, up to a limit. */
  countNew(since: number | undefined, limit: number): Promise<NewCount>;
  /** Remembers that the person has seen what arrived up to a time in milliseconds since 1970. */
  markBriefSeen(until: number): Promise<void>;
  /** The item at a web address, however that is written; undefined where the library has none. */
  itemAt(url: string): Promise<ItemId | undefined>;
  close(): Promise<void>;
}

/** A library that lives in a file. */
export interface StoredLibrary extends Library {
  /** Sets the file aside and puts the last good backup in its place; says what was done. */
  restoreBackup(): Promise<readonly Sentence[]>;
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
