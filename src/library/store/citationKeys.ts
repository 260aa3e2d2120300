// The keys by which notes cite items.

import { citationKey, isCitationKey } from '../../core/cite/citationKey.ts';
import type { CitedArticle } from '../../core/model/citation.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import { UserError } from '../../core/model/userError.ts';
import { inTransaction, type Database } from './database.ts';
import { readArticle } from './headlines.ts';
import { HEADLINE_COLUMNS, number, optionalText, text, toHeadline, toPublication } from './rows.ts';

/** Gives an item's key, which is made the first time and never changes after that. */
export function mintKey(database: Database, id: ItemId): string {
  return inTransaction(database, () => {
    const key = proposedKey(database, id);
    if (key === undefined) throw new UserError('This article is not in the library any more.');
    database.prepare('UPDATE item SET citation_key = ? WHERE id = ? AND citation_key IS NULL').run(key, id);
    return key;
  });
}

/** Gives the keys that items have or would be given in this order; undefined for what is not in the library. */
export function proposedKeys(database: Database, ids: readonly ItemId[]): readonly (string | undefined)[] {
  const proposed = new Map<string, ItemId>();
  return ids.map((id) => {
    const key = proposedKey(database, id, (other) => (proposed.get(other) ?? id) !== id);
    if (key !== undefined) proposed.set(key, id);
    return key;
  });
}

function proposedKey(
  database: Database,
  id: ItemId,
  isPromised: (key: string) => boolean = () => false,
): string | undefined {
  const row = database
    .prepare('SELECT citation_key, headline, byline, outlet, url, published, language FROM item WHERE id = ?')
    .get(id);
  if (row === undefined) return undefined;
  return (
    optionalText(row['citation_key']) ??
    citationKey(toPublication(row), (key) => isPromised(key) || itemWithKey(database, key) !== undefined)
  );
}

/** Gives the articles that are cited by these keys, without those that nothing has. */
export function articlesByKey(database: Database, keys: readonly string[]): readonly CitedArticle[] {
  return keys.flatMap((key) => {
    const id = itemWithKey(database, key);
    const article = id === undefined ? undefined : readArticle(database, id);
    return article === undefined ? [] : [{ key, article }];
  });
}

/** Gives the item that has this key now, or had it before it was given another. */
export function itemWithKey(database: Database, key: string): ItemId | undefined {
  const row = database
    .prepare(
      `SELECT id FROM item WHERE citation_key = ?1
       UNION ALL SELECT item_id FROM former_key WHERE key = ?1 LIMIT 1`,
    )
    .get(key);
  return row && (number(row['id']) as ItemId);
}

/**
 * Gives the item of a key another one, by which notes cite it from now on. Notes that have the former key still cite
 * the same item, as no other is ever given it.
 *
 * @throws UserError where another item has the new key, or it is no key that every note language takes.
 */
export function renameKey(database: Database, from: string, to: string): ItemId {
  return inTransaction(database, () => {
    const id = itemWithKey(database, from);
    if (id === undefined) throw new UserError('No article in the library has the key “{0}”.', from);
    if (!isCitationKey(to)) {
      throw new UserError(
        '“{0}” is no citation key: it takes a to z and 0 to 9, and begins with a letter.',
        to,
      );
    }
    const holder = itemWithKey(database, to);
    if (holder !== undefined && holder !== id) {
      throw new UserError('Another article in the library has the key “{0}”.', to);
    }
    const row = database.prepare('SELECT citation_key FROM item WHERE id = ?').get(id);
    database.prepare('DELETE FROM former_key WHERE key = ?').run(to);
    database.prepare('UPDATE item SET citation_key = ? WHERE id = ?').run(to, id);
    const current = optionalText(row?.['citation_key']);
    if (current !== undefined) addFormerKeys(database, id, [current]);
    return id;
  });
}

/** Gives the key that an item has and those that it had before; none where it never had one. */
export function citationKeys(database: Database, id: ItemId): readonly string[] {
  const row = database.prepare('SELECT citation_key FROM item WHERE id = ?').get(id);
  const key = optionalText(row?.['citation_key']);
  return key === undefined ? [] : [key, ...keysBefore(database, id)];
}

/** Gives the keys that an item had before, in their order in the alphabet. */
export function keysBefore(database: Database, id: number): readonly string[] {
  return database
    .prepare('SELECT key FROM former_key WHERE item_id = ? ORDER BY key')
    .all(id)
    .map((row) => text(row['key']));
}

/** Remembers keys that an item had, but for those that an item has; true where one was not known. */
export function addFormerKeys(database: Database, id: ItemId, keys: readonly string[]): boolean {
  const added = keys.filter(
    (key) =>
      database
        .prepare(
          `INSERT OR IGNORE INTO former_key (key, item_id)
           SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM item WHERE citation_key = ?1)`,
        )
        .run(key, id).changes > 0,
  );
  return added.length > 0;
}

/** The items that have a key, those first that were given it last. */
export function keyedItems(database: Database, limit: number): readonly Headline[] {
  return database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS} FROM item JOIN source ON source.id = item.source_id
       WHERE item.citation_key IS NOT NULL ORDER BY item.cited_at DESC, item.id DESC LIMIT ?`,
    )
    .all(limit)
    .map(toHeadline);
}
