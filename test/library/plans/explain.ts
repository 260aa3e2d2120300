// How SQLite would run a statement, and whether it would read a whole table for it.

import type { Database } from '../../../src/library/store/database.ts';

/** Tables that stay small however many items there are. */
const SMALL = new Set([
  'source',
  'saved_search',
  'rule',
  'lease',
  'stem_language',
  'unfinished',
  'sqlite_sequence',
]);

/** Indexes of the few items that the person did something with. */
const CHOSEN = /\bINDEX item_(?:starred|later|cited|quoted)(?:_newest)?\b/u;

/** The lines of EXPLAIN QUERY PLAN, indented as its tree; none for a statement that has no plan. */
export function explain(database: Database, sql: string): readonly string[] {
  if (!/^(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH)\b/iu.test(sql)) return [];
  const depths = new Map<number, number>();
  return database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map((row) => {
      const depth = (depths.get(Number(row['parent'])) ?? -1) + 1;
      depths.set(Number(row['id']), depth);
      return '  '.repeat(depth) + String(row['detail']);
    });
}

/** The lines of a plan that read a whole table which grows with the library. */
export function fullScans(
  tables: ReadonlySet<string>,
  sql: string,
  plan: readonly string[],
): readonly string[] {
  return plan.filter((line) => {
    const scanned = /^\s*SCAN (\w+)(.*)$/u.exec(line);
    if (scanned === null) return false;
    const [, name = '', how = ''] = scanned;
    const table = tables.has(name) ? name : tableBehind(sql, name);
    if (!tables.has(table) || SMALL.has(table) || CHOSEN.test(how)) return false;
    // A full-text index finds rows by terms or by their number; without either it gives all of them.
    const virtual = /VIRTUAL TABLE INDEX \d+:(.*)$/u.exec(how);
    return virtual === null || !/[M=<>]/u.test(virtual[1] ?? '');
  });
}

/** Every table of the database. */
export function tablesOf(database: Database): ReadonlySet<string> {
  const rows = database.prepare(`SELECT name FROM pragma_table_list WHERE schema <> 'temp'`).all();
  return new Set(rows.map((row) => String(row['name'])));
}

/** The table to which a statement gives this name; the name itself where it gives none. */
function tableBehind(sql: string, alias: string): string {
  return new RegExp(`\\b(\\w+) (?:AS )?${alias}\\b`, 'iu').exec(sql)?.[1] ?? alias;
}
