// What the person did with items: read, starred, cited, where they stopped reading.

import type { ItemId, SourceId } from '../../core/model/ids.ts';
import type { StatusChange } from '../library.ts';
import type { Database } from './database.ts';
import { number } from './rows.ts';

const LISTED = 'SELECT value FROM json_each(?)';

export function setStatus(database: Database, ids: readonly ItemId[], { read, starred }: StatusChange): void {
  const list = JSON.stringify(ids);
  if (read !== undefined) {
    database
      .prepare(`UPDATE item SET read = ? WHERE id IN (${LISTED}) AND read <> ?2`)
      .run(Number(read), list);
  }
  if (starred !== undefined) {
    database.prepare(`UPDATE item SET starred = ? WHERE id IN (${LISTED})`).run(Number(starred), list);
  }
}

/** Marks every item of a source read and gives the ids of those that were not. */
export function markSourceRead(database: Database, source: SourceId): ItemId[] {
  return database
    .prepare(
      `UPDATE item SET read = 1 WHERE read = 0 AND id IN (SELECT item_id FROM listing WHERE source_id = ?) RETURNING id`,
    )
    .all(source)
    .map((row) => number(row['id']) as ItemId);
}

export function setPosition(database: Database, id: ItemId, position: number): void {
  database.prepare('UPDATE item SET position = ? WHERE id = ?').run(Math.max(0, Math.trunc(position)), id);
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
