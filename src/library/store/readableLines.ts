// What a damaged library still gives, as lines of an export.

import type { Database, Row } from './database.ts';
import {
  itemLine,
  nextItem,
  nextSource,
  rules,
  savedSearches,
  sourceLine,
  tombstonesOf,
} from './exportPage.ts';
import { CLIPPING_COLUMNS, ITEM_COLUMNS, REVISION_COLUMNS } from './exportedColumns.ts';
import { number, text } from './rows.ts';
import { faultOf } from './sqliteFault.ts';

/** Rows of one damaged page have ids that are near each other; from here on the next whole page is looked for in leaps. */
const LOOKED_FOR_ONE_BY_ONE = 10_000;

/** `undefined` stands where one or more lines cannot be read. */
export type ReadableLine = string | undefined;

/** What stands in a line where bytes were no text. */
const REPLACED = '\uFFFD';
/** In JSON; the backslash may stand in the text itself. */
const ZERO = /(?<!\\)(?:\\\\)*\\u0000/;

/** The addresses of sources by their numbers. */
export type SourceUris = ReadonlyMap<number, string>;

/**
 * Gives the saved searches, the rules, the sources, the names of removed items and the items that can be read whole.
 * Where a page cannot be read, what stands on it is passed over.
 *
 * @param known Sources that are known from elsewhere: items are in the file by their numbers alone.
 */
export function* readableLines(database: Database, known: SourceUris): Generator<ReadableLine> {
  yield* (readable(() => savedSearches(database)) ?? [undefined]).map(ofText);
  yield* (readable(() => rules(database)) ?? [undefined]).map(ofText);
  const uris = new Map([...known, ...(readable(() => indexedUris(database)) ?? [])]);
  for (const row of readableRows((after) => nextSource(database, after))) {
    if (typeof row?.['uri'] === 'string') uris.set(number(row['id']), row['uri']);
    yield row && ofText(sourceLine(row));
  }
  nameSources(database, uris);
  for (const id of uris.keys())
    yield* (readable(() => tombstonesOf(database, id)) ?? [undefined]).map(ofText);
  for (const row of readableRows((after) => nextItem(database, after)))
    yield row && readable(() => textLine(database, row));
}

/** An article may have the character that stands for bytes that are no text, as its source had it. */
function textLine(database: Database, row: Row): ReadableLine {
  const written = itemLine(database, row);
  if (ZERO.test(written)) return undefined;
  return written.includes(REPLACED) && !isText(database, number(row['id'])) ? undefined : written;
}

function ofText(line: ReadableLine): ReadableLine {
  return line !== undefined && (line.includes(REPLACED) || ZERO.test(line)) ? undefined : line;
}

/** Whether all that an item says is text: given back to SQLite, bytes that are none are not what stands there. */
function isText(database: Database, id: number): boolean {
  return SAID.every(({ rows, columns }) => {
    const names = columns.join(', ');
    const same = database.prepare(
      `SELECT 1 FROM ${rows} = ? AND (${names}) IS (${columns.map(() => '?').join(', ')})`,
    );
    return database
      .prepare(`SELECT ${names} FROM ${rows} = ?`)
      .all(id)
      .every((row) => same.get(id, ...columns.map((name) => row[name] ?? null)) !== undefined);
  });
}

/** Where an item's words stand. */
const SAID: readonly { readonly rows: string; readonly columns: readonly string[] }[] = [
  { rows: 'item WHERE id', columns: Object.keys(ITEM_COLUMNS) },
  { rows: 'revision WHERE item_id', columns: Object.keys(REVISION_COLUMNS) },
  { rows: 'identity WHERE item_id', columns: ['source_id', 'guid'] },
  { rows: 'clipping WHERE item_id', columns: Object.keys(CLIPPING_COLUMNS) },
  { rows: 'former_key WHERE item_id', columns: ['item_id', 'key'] },
  { rows: 'tag WHERE item_id', columns: ['item_id', 'name'] },
];

/** Every address stands in its index, too. */
function indexedUris(database: Database): SourceUris {
  const rows = database.prepare('SELECT id, uri FROM source INDEXED BY sqlite_autoindex_source_1').all();
  return new Map(rows.map((row) => [number(row['id']), text(row['uri'])]));
}

/** From here on, queries of this connection find the sources' addresses here and not in the file. */
function nameSources(database: Database, uris: SourceUris): void {
  database.exec('CREATE TEMP TABLE source (id INTEGER PRIMARY KEY, uri TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO temp.source (id, uri) VALUES (?, ?)');
  for (const [id, uri] of uris) insert.run(id, uri);
}

/** Rows in the order of their ids, which `next` gives by the id before; `undefined` where some cannot be read. */
function* readableRows(next: (after: number) => Row | undefined): Generator<Row | undefined> {
  let after = 0;
  for (;;) {
    const found = readable(() => withId(next(after)));
    if (found === undefined) {
      yield undefined;
      const whole = wholeAfter(after, next);
      if (whole === undefined) return;
      after = whole;
    } else {
      if (found.row === undefined || found.id <= after) return;
      after = found.id;
      yield found.row;
    }
  }
}

function withId(row: Row | undefined): { readonly row: Row | undefined; readonly id: number } {
  return { row, id: row === undefined ? 0 : number(row['id']) };
}

/** The next id behind which there is a page that can be read. */
function wholeAfter(damaged: number, next: (after: number) => Row | undefined): number | undefined {
  for (
    let step = 1;
    damaged + step < Number.MAX_SAFE_INTEGER;
    step += step < LOOKED_FOR_ONE_BY_ONE ? 1 : step
  ) {
    if (readable(() => ({ row: next(damaged + step) })) !== undefined) return damaged + step;
  }
  return undefined;
}

/**
 * Undefined where pages are damaged. That shows in many ways: tables that are not there, numbers that are none, rows
 * that are too long. Only what the disk or another window does is no damage.
 */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'busy' || fault === 'full' || fault === 'read-only') throw error;
    return undefined;
  }
}
