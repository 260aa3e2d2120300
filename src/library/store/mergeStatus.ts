// Merges what the person did with one item in two libraries.

import type { ItemId } from '../../core/model/ids.ts';
import { listWhereKnown } from './addListing.ts';
import type { Database, Row } from './database.ts';

/**
 * Takes over the read state, star, “read later”, position and muting of the other library where they were changed later
 * there, with what the lists then show; that an item stands in a note is never forgotten. True where something changed.
 */
export function mergeStatus(database: Database, id: ItemId, there: Row): boolean {
  const { read = null, starred = null, later = null, position = null, status_at = null } = there;
  const { muted = null, cited_at = null, quoted_at = null, citation_key = null } = there;
  const wasMuted = isMuted(database, id);
  const taken = database
    .prepare(
      `UPDATE item SET read = ?, starred = ?, later = ?, position = ?, muted = ?, status_at = ?6
       WHERE id = ?7 AND status_at < ?6`,
    )
    .run(read, starred, later, position, muted, status_at, id);
  const nowMuted = isMuted(database, id);
  if (nowMuted && !wasMuted) database.prepare('DELETE FROM listing WHERE item_id = ?').run(id);
  if (wasMuted && !nowMuted) listWhereKnown(database, [id]);
  const cited = database
    .prepare('UPDATE item SET cited_at = ? WHERE id = ? AND cited_at IS NULL AND ?1 IS NOT NULL')
    .run(cited_at, id);
  const quoted = database
    .prepare('UPDATE item SET quoted_at = ? WHERE id = ? AND quoted_at IS NULL AND ?1 IS NOT NULL')
    .run(quoted_at, id);
  const keyed = database
    .prepare('UPDATE item SET citation_key = ? WHERE id = ? AND citation_key IS NULL AND ?1 IS NOT NULL')
    .run(citation_key, id);
  return taken.changes + cited.changes + quoted.changes + keyed.changes > 0;
}

function isMuted(database: Database, id: ItemId): boolean {
  return database.prepare('SELECT muted FROM item WHERE id = ?').get(id)?.['muted'] === 1;
}
