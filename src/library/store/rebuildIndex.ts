// Makes the full-text index anew from the items. Every item's words stand in the items' own tables too.

import type { ItemId } from '../../core/model/ids.ts';
import { inTransaction, type Database } from './database.ts';
import { recreateSearch } from './recreate.ts';
import { number, optionalText, text } from './rows.ts';
import { indexItem } from './searchIndex.ts';

/** Items for each transaction: other windows write in between. */
const BATCH = 500;

/** Called with the share that is done, from 0 to 1. */
export type Progress = (share: number) => void;

/**
 * Empties the index and fills it again. Where this ends early, `isUnfinished` says so and `unindexedItems` gives what
 * is left.
 *
 * An index that is too damaged to be emptied is created anew; the connection must allow its schema to be edited.
 */
export function rebuildIndex(database: Database, progress: Progress): void {
  database.exec(`INSERT OR IGNORE INTO unfinished (work) VALUES ('index')`);
  try {
    database.exec(`INSERT INTO search (search) VALUES ('delete-all')`);
  } catch {
    recreateSearch(database);
  }
  finishIndex(database, progress);
}

/** Indexes what the index does not know. */
export function finishIndex(database: Database, progress: Progress = () => undefined): void {
  indexItems(database, unindexedItems(database), progress);
}

/** Whether the index was being made anew when a process died. */
export function isUnfinished(database: Database): boolean {
  return database.prepare('SELECT 1 FROM unfinished').get() !== undefined;
}

/** The items that the index does not know. */
export function unindexedItems(database: Database): readonly ItemId[] {
  return database
    .prepare('SELECT id FROM item WHERE id NOT IN (SELECT id FROM search_docsize) ORDER BY id')
    .all()
    .map((row) => number(row['id']) as ItemId);
}

/** Takes out of the index what is no item any more, and says how many that were. */
export function removeGhosts(database: Database): number {
  return database
    .prepare(
      'DELETE FROM search WHERE rowid IN (SELECT id FROM search_docsize WHERE id NOT IN (SELECT id FROM item))',
    )
    .run().changes;
}

export function indexItems(database: Database, ids: readonly ItemId[], progress: Progress): void {
  for (let done = 0; done < ids.length; done += BATCH) {
    progress(done / ids.length);
    inTransaction(database, () => {
      for (const id of ids.slice(done, done + BATCH)) indexAgain(database, id);
    });
  }
  database.exec(`DELETE FROM unfinished WHERE work = 'index'`);
}

function indexAgain(database: Database, id: ItemId): void {
  const row = database
    .prepare(
      `SELECT item.headline, byline, outlet, language, text FROM item
       LEFT JOIN revision ON revision.item_id = item.id AND ordinal = item.revision WHERE item.id = ?`,
    )
    .get(id);
  // Another window may have removed it by now.
  if (row === undefined) return;
  indexItem(database, id, {
    headline: text(row['headline']),
    byline: optionalText(row['byline']),
    outlet: optionalText(row['outlet']),
    language: optionalText(row['language']),
    text: optionalText(row['text']) ?? '',
  });
}
