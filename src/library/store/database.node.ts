// SQLite as it comes with Node.

import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Row, SqlValue, Statement } from './database.ts';

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** How many milliseconds to wait for a lock that another connection holds. */
  readonly timeout?: number;
  /** Whether the schema may be edited as a table, which a repair needs. */
  readonly editableSchema?: boolean;
}

/** Opens or makes a database file; `:memory:` gives one that lives in memory only. */
export function openNodeDatabase(
  path: string,
  { readOnly = false, timeout = 10_000, editableSchema = false }: DatabaseOptions = {},
): Database {
  const database = new DatabaseSync(path, { readOnly, timeout, defensive: !editableSchema });
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
