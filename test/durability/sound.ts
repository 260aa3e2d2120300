// What is true of every library, whatever happened to its writers.

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';

/** Asserts that the file, the index and the counts agree; looks past the library, straight into its file. */
export function assertSound(path: string): void {
  const database = new DatabaseSync(path);
  const rows = (sql: string): unknown[] =>
    database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  assert.deepEqual(rows('PRAGMA integrity_check'), [['ok']]);
  assert.deepEqual(rows('PRAGMA foreign_key_check'), []);
  database.exec(`INSERT INTO search (search) VALUES ('integrity-check')`);
  assert.deepEqual(rows('SELECT id FROM item EXCEPT SELECT id FROM search_docsize'), []);
  assert.deepEqual(rows('SELECT id FROM search_docsize EXCEPT SELECT id FROM item'), []);
  const real = `SELECT source.id, count(item.id), coalesce(sum(item.read = 0), 0) FROM source
    LEFT JOIN listing ON listing.source_id = source.id LEFT JOIN item ON item.id = listing.item_id GROUP BY source.id`;
  assert.deepEqual(
    rows('SELECT id, total, unread FROM source ORDER BY id'),
    rows(`${real} ORDER BY source.id`),
  );
  database.close();
}
