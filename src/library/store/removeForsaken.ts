// Takes out of the library what nothing holds in it any longer.

import type { Database } from './database.ts';
import { deleteItems } from './deleteItems.ts';
import { IS_PROTECTED } from './protectedItems.ts';
import { number } from './rows.ts';

/**
 * Deletes the items whose source was removed and that were kept for what the person did with them, which has been
 * undone; gives how many. It is for the daily tidying, so that whoever takes a star away by mistake can give it back.
 * Runs inside the caller's transaction.
 */
export function removeForsaken(database: Database): number {
  const forsaken = database
    .prepare(
      `SELECT item.id FROM source CROSS JOIN item ON item.source_id = source.id
       WHERE source.removed = 1 AND item.muted IS NOT 1 AND NOT ${IS_PROTECTED}
         AND NOT EXISTS (SELECT 1 FROM listing WHERE listing.item_id = item.id)`,
    )
    .all()
    .map((row) => number(row['id']));
  if (forsaken.length > 0) deleteItems(database, 'SELECT value FROM json_each(?)', JSON.stringify(forsaken));
  return forsaken.length;
}
