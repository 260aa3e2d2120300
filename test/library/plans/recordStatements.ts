// Remembers every statement that a database is asked to run, and how SQLite runs it.

import type { Database } from '../../../src/library/store/database.ts';
import { explain } from './explain.ts';

export interface RecordedStatement {
  /** The calls during which it was run, in the order of the first. */
  readonly calls: Set<string>;
  /** Empty for what has no plan. */
  readonly plan: readonly string[];
}

export interface Recorder {
  readonly database: Database;
  /** By statement, in one line. */
  readonly statements: ReadonlyMap<string, RecordedStatement>;
  /** Names what is done from now on. */
  during(call: string): void;
}

export function recordStatements(database: Database): Recorder {
  const statements = new Map<string, RecordedStatement>();
  let call = 'open';
  const remember = (sql: string): void => {
    const line = sql.replace(/\s+/gu, ' ').trim();
    const known = statements.get(line);
    if (known === undefined) statements.set(line, { calls: new Set([call]), plan: explain(database, line) });
    else known.calls.add(call);
  };
  return {
    database: {
      exec(sql) {
        database.exec(sql);
        // The schema's script has semicolons inside triggers, and no plans.
        if (!/\bTRIGGER\b/u.test(sql)) sql.split(';').forEach(remember);
      },
      prepare(sql) {
        remember(sql);
        return database.prepare(sql);
      },
      close: () => database.close(),
    },
    statements,
    during(next) {
      call = next;
    },
  };
}
