// Which lists change when documents arrive in one source.

import type { SourceId } from '../../core/model/ids.ts';
import type { Database } from './database.ts';
import { number } from './rows.ts';

/**
 * Gives the sources in which the items are listed that a source knows by these names, the source itself first: an
 * item can be listed in several, and shows in all of them what it has become.
 */
export function sourcesTouched(
  database: Database,
  source: SourceId,
  names: readonly string[],
): readonly SourceId[] {
  const listedIn = database
    .prepare(
      `SELECT DISTINCT listing.source_id FROM identity JOIN listing ON listing.item_id = identity.item_id
       WHERE identity.source_id = ? AND guid IN (SELECT value FROM json_each(?))`,
    )
    .all(source, JSON.stringify(names))
    .map((row) => number(row['source_id']) as SourceId);
  return [...new Set([source, ...listedIn])];
}
