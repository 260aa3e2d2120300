// The searches that the person keeps.

import { parseQuery } from '../../core/search/parseQuery.ts';
import type { SavedSearch, SavedSearchId } from '../../core/model/search.ts';
import type { Database } from './database.ts';
import { number, text } from './rows.ts';
import { searchCondition } from './searchCondition.ts';
import { indexLanguages } from './searchIndex.ts';

/** Unread items beyond this number are not counted one by one. */
const MOST_COUNTED = 1000;

/** Keeps a query; one that is kept already stays as it is. */
export function saveSearch(database: Database, query: string, now: number): void {
  database
    .prepare('INSERT OR IGNORE INTO saved_search (query, saved_at) VALUES (?, ?)')
    .run(query.trim(), now);
}

export function removeSavedSearch(database: Database, id: SavedSearchId): void {
  database.prepare('DELETE FROM saved_search WHERE id = ?').run(id);
}

/** Gives the kept searches in the order in which they were kept, with the number of unread items that each finds. */
export function savedSearches(database: Database, now: number): SavedSearch[] {
  return database
    .prepare('SELECT id, query FROM saved_search ORDER BY saved_at, id')
    .all()
    .map((row) => {
      const query = text(row['query']);
      return { id: number(row['id']) as SavedSearchId, query, unread: unreadOf(database, query, now) };
    });
}

function unreadOf(database: Database, query: string, now: number): number {
  const { expression } = parseQuery(query, { typing: false, now });
  if (expression === undefined) return 0;
  const { sql, values } = searchCondition(expression, indexLanguages(database));
  const row = database
    .prepare(
      `SELECT count(*) AS unread FROM (SELECT 1 FROM item WHERE item.read = 0 AND ${sql} LIMIT ${MOST_COUNTED})`,
    )
    .get(...values);
  return number(row?.['unread']);
}
