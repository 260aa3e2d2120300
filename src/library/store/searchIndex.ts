// Keeps the full-text index and asks it.

import type { ItemId } from '../../core/model/ids.ts';
import { indexText } from '../../core/search/indexText.ts';
import type { Database } from './database.ts';
import { number } from './rows.ts';

// A word in the headline weighs most, then one in the byline or outlet.
const RANK = 'bm25(search, 8.0, 3.0, 1.0)';

// Ranking a match costs the same for a rare word and a common one, so that only this many of the newest are ranked.
const CANDIDATES = 2000;

export interface IndexedFields {
  readonly headline: string;
  readonly byline: string | undefined;
  readonly outlet: string | undefined;
  readonly text: string;
}

/** Puts an item into the index, in place of what stood there. */
export function indexItem(database: Database, id: ItemId, item: IndexedFields): void {
  database
    .prepare('INSERT OR REPLACE INTO search (rowid, headline, byline, body) VALUES (?, ?, ?, ?)')
    .run(
      id,
      indexText(item.headline),
      indexText(`${item.byline ?? ''} ${item.outlet ?? ''}`),
      indexText(item.text),
    );
}

/** Gives the ids of the items that match an FTS5 expression, best first. */
export function searchIndex(database: Database, expression: string, limit: number): ItemId[] {
  return database
    .prepare(
      `SELECT id FROM (
         SELECT rowid AS id, ${RANK} AS score FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ${CANDIDATES}
       ) ORDER BY score, id DESC LIMIT ?`,
    )
    .all(expression, limit)
    .map((row) => number(row['id']) as ItemId);
}
