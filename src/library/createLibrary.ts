// The library over an open database: each call is one step of the store, and what it changed is announced.

import type { ParsedDocument } from '../core/model/document.ts';
import type { ItemId, SourceId } from '../core/model/ids.ts';
import type { Removal } from '../core/model/retention.ts';
import type { Subscription } from '../core/model/subscription.ts';
import { parseDocument } from '../core/parse/parseDocument.ts';
import { readOpml } from '../core/transfer/readOpml.ts';
import { createGroupCommit } from './groupCommit.ts';
import type { IncomingDocument, IngestReport, Library, LibraryChange } from './library.ts';
import type { Implementation } from './rpc.ts';
import type { TellFailure } from './store/alone.ts';
import { inTransaction, type Database } from './store/database.ts';
import { countNew, markBriefSeen, readBrief } from './store/brief.ts';
import { exportPage } from './store/exportPage.ts';
import { knownFiles, rememberFile } from './store/files.ts';
import { headlinesPage, readArticle } from './store/headlines.ts';
import { listCounts } from './store/listCounts.ts';
import { importPage } from './store/importPage.ts';
import { itemAt } from './store/itemAt.ts';
import { createQuotationCheck } from './store/checkQuotations.ts';
import {
  articlesByKey,
  keyedItems,
  mintKey,
  proposedKeys,
  renameKey,
  citationKeys,
} from './store/citationKeys.ts';
import { addClipping, changeClipping, listClippings, removeClipping } from './store/clippings.ts';
import { claim } from './store/leases.ts';
import { migrate } from './store/migrate.ts';
import { inspect, savePage, takeFullText } from './store/pages.ts';
import { removeForsaken } from './store/removeForsaken.ts';
import { applyRetention, countRemovable, removeBeyond, setRetention } from './store/retention.ts';
import { listRevisions, readRevision } from './store/revisions.ts';
import { addRule, applyRule, countMuted, listRules, removeRule, unmute } from './store/rules.ts';
import { removeSavedSearch, savedSearches, saveSearch } from './store/savedSearches.ts';
import { searchItems, similarItems } from './store/searchItems.ts';
import { addSource, isFollowed, listSources, removeSource } from './store/sources.ts';
import { sourcesTouched } from './store/sourcesTouched.ts';
import { markCited, markListRead, setPosition, setStatus, sourcesOf, unreadCount } from './store/status.ts';
import { groupStories, sameStory, stories } from './store/stories.ts';
import {
  changeSubscriptions,
  listSubscriptions,
  readSubscription,
  subscribe,
  toldOfFailures,
} from './store/subscriptions.ts';
import { feedOf, takeFeed } from './store/takeFeed.ts';
import { takeItems } from './store/takeItems.ts';

/** Comparing one article's text takes a fraction of a millisecond, and a search must not wait long for it. */
const STORIES_AT_ONCE = 50;

/** The library where it lives, in one thread with its database: each call gives its result at once. */
export type LibraryCalls = Implementation<Library>;

/** What the library needs from the world around it. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly announce: (change: LibraryChange) => void;
  /** Whether the database is only read, and so left at the schema that it has. */
  readonly readOnly?: boolean;
}

/**
 * Brings the database to the current schema and gives the library over it.
 *
 * @throws UserError where the database was made by a newer version.
 */
