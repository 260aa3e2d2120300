// The item at an address.

import type { ItemId } from '../../core/model/ids.ts';
import { canonicalUrl } from '../../core/text/canonicalUrl.ts';
import type { Database } from './database.ts';
import { urlKey } from './duplicates.ts';
import { number, optionalText } from './rows.ts';

/** Several items can have one address, as on a live page; more than these are not looked through. */
const CANDIDATES = 20;

/**
 * Gives the item at a web address, however that is written; an article before a headline item, and the one that came
 * last where there are several.
 */
export function itemAt(database: Database, url: string): ItemId | undefined {
  const key = urlKey(url);
  if (key === undefined) return undefined;
  const rows = database
    .prepare(
      `SELECT id, url FROM item WHERE url_key = ? ORDER BY kind = 'article' DESC, id DESC LIMIT ${CANDIDATES}`,
    )
    .all(key);
  const wanted = canonicalUrl(url);
  // Two addresses can have one digest.
  const found = rows.find((row) => canonicalUrl(optionalText(row['url']) ?? '') === wanted);
  return found && (number(found['id']) as ItemId);
}
