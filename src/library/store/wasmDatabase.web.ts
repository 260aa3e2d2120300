// SQLite compiled to WebAssembly, over a database in memory that goes out and comes in as the bytes of its file.

import type { Database as SqliteDatabase, PreparedStatement, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { Row, SqlValue, Statement } from './database.ts';
import type { MemoryDatabase } from './memoryDatabase.ts';

/**
 * Makes a database in memory, or one from the bytes of a file. They are only looked at when the first statement runs,
 * which fails where they are no database.
 */
export function openWasmDatabase(sqlite: Sqlite3Static, bytes: Uint8Array | undefined): MemoryDatabase {
  const database = new sqlite.oo1.DB(':memory:');
  if (bytes !== undefined) deserialize(sqlite, database, bytes);
  const prepared = new Map<string, Statement>();
  const statements: PreparedStatement[] = [];
  return {
    exec: (sql) => void database.exec(sql),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      statements.push(statement);
      const wrapped = wrap(sqlite, database, statement);
      prepared.set(sql, wrapped);
      return wrapped;
    },
    bytes: () => sqlite.capi.sqlite3_js_db_export(database),
    close() {
      for (const statement of statements) statement.finalize();
      database.close();
    },
  };
}

/** SQLite frees the copy of the bytes, and lets it grow. */
function deserialize({ capi, wasm }: Sqlite3Static, database: SqliteDatabase, bytes: Uint8Array): void {
  const copy = wasm.allocFromTypedArray(bytes);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  const size = bytes.byteLength;
  database.checkRc(capi.sqlite3_deserialize(database, 'main', copy, size, size, flags));
}

function wrap({ capi }: Sqlite3Static, database: SqliteDatabase, statement: PreparedStatement): Statement {
  let names: readonly string[] | undefined;
  const bind = (values: readonly SqlValue[]): void => {
    values.forEach((value, index) => {
      // As Node's SQLite binds every number; columns make integers of them.
      if (typeof value === 'number') capi.sqlite3_bind_double(statement, index + 1, value);
      else statement.bind(index + 1, value);
    });
  };
  const row = (): Row => {
    names ??= statement.getColumnNames();
    return Object.fromEntries(names.map((name, index) => [name, statement.get(index) as SqlValue]));
  };
  /** Runs the statement for what the work makes of it, and leaves it ready for the next time. */
  const using = <T>(values: readonly SqlValue[], work: () => T): T => {
    try {
      bind(values);
      return work();
    } finally {
      statement.reset(true);
    }
  };
  return {
    run: (...values) =>
      using(values, () => {
        while (statement.step());
        return {
          changes: capi.sqlite3_changes(database),
          lastInsertRowid: Number(capi.sqlite3_last_insert_rowid(database)),
        };
      }),
    get: (...values) => using(values, () => (statement.step() ? row() : undefined)),
    all: (...values) =>
      using(values, () => {
        const rows: Row[] = [];
        while (statement.step()) rows.push(row());
        return rows;
      }),
  };
}