export function createLibrary(
  database: Database,
  { now, announce, readOnly = false }: Surroundings,
): LibraryCalls {
  if (!readOnly) migrate(database);

  const tell: TellFailure = (query, error) =>
    announce({
      kind: 'failure',
      query,
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });

  const ingest = (source: SourceId, documents: readonly IncomingDocument[]): IngestReport => {
    const parsed = documents.map((document) => ({ document, ...parseDocument(document) }));
    const names = parsed.flatMap(({ items }) => items.map(({ guid }) => guid));
    const kept = inTransaction(database, () =>
      // The source may have been removed while its documents were read.
      taking(source, () => ({
        ...keep(database, source, isFollowed(database, source) ? parsed : [], now(), tell),
        names,
      })),
    );
    return telling(source, kept);
  };
  /** Takes in what came for a source, and what it no longer keeps out; runs in a transaction. */
  const taking = <Taken extends Arrivals>(source: SourceId, take: () => Taken): Kept<Taken> => ({
    taken: take(),
    removals: removeBeyond(database, source, now()).removals,
  });
  /** Tells who shows what was taken in. */
  const telling = <Taken extends Arrivals>(
    source: SourceId,
    { taken, removals }: Kept<Taken>,
  ): Told<Taken> => {
    const { names, ...report } = taken;
    if (report.added + report.updated > 0)
      announce({ kind: 'items', sourceIds: sourcesTouched(database, source, names) });
    announceRemovals(removals);
    return { ...report, removed: removals.reduce((sum, { headlines }) => sum + headlines.length, 0) };
  };
  const together = createGroupCommit((work) => inTransaction(database, work));
  const announceRemovals = (removals: readonly Removal[]): void => {
    if (removals.length === 0) return;
    announce({ kind: 'removed', sourceIds: removals.map(({ sourceId }) => sourceId), removals });
  };

  /** Does something that may concern items of any source; gives how many it concerned. */
  const touchMany = (act: () => readonly ItemId[]): number => {
    const touched = inTransaction(database, act);
    if (touched.length > 0) announce({ kind: 'items', sourceIds: listSources(database).map(({ id }) => id) });
    return touched.length;
  };
  const announceItem = (id: ItemId): void => {
    announce({ kind: 'sources' });
    announce({ kind: 'items', sourceIds: sourcesOf(database, [id]) });
  };

  return Object.freeze<LibraryCalls>({
    addSource(source) {
      const added = inTransaction(database, () => addSource(database, source, now()));
      announce({ kind: 'sources' });
      return added;
    },
    removeSource(id) {
      removeSource(database, id);
      announce({ kind: 'sources', removed: id });
    },
    sources: () => listSources(database),
    ingest: (source, documents) => ingest(source, documents),
    subscribe(wanted) {
      const followed = subscribe(database, wanted, now());
      announce({ kind: 'sources' });
      return followed;
    },
    subscriptions: () => listSubscriptions(database),
    changeSubscriptions(changes) {
      changeSubscriptions(database, changes);
      announce({ kind: 'sources' });
    },
    async takeFeed(id, outcome, random01) {
      const feed = feedOf(outcome);
      const kept = await together(() => ({
        before: readSubscription(database, id),
        ...taking(id, () => takeFeed(database, id, outcome, feed, random01, now(), tell)),
      }));
      const report = telling(id, kept);
      if (isOtherSource(kept.before, report.subscription)) announce({ kind: 'sources' });
      return report;
    },
    toldOfFailures: (ids) => toldOfFailures(database, ids),
    claimRefresh: (window, milliseconds) => claim(database, 'refresh', window, milliseconds, now()),
    inspect: (answer) => inspect(answer),
    readOpml: (bytes, name) => readOpml(bytes, name),
    savePage(answer) {
      const report = inTransaction(database, () => savePage(database, answer, now(), tell));
      if (report.itemId !== undefined) announceItem(report.itemId);
      return report;
    },
    takeFullText(id, answer) {
      const report = inTransaction(database, () => takeFullText(database, id, answer, now()));
      if (report.itemId !== undefined) announceItem(id);
      return report;
    },
    revisions: (id) => listRevisions(database, id),
    readRevision: (id, ordinal) => readRevision(database, id, ordinal),
    mintKey: (id) => mintKey(database, id),
    citationKeys: (id) => citationKeys(database, id),
    renameKey(from, to) {
      announceItem(renameKey(database, from, to));
    },
    proposedKeys: (ids) => proposedKeys(database, ids),
    articlesByKey: (keys) => articlesByKey(database, keys),
    keyedItems: (limit) => keyedItems(database, limit),
    checkQuotations: createQuotationCheck(database),
    addClipping(clipping) {
      const added = addClipping(database, clipping, now());
      announce({ kind: 'clippings' });
      return added;
    },
    clippings: (itemId, limit) => listClippings(database, itemId, limit),
    changeClipping(id, change) {
      changeClipping(database, id, change, now());
      announce({ kind: 'clippings' });
    },
    removeClipping(id) {
      removeClipping(database, id);
      announce({ kind: 'clippings' });
    },
    rules: () => listRules(database),
    addRule: (rule) => addRule(database, rule, now()),
    removeRule: (id) => removeRule(database, id),
    applyRule: (id) => touchMany(() => applyRule(database, id, now())),
    countMuted: () => countMuted(database),
    unmute: (id) => touchMany(() => unmute(database, id, now())),
    knownFiles: (source) => knownFiles(database, source),
    headlines: (request) => headlinesPage(database, request),
    listCounts: (today) => listCounts(database, today),
    read: (id) => readArticle(database, id),
    search: (request) => searchItems(database, request, now()),
    similar: (id, limit) => similarItems(database, id, limit),
    saveSearch(query) {
      saveSearch(database, query, now());
      announce({ kind: 'searches' });
    },
    removeSavedSearch(id) {
      removeSavedSearch(database, id);
      announce({ kind: 'searches' });
    },
    savedSearches: () => savedSearches(database, now(), tell),
    setStatus(ids, change) {
      inTransaction(database, () => setStatus(database, ids, change, now()));
      announce({ kind: 'status', itemIds: ids, sourceIds: sourcesOf(database, ids), change });
    },
    markListRead(list, except) {
      const marked = markListRead(database, list, except, now());
      const own = list.sourceId === undefined ? [] : [list.sourceId];
      const sourceIds = [...new Set([...own, ...sourcesOf(database, marked)])];
      announce({ kind: 'status', itemIds: marked, sourceIds, change: { read: true } });
      return marked;
    },
    setPosition: (id, position) => setPosition(database, id, position, now()),
    markCited(id, how) {
      markCited(database, id, how, now());
      announce({ kind: 'status', itemIds: [id], sourceIds: sourcesOf(database, [id]), change: {} });
    },
    setRetention(id, retention) {
      setRetention(database, id, retention);
      announce({ kind: 'sources' });
    },
    countRemovable: (id, retention) => countRemovable(database, id, retention, now()),
    applyRetention() {
      const forsaken = inTransaction(database, () => removeForsaken(database));
      const step = applyRetention(database, now());
      if (forsaken > 0) announce({ kind: 'items', sourceIds: [] });
      announceRemovals(step.removals);
      return step;
    },
    groupStories() {
      const { more, joined } = groupStories(database, STORIES_AT_ONCE);
      if (joined.length > 0) announce({ kind: 'items', sourceIds: sourcesOf(database, joined) });
      return more;
    },
    stories: (ids) => stories(database, ids),
    sameStory: (id) => sameStory(database, id),
    exportPage: (after) => exportPage(database, after, new Date(now()).toISOString()),
    importPage(page) {
      const counts = importPage(database, page);
      announce({ kind: 'sources' });
      announce({ kind: 'searches' });
      announce({ kind: 'items', sourceIds: listSources(database).map(({ id }) => id) });
      return counts;
    },
    unreadCount: () => unreadCount(database),
    brief: (since) => readBrief(database, since, now(), tell),
    countNew: (since, limit) => countNew(database, since, limit, now()),
    markBriefSeen: (until) => markBriefSeen(database, until),
    itemAt: (url) => itemAt(database, url),
    close: () => database.close(),
  });
}

