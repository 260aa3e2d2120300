// The sources of the library.

import type { SourceId } from '../../core/model/ids.ts';
import type { NewSource, Source } from '../../core/model/source.ts';
import { listAgain } from './addListing.ts';
import { inTransaction, type Database } from './database.ts';
import { deleteItems } from './deleteItems.ts';
import { IS_PROTECTED } from './protectedItems.ts';
import { number, toSource } from './rows.ts';

const COLUMNS = 'id, kind, uri, title, total, unread, keep_days, keep_newest';

/**
 * Adds a source; one whose URI is known already is given back, and listed again with what was kept of it if it had been
 * removed. Runs inside the caller's transaction.
 */
export function addSource(database: Database, source: NewSource, now: number): Source {
  const known = database.prepare('SELECT id, removed FROM source WHERE uri = ?').get(source.uri);
  if (known?.['removed'] === 1) bringBack(database, number(known['id']));
  const row = database
    .prepare(
      `INSERT INTO source (kind, uri, title, added_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (uri) DO UPDATE SET uri = uri RETURNING ${COLUMNS}`,
    )
    .get(source.kind, source.uri, source.title, now);
  return toSource(row ?? {});
}

/** Lists a source that was removed again, with what was kept of it. */
export function bringBack(database: Database, id: number): void {
  const { changes } = database.prepare('UPDATE source SET removed = 0 WHERE id = ? AND removed = 1').run(id);
  if (changes > 0) listAgain(database, id);
}

/** Whether a source is among those of the library. */
export function isFollowed(database: Database, id: SourceId): boolean {
  return database.prepare('SELECT 1 FROM source WHERE id = ? AND removed = 0').get(id) !== undefined;
}

export function listSources(database: Database): Source[] {
  return database
    .prepare(`SELECT ${COLUMNS} FROM source WHERE removed = 0 ORDER BY title COLLATE NOCASE, id`)
    .all()
    .map(toSource);
}

/**
 * Takes a source out of the lists together with those of its items that stand nowhere else. Starred, cited and
 * quoted items stay in the library under the source's name, and it knows them again when it is added once more.
 */
export function removeSource(database: Database, id: SourceId): void {
  inTransaction(database, () => {
    database.exec('CREATE TEMP TABLE IF NOT EXISTS leaving (id INTEGER PRIMARY KEY)');
    database.exec('DELETE FROM leaving');
    database
      .prepare(
        `INSERT INTO leaving SELECT item.id FROM listing JOIN item ON item.id = listing.item_id
         WHERE listing.source_id = ? AND NOT ${IS_PROTECTED}
           AND NOT EXISTS (SELECT 1 FROM listing AS other WHERE other.item_id = item.id AND other.source_id <> ?)`,
      )
      .run(id, id);
    database
      .prepare(
        `INSERT OR IGNORE INTO leaving SELECT id FROM item WHERE source_id = ? AND muted = 1 AND NOT ${IS_PROTECTED}`,
      )
      .run(id);
    database.prepare('DELETE FROM listing WHERE source_id = ?').run(id);
    database.prepare('DELETE FROM file WHERE source_id = ?').run(id);
    database.prepare('DELETE FROM tombstone WHERE source_id = ?').run(id);
    deleteItems(database, 'SELECT id FROM leaving');
    moveToOtherSource(database, id);
    const kept = database.prepare('SELECT 1 FROM item WHERE source_id = ? LIMIT 1').get(id);
    if (kept !== undefined) {
      database.prepare('UPDATE source SET removed = 1 WHERE id = ?').run(id);
    } else {
      database.prepare('DELETE FROM identity WHERE source_id = ?').run(id);
      database.prepare('DELETE FROM source WHERE id = ?').run(id);
    }
  });
}

function moveToOtherSource(database: Database, id: SourceId): void {
  database
    .prepare(
      `UPDATE item SET source_id = (SELECT source_id FROM listing WHERE item_id = item.id)
       WHERE source_id = ? AND EXISTS (SELECT 1 FROM listing WHERE item_id = item.id)`,
    )
    .run(id);
}
