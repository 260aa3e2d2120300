// What the person did with items: read, starred, kept for later, cited, where they stopped reading.

import type { ItemId, SourceId } from '../../core/model/ids.ts';
import type { ListChoice, StatusChange } from '../library.ts';
import type { Database } from './database.ts';
import { listQuery } from './headlineLists.ts';
import { number } from './rows.ts';

const LISTED = 'SELECT value FROM json_each(?)';

/** Runs inside the caller's transaction. */
export function setStatus(
  database: Database,
  ids: readonly ItemId[],
  { read, starred, later }: StatusChange,
  now: number,
): void {
  const list = JSON.stringify(ids);
  if (read !== undefined) {
    database
      .prepare(
        `UPDATE item SET read = ?1, status_at = ?3 WHERE id IN (SELECT value FROM json_each(?2)) AND read <> ?1`,
      )
      .run(Number(read), list, now);
  }
  if (starred !== undefined) {
    database
      .prepare(`UPDATE item SET starred = ?, status_at = ? WHERE id IN (${LISTED})`)
      .run(Number(starred), now, list);
  }
  if (later !== undefined) {
    database
      .prepare(`UPDATE item SET later = ?, status_at = ? WHERE id IN (${LISTED})`)
      .run(Number(later), now, list);
  }
}

/** Marks all items of a list read but some, and gives the ids of those that were not. */
export function markListRead(
  database: Database,
  list: ListChoice,
  except: readonly ItemId[],
  now: number,
): ItemId[] {
  const { sql, values } = listQuery(list, 'unread');
  return database
    .prepare(
      `UPDATE item SET read = 1, status_at = ?
       WHERE id IN (SELECT item_id FROM (${sql})) AND id NOT IN (${LISTED}) RETURNING id`,
    )
    .all(now, ...values, JSON.stringify(except))
    .map((row) => number(row['id']) as ItemId);
}

export function setPosition(database: Database, id: ItemId, position: number, now: number): void {
  database
    .prepare('UPDATE item SET position = ?, status_at = ? WHERE id = ?')
    .run(Math.max(0, Math.trunc(position)), now, id);
}

export function markCited(database: Database, id: ItemId, how: 'cited' | 'quoted', now: number): void {
  database.prepare(`UPDATE item SET ${how}_at = ? WHERE id = ?`).run(now, id);
}

export function unreadCount(database: Database): number {
  return number(database.prepare('SELECT count(*) AS unread FROM item WHERE read = 0').get()?.['unread']);
}

/** The sources in which items are listed. */
export function sourcesOf(database: Database, ids: readonly ItemId[]): SourceId[] {
  return database
    .prepare(`SELECT DISTINCT source_id FROM listing WHERE item_id IN (${LISTED})`)
    .all(JSON.stringify(ids))
    .map((row) => number(row['source_id']) as SourceId);
}
