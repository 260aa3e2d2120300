// Takes the items of one document, feed or page in, and does what the rules say to those that are new.

import type { ParsedItem } from '../../core/model/document.ts';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import type { TellFailure } from './alone.ts';
import type { Database } from './database.ts';
import { ingestItem, type Arrival } from './ingest.ts';
import { number } from './rows.ts';
import { applyRules } from './rules.ts';

/** Counted in items. */
export interface TakenItems {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What is new or changed, in the order of the document. */
  readonly changed: readonly ItemId[];
}

/**
 * Runs inside the caller's transaction.
 *
 * @param tell Told of a rule that cannot be followed.
 */
export function takeItems(
  database: Database,
  source: SourceId,
  items: readonly ParsedItem[],
  arrival: Arrival,
  tell: TellFailure,
): TakenItems {
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const added: string[] = [];
  const changed: string[] = [];
  // The first item comes last and gets the highest id, by which items of the same time are ordered.
  for (const item of items.toReversed()) {
    const outcome = ingestItem(database, source, item, arrival);
    counts[outcome]++;
    if (outcome === 'added') added.push(item.guid);
    if (outcome !== 'unchanged') changed.unshift(item.guid);
  }
  applyRules(database, named(database, source, added), arrival.now, tell);
  return { ...counts, changed: named(database, source, changed) };
}

/** Gives the items that a source knows by these names, in their order. */
export function named(database: Database, source: SourceId, names: readonly string[]): readonly ItemId[] {
  if (names.length === 0) return [];
  return database
    .prepare(
      `SELECT item_id FROM json_each(?) AS name JOIN identity ON identity.source_id = ? AND guid = name.value
       ORDER BY name.key`,
    )
    .all(JSON.stringify(names), source)
    .map((row) => number(row['item_id']) as ItemId);
}