interface Arrived extends ParsedDocument {
  readonly document: IncomingDocument;
}

interface Arrivals {
  readonly added: number;
  readonly updated: number;
  /** By which the source knows what came. */
  readonly names: readonly string[];
}

interface Kept<Taken extends Arrivals> {
  readonly taken: Taken;
  readonly removals: readonly Removal[];
}

type Told<Taken extends Arrivals> = Omit<Taken, 'names'> & { readonly removed: number };

function keep(
  database: Database,
  source: SourceId,
  arrived: readonly Arrived[],
  now: number,
  tell: TellFailure,
): Omit<IngestReport, 'removed'> {
  const counts = { added: 0, updated: 0, unchanged: 0 };
  for (const { document, items } of arrived) {
    rememberFile(database, source, document);
    const taken = takeItems(database, source, items, { fallbackTime: document.modifiedAt, now }, tell);
    counts.added += taken.added;
    counts.updated += taken.updated;
    counts.unchanged += taken.unchanged;
  }
  return { ...counts, problems: arrived.flatMap(({ problems }) => problems) };
}

/** Whether the sidebar shows a feed otherwise than before. */
function isOtherSource(before: Subscription, after: Subscription): boolean {
  return before.url !== after.url || before.state.failure?.sentence !== after.state.failure?.sentence;
}
