// The library over an open database: each call is one step of the store, and what it changed is announced.

import type { ParsedDocument } from '../core/model/document.ts';
import type { SourceId } from '../core/model/ids.ts';
import { parseDocument } from '../core/parse/parseDocument.ts';
import type { IncomingDocument, IngestReport, Library, LibraryChange } from './library.ts';
import type { Implementation } from './rpc.ts';
import { inTransaction, type Database } from './store/database.ts';
import { knownFiles, rememberFile } from './store/files.ts';
import { headlinesPage, readArticle } from './store/headlines.ts';
import { ingestItem } from './store/ingest.ts';
import { migrate } from './store/migrate.ts';
import { searchItems } from './store/searchItems.ts';
import { addSource, listSources, removeSource } from './store/sources.ts';
import { markCited, markSourceRead, setPosition, setStatus, sourcesOf, unreadCount } from './store/status.ts';

/** The library where it lives, in one thread with its database: each call gives its result at once. */
export type LibraryCalls = Implementation<Library>;

/** What the library needs from the world around it. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly announce: (change: LibraryChange) => void;
}

/**
 * Brings the database to the current schema and gives the library over it.
 *
 * @throws UserError where the database was made by a newer version.
 */
export function createLibrary(database: Database, { now, announce }: Surroundings): LibraryCalls {
  migrate(database);

  const ingest = (source: SourceId, documents: readonly IncomingDocument[]): IngestReport => {
    const parsed = documents.map((document) => ({ document, ...parseDocument(document) }));
    const report = inTransaction(database, () => keep(database, source, parsed, now()));
    if (report.added + report.updated > 0) announce({ kind: 'items', sourceIds: [source] });
    return report;
  };

  return Object.freeze<LibraryCalls>({
    addSource(source) {
      const added = addSource(database, source, now());
      announce({ kind: 'sources' });
      return added;
    },
    removeSource(id) {
      removeSource(database, id);
      announce({ kind: 'sources' });
    },
    sources: () => listSources(database),
    ingest: (source, documents) => ingest(source, documents),
    knownFiles: (source) => knownFiles(database, source),
    headlines: (request) => headlinesPage(database, request),
    read: (id) => readArticle(database, id),
    search: (request) => searchItems(database, request),
    setStatus(ids, change) {
      setStatus(database, ids, change);
      announce({ kind: 'status', itemIds: ids, sourceIds: sourcesOf(database, ids) });
    },
    markSourceRead(id) {
      const marked = markSourceRead(database, id);
      announce({ kind: 'items', sourceIds: [id] });
      return marked;
    },
    setPosition: (id, position) => setPosition(database, id, position),
    markCited: (id, how) => markCited(database, id, how, now()),
    unreadCount: () => unreadCount(database),
    close: () => database.close(),
  });
}

interface Arrived extends ParsedDocument {
  readonly document: IncomingDocument;
}

function keep(database: Database, source: SourceId, arrived: readonly Arrived[], now: number): IngestReport {
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
