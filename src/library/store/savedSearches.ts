// The searches that the person keeps.

import { parseQuery } from '../../core/search/parseQuery.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { SavedSearch, SavedSearchId } from '../../core/model/search.ts';
import { alone, type TellFailure } from './alone.ts';
import type { Database } from './database.ts';
import { knownNames } from './knownNames.ts';
import { number, text } from './rows.ts';
import { broadCondition, hasExact, idsMeeting, MOST_READ, type Meaning } from './searchExact.ts';
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

/**
 * Gives the kept searches in the order in which they were kept, with the number of unread items that each finds.
 *
 * @param tell Told of a search that cannot be counted.
 */
export function savedSearches(database: Database, now: number, tell: TellFailure): SavedSearch[] {
  const languages = indexLanguages(database);
  const names = knownNames(database);
  return database
    .prepare('SELECT id, query FROM saved_search ORDER BY saved_at, id')
    .all()
    .map((row) => {
      const query = text(row['query']);
      const unread = alone(
        query,
        () => {
          const { expression } = parseQuery(query, { typing: false, now });
          return expression === undefined ? 0 : unreadOf(database, { expression, languages, names });
        },
        tell,
      );
      return { id: number(row['id']) as SavedSearchId, query, unread };
    });
}

function unreadOf(database: Database, meaning: Meaning): number {
  const condition = broadCondition(meaning);
  if (condition === undefined) return 0;
  const { sql, values } = condition;
  if (hasExact(meaning.expression)) {
    const ids = database
      .prepare(
        `SELECT item.id FROM item WHERE item.read = 0 AND ${sql} ORDER BY item.id DESC LIMIT ${MOST_READ}`,
      )
      .all(...values)
      .map((row) => number(row['id']) as ItemId);
    return idsMeeting(database, meaning, ids, MOST_COUNTED).length;
  }
  const row = database
    .prepare(
      `SELECT count(*) AS unread FROM (SELECT 1 FROM item WHERE item.read = 0 AND ${sql} LIMIT ${MOST_COUNTED})`,
    )
    .get(...values);
  return number(row?.['unread']);
}
