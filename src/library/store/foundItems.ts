// Reads items that a search has found, with the text in which phrases are read for.

import type { ItemId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { Database } from './database.ts';
import { HEADLINE_COLUMNS, optionalText, toHeadline } from './rows.ts';

export interface FoundItem {
  readonly item: Headline;
  /** Empty where only the headline is known. */
  readonly text: string;
}

/** Gives the items in the order that was asked for, without those that are no more. */
export function readFound(database: Database, ids: readonly ItemId[]): readonly FoundItem[] {
  return database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS}, text
       FROM json_each(?) AS wanted JOIN item ON item.id = wanted.value JOIN source ON source.id = item.source_id
       LEFT JOIN revision ON revision.item_id = item.id AND revision.ordinal = item.revision
       ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids))
    .map((row) => ({ item: toHeadline(row), text: optionalText(row['text']) ?? '' }));
}
