// Takes out of the library what nothing holds in it any longer.

import type { ItemId } from '../../core/model/ids.ts';
import type { Database } from './database.ts';
import { deleteItems } from './deleteItems.ts';
import { IS_PROTECTED } from './protectedItems.ts';
import { number } from './rows.ts';

/**
 * Deletes those of these items whose source was removed and that were kept for what the person did with them, which
 * has been undone; runs inside the caller's transaction.
 */
export function removeForsaken(database: Database, ids: readonly ItemId[]): void {
  const forsaken = database
    .prepare(
      `SELECT item.id FROM json_each(?) AS chosen JOIN item ON item.id = chosen.value
       WHERE item.muted IS NOT 1 AND NOT EXISTS (SELECT 1 FROM listing WHERE listing.item_id = item.id)
         AND NOT ${IS_PROTECTED}`,
    )
    .all(JSON.stringify(ids))
    .map((row) => number(row['id']));
  if (forsaken.length === 0) return;
  deleteItems(database, 'SELECT value FROM json_each(?)', JSON.stringify(forsaken));
}
