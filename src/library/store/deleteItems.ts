// Takes items out of the library with everything that is kept of them.

import type { Database, SqlValue } from './database.ts';

/** What goes with an item, in the order in which the references allow; its listings have to be gone before. */
const KEPT_OF_AN_ITEM = [
  'search WHERE rowid',
  'identity WHERE item_id',
  'revision WHERE item_id',
  'story_pending WHERE item_id',
  'item WHERE id',
];

/**
 * Deletes the items that a query selects; runs inside the caller's transaction.
 *
 * @param selection A SELECT that gives the items' ids, with its values.
 */
export function deleteItems(database: Database, selection: string, ...values: readonly SqlValue[]): void {
  for (const table of KEPT_OF_AN_ITEM) {
    database.prepare(`DELETE FROM ${table} IN (${selection})`).run(...values);
  }
}
