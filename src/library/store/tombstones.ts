// Remembers which items were removed by age or number, so that a source that still has them does not bring them back.

import type { SourceId } from '../../core/model/ids.ts';
import type { Database } from './database.ts';

/** Whether an item that a source knows by this name was removed from it. */
export function isRemoved(database: Database, source: SourceId, guid: string): boolean {
  const row = database.prepare('SELECT 1 FROM tombstone WHERE source_id = ? AND guid = ?').get(source, guid);
  return row !== undefined;
}

/** Lets an item come back that the person asks for by name. */
export function forgetRemoval(database: Database, source: SourceId, guid: string): void {
  database.prepare('DELETE FROM tombstone WHERE source_id = ? AND guid = ?').run(source, guid);
}
