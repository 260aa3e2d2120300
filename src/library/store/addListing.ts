// Lists an item in a source and counts it there, so that no list of a source is ever counted.

import type { Database } from './database.ts';

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
