// Repairs what the rows of one table say about those of another.

import { inTransaction, type Database } from './database.ts';
import { text } from './rows.ts';

/** Sets every source's counts and unread ones to what is listed, and says how many sources were wrong. */
export function repairCounters(database: Database): number {
  return inTransaction(database, () => {
    database
      .prepare(
        `UPDATE listing SET read = 1 - listing.read
         WHERE listing.read <> (SELECT item.read FROM item WHERE item.id = listing.item_id)`,
      )
      .run();
    return database
      .prepare(
        `UPDATE source SET total = real.total, unread = real.unread
           FROM (SELECT source.id, count(item.id) AS total, coalesce(sum(item.read = 0), 0) AS unread
                 FROM source LEFT JOIN listing ON listing.source_id = source.id
                 LEFT JOIN item ON item.id = listing.item_id GROUP BY source.id) AS real
           WHERE real.id = source.id AND (source.total <> real.total OR source.unread <> real.unread)`,
      )
      .run().changes;
  });
}

// The person's own: what is wrong with their rows is told, never taken out.
const CONTENT: ReadonlySet<string> = new Set(['source', 'item', 'revision']);

/** Takes out what other tables say of items or sources that are gone, and says how many rows. Bodies are left alone. */
export function repairLinks(database: Database): number {
  const hit = database
    .prepare('SELECT DISTINCT "table" AS name FROM pragma_foreign_key_check')
    .all()
    .map((row) => text(row['name']))
    .filter((table) => !CONTENT.has(table));
  return inTransaction(database, () => hit.reduce((sum, table) => sum + removeLoose(database, table), 0));
}

function removeLoose(database: Database, table: string): number {
  const loose = database
    .prepare(
      `SELECT "table" AS parent, "from" AS reference, coalesce("to", 'id') AS target FROM pragma_foreign_key_list(?)`,
    )
    .all(table)
    .map((row) => {
      const [reference, parent, target] = [text(row['reference']), text(row['parent']), text(row['target'])];
      return `${reference} NOT IN (SELECT ${target} FROM ${parent})`;
    });
  return database.prepare(`DELETE FROM ${table} WHERE ${loose.join(' OR ')}`).run().changes;
}
