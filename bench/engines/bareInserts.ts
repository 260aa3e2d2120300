// The least that full-text search over these rows can cost: FTS5 with its default content, nothing beside it.

import { DatabaseSync } from 'node:sqlite';
import { timeBatches, type BuildReport } from './engine.ts';
import type { BenchItem } from '../corpus/benchItem.ts';

/** Inserts headline, outlet and text into one FTS5 table, with the same journal and transactions as the library. */
export async function insertBare(path: string, items: Iterable<BenchItem>): Promise<BuildReport> {
  const database = new DatabaseSync(path);
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
     CREATE VIRTUAL TABLE bare USING fts5 (headline, outlet, text, tokenize = 'unicode61 remove_diacritics 2')`,
  );
  const insert = database.prepare('INSERT INTO bare (headline, outlet, text) VALUES (?, ?, ?)');
  const report = await timeBatches(items, (batch) => {
    database.exec('BEGIN IMMEDIATE');
    for (const { headline, outlet, text } of batch) insert.run(headline, outlet, text);
    database.exec('COMMIT');
  });
  database.close();
  return report;
}
