// What a careful person writes by hand for these rows: a table, an index over it, and one statement.

import { DatabaseSync } from 'node:sqlite';
import type { BenchQuery } from '../corpus/queries.ts';
import { SHOWN, timeBatches, type Engine } from './engine.ts';

const CANDIDATES = 2000;

/** Ranks the newest 2,000 matches, which is the quickest ranked statement known for these rows. */
export const handWritten: Engine = engine('SQL by hand', '');

/** The same with an index of prefixes, which doubles the index. */
export const handWrittenPrefixes: Engine = engine('SQL by hand, prefix index', `, prefix = '2 3'`);

function engine(name: string, prefixes: string): Engine {
  return {
    name,
    async build(path, items) {
      const database = open(path);
      database.exec(
        `CREATE TABLE item (id INTEGER PRIMARY KEY, headline TEXT NOT NULL, outlet TEXT NOT NULL, time INTEGER NOT NULL) STRICT;
         CREATE VIRTUAL TABLE words USING fts5 (
           headline, outlet, content = 'item', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'${prefixes})`,
      );
      const row = database.prepare('INSERT INTO item (id, headline, outlet, time) VALUES (?, ?, ?, ?)');
      const words = database.prepare('INSERT INTO words (rowid, headline, outlet) VALUES (?, ?, ?)');
      const report = await timeBatches(items, (batch, first) => {
        database.exec('BEGIN IMMEDIATE');
        batch.forEach(({ headline, outlet, time }, place) => {
          row.run(first + place, headline, outlet, time);
          words.run(first + place, headline, outlet);
        });
        database.exec('COMMIT');
      });
      database.close();
      return report;
    },
    open(path) {
      const database = open(path);
      const select = database.prepare(
        `SELECT item.id, headline, outlet, time FROM (
           SELECT id, score FROM (
             SELECT rowid AS id, bm25(words, 8.0, 3.0) AS score FROM words
             WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${CANDIDATES}
           ) ORDER BY score LIMIT ${SHOWN}
         ) AS best JOIN item ON item.id = best.id ORDER BY score`,
      );
      return {
        search: (query) => select.all(expression(query)).length,
        close: () => database.close(),
      };
    },
  };
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  return database;
}

function expression({ kind, words }: BenchQuery): string {
  return kind === 'phrase' ? `"${words.join(' ')}"` : `${words.map((word) => `"${word}"`).join(' AND ')} *`;
}
