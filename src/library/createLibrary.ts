// The library over an open database: each call is one step of the store, and what it changed is announced.

import type { ParsedDocument } from '../core/model/document.ts';
import type { SourceId } from '../core/model/ids.ts';
import type { Removal } from '../core/model/retention.ts';
import { parseDocument } from '../core/parse/parseDocument.ts';
import type { IncomingDocument, IngestReport, Library, LibraryChange } from './library.ts';
import type { Implementation } from './rpc.ts';
import { inTransaction, type Database } from './store/database.ts';
import { exportPage } from './store/exportPage.ts';
import { knownFiles, rememberFile } from './store/files.ts';
import { headlinesPage, readArticle } from './store/headlines.ts';
import { importPage } from './store/importPage.ts';
import { ingestItem } from './store/ingest.ts';
import { migrate } from './store/migrate.ts';
import { applyRetention, countRemovable, removeBeyond, setRetention } from './store/retention.ts';
import { removeSavedSearch, savedSearches, saveSearch } from './store/savedSearches.ts';
import { searchItems, similarItems } from './store/searchItems.ts';
import { addSource, listSources, removeSource } from './store/sources.ts';
import { sourcesTouched } from './store/sourcesTouched.ts';
import { markCited, markSourceRead, setPosition, setStatus, sourcesOf, unreadCount } from './store/status.ts';
import { groupStories, sameStory } from './store/stories.ts';

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

  const ingest = (source: SourceId, documents: readonly IncomingDocument[]): IngestReport => {
    const parsed = documents.map((document) => ({ document, ...parseDocument(document) }));
    const { report, removals } = inTransaction(database, () => {
      const kept = keep(database, source, parsed, now());
      return { report: kept, removals: removeBeyond(database, source, now()).removals };
    });
    if (report.added + report.updated > 0)
      announce({ kind: 'items', sourceIds: listsTouched(source, parsed) });
    announceRemovals(removals);
    return { ...report, removed: removals.reduce((sum, { headlines }) => sum + headlines.length, 0) };
  };
  const listsTouched = (source: SourceId, parsed: readonly ParsedDocument[]): readonly SourceId[] => {
    const names = parsed.flatMap(({ items }) => items.map(({ guid }) => guid));
    return sourcesTouched(database, source, names);
  };
  const announceRemovals = (removals: readonly Removal[]): void => {
    if (removals.length === 0) return;
    announce({ kind: 'removed', sourceIds: removals.map(({ sourceId }) => sourceId), removals });
  };

  return Object.freeze<LibraryCalls>({
    addSource(source) {
      const added = addSource(database, source, now());
      announce({ kind: 'sources' });
      return added;
    },
    removeSource(id) {
      removeSource(database, id);
      announce({ kind: 'sources', removed: id });
    },
    sources: () => listSources(database),
    ingest: (source, documents) => ingest(source, documents),
    knownFiles: (source) => knownFiles(database, source),
    headlines: (request) => headlinesPage(database, request),
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
    savedSearches: () => savedSearches(database, now()),
    setStatus(ids, change) {
      setStatus(database, ids, change, now());
      announce({ kind: 'status', itemIds: ids, sourceIds: sourcesOf(database, ids), change });
    },
    markSourceRead(id) {
      const marked = markSourceRead(database, id, now());
      const sourceIds = [...new Set([id, ...sourcesOf(database, marked)])];
      announce({ kind: 'status', itemIds: marked, sourceIds, change: { read: true } });
      return marked;
    },
    setPosition: (id, position) => setPosition(database, id, position, now()),
    markCited: (id, how) => markCited(database, id, how, now()),
    setRetention(id, retention) {
      setRetention(database, id, retention);
      announce({ kind: 'sources' });
    },
    countRemovable: (id, retention) => countRemovable(database, id, retention, now()),
    applyRetention() {
      const step = applyRetention(database, now());
      announceRemovals(step.removals);
      return step;
    },
    groupStories: () => groupStories(database, STORIES_AT_ONCE),
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
    close: () => database.close(),
  });
}

interface Arrived extends ParsedDocument {
  readonly document: IncomingDocument;
}

function keep(
  database: Database,
  source: SourceId,
  arrived: readonly Arrived[],
  now: number,
): Omit<IngestReport, 'removed'> {
  const counts = { added: 0, updated: 0, unchanged: 0 };
  for (const { document, items } of arrived) {
    rememberFile(database, source, document);
    // The first item of a page comes last and gets the highest id, by which items of the same time are ordered.
    for (const item of items.toReversed()) {
      counts[ingestItem(database, source, item, { fallbackTime: document.modifiedAt, now })]++;
    }
  }
  return { ...counts, problems: arrived.flatMap(({ problems }) => problems) };
}
