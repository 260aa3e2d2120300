// Lists an item in a source and counts it there, so that no list of a source is ever counted.

import type { Database } from './database.ts';
import { number } from './rows.ts';

/** Lists an item in a source; false where it was listed there before. Times are milliseconds since 1970. */
export function addListing(database: Database, item: number, source: number, sortAt: number): boolean {
  const listed = database
    .prepare(
      `INSERT OR IGNORE INTO listing (item_id, source_id, sort_at, read)
       VALUES (?1, ?2, ?3, (SELECT read FROM item WHERE id = ?1))`,
    )
    .run(item, source, sortAt);
  if (listed.changes === 0) return false;
  database
    .prepare(
      `UPDATE source SET total = total + 1, unread = unread + (SELECT read = 0 FROM item WHERE id = ?) WHERE id = ?`,
    )
    .run(item, source);
  return true;
}

/** Lists items in all sources that know them by a name, but those that were removed. */
export function listWhereKnown(database: Database, items: readonly number[]): void {
  const places = database
    .prepare(
      `SELECT DISTINCT identity.source_id, item.id, item.sort_at FROM json_each(?) AS chosen
       JOIN item ON item.id = chosen.value JOIN identity ON identity.item_id = item.id
       JOIN source ON source.id = identity.source_id WHERE source.removed = 0`,
    )
    .all(JSON.stringify(items));
  for (const place of places) {
    addListing(database, number(place['id']), number(place['source_id']), number(place['sort_at']));
  }
}

/** Lists in a source again what it knows by a name, but what rules keep out of the lists. */
export function listAgain(database: Database, source: number): void {
  const items = database
    .prepare(
      `SELECT DISTINCT item.id, item.sort_at FROM identity JOIN item ON item.id = identity.item_id
       WHERE identity.source_id = ? AND item.muted IS NOT 1`,
    )
    .all(source);
  for (const item of items) addListing(database, number(item['id']), source, number(item['sort_at']));
}
