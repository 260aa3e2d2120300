// SQLite as it comes with Node.

import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Row, SqlValue, Statement } from './database.ts';

/** Opens or makes a database file; `:memory:` gives one that lives in memory only. */
export function openNodeDatabase(path: string): Database {
  const database = new DatabaseSync(path, { timeout: 10_000 });
  const prepared = new Map<string, Statement>();
  return {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = wrap(database.prepare(sql));
      prepared.set(sql, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

function wrap(statement: StatementSync): Statement {
  return {
    run(...values: readonly SqlValue[]) {
      const { changes, lastInsertRowid } = statement.run(...values);
      return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
    },
    get: (...values: readonly SqlValue[]) => statement.get(...values) as Row | undefined,
    all: (...values: readonly SqlValue[]) => statement.all(...values) as readonly Row[],
  };
}
