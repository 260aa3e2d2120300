// Merges what the person did with one item in two libraries.

import type { ItemId } from '../../core/model/ids.ts';
import type { Database, Row } from './database.ts';

/**
 * Takes over the read state, star, “read later” and position of the other library where they were changed later there; that an
 * item stands in a note is never forgotten. True where something changed.
 */
export function mergeStatus(database: Database, id: ItemId, there: Row): boolean {
  const { read = null, starred = null, later = null, position = null, status_at = null } = there;
  const { cited_at = null, quoted_at = null, citation_key = null } = there;
  const taken = database
    .prepare(
      `UPDATE item SET read = ?, starred = ?, later = ?, position = ?, status_at = ?5 WHERE id = ?6 AND status_at < ?5`,
    )
    .run(read, starred, later, position, status_at, id);
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
