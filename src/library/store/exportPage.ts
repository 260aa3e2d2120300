// Writes the library as lines of JSON, page by page.

import type { ExportPage, ExportPlace } from '../../core/model/transfer.ts';
import { exportEnd, exportHeader } from '../../core/transfer/exportFormat.ts';
import { keysBefore } from './citationKeys.ts';
import type { Database, Row, SqlValue } from './database.ts';
import {
  CLIPPING_COLUMNS,
  FILE_COLUMNS,
  ITEM_COLUMNS,
  REVISION_COLUMNS,
  RULE_COLUMNS,
  SEARCH_COLUMNS,
  SOURCE_COLUMNS,
  TOMBSTONE_COLUMNS,
  type Columns,
} from './exportedColumns.ts';
import { number, text } from './rows.ts';

const SOURCES = `SELECT id, ${names(SOURCE_COLUMNS)} FROM source WHERE id > ?`;

/** A page ends at so many characters, so that a library of any size passes through little memory. */
const PAGE_CHARACTERS = 1_000_000;
const PAGE_ROWS = 1000;

/**
 * Gives one page: the header, the saved searches and the rules, then sources, the files taken in, the names of removed items, and items by their ids,
 * each with its revisions, names, lists,
 * clippings and tags. Sources that are added meanwhile stand before the first item that
 * can be listed in them.
 *
 * @param exported The time of the export, as ISO 8601.
 */
export function exportPage(database: Database, after: ExportPlace | undefined, exported: string): ExportPage {
  database.exec('BEGIN');
  try {
    const beginning =
      after === undefined ? [exportHeader(exported), ...savedSearches(database), ...rules(database)] : [];
    const place = after ?? {
      part: 'file',
      after: [0, ''],
      lastSource: 0,
      items: 0,
      total: countItems(database),
    };
    const sources = database.prepare(`${SOURCES} ORDER BY id`).all(place.lastSource);
    const lastSource = Number(sources.at(-1)?.['id'] ?? place.lastSource);
    const { lines, end } = partOf(database, { ...place, lastSource });
    return { lines: [...beginning, ...sources.map((row) => line('source', row)), ...lines], end };
  } finally {
    database.exec('COMMIT');
  }
}

/** Gives a line for each saved search. */
export function savedSearches(database: Database): string[] {
  return database
    .prepare(`SELECT id, ${names(SEARCH_COLUMNS)} FROM saved_search ORDER BY id`)
    .all()
    .map((row) => line('search', row));
}

/** Gives a line for each rule. */
export function rules(database: Database): string[] {
  return database
    .prepare(`SELECT id, ${names(RULE_COLUMNS)} FROM rule ORDER BY id`)
    .all()
    .map((row) => line('rule', row));
}

function partOf(database: Database, place: ExportPlace): ExportPage {
  switch (place.part) {
    case 'file':
      return namedRows(database, place, { table: 'file', name: 'path', columns: FILE_COLUMNS }, 'tombstone');
    case 'tombstone':
      return namedRows(
        database,
        place,
        { table: 'tombstone', name: 'guid', columns: TOMBSTONE_COLUMNS },
        'item',
      );
    case 'item':
      return items(database, place);
  }
}

/** Rows of a table whose key is a source and a name. */
function namedRows(
  database: Database,
  place: ExportPlace,
  { table, name, columns }: { readonly table: string; readonly name: string; readonly columns: Columns },
  next: ExportPlace['part'],
): ExportPage {
  const rows = database
    .prepare(
      `SELECT source_id, uri AS source, ${names(columns)} FROM ${table} JOIN source ON source.id = source_id
       WHERE (source_id, ${name}) > (?, ?) ORDER BY source_id, ${name} LIMIT ${PAGE_ROWS}`,
    )
    .all(...place.after);
  const last = rows.at(-1);
  const more = rows.length === PAGE_ROWS && last !== undefined;
  return {
    lines: rows.map(({ source_id: _, ...row }) => line(table, row)),
    end: more
      ? { ...place, after: [number(last['source_id']), text(last[name])] }
      : { ...place, part: next, after: [0, ''] },
  };
}

function items(database: Database, place: ExportPlace): ExportPage {
  const lines: string[] = [];
  let characters = 0;
  let [last] = place.after;
  for (;;) {
    const row =
      lines.length < PAGE_ROWS && characters < PAGE_CHARACTERS ? nextItem(database, last) : 'enough';
    if (row === 'enough')
      return { lines, end: { ...place, after: [last, ''], items: place.items + lines.length } };
    if (row === undefined)
      return { lines: [...lines, exportEnd(place.items + lines.length)], end: undefined };
    last = number(row['id']);
    const written = itemLine(database, row);
    characters += written.length;
    lines.push(written);
  }
}

/** Gives a line for each name of a removed item that a source has. */
export function tombstonesOf(database: Database, source: number): string[] {
  return database
    .prepare(
      `SELECT uri AS source, ${names(TOMBSTONE_COLUMNS)} FROM tombstone JOIN source ON source.id = source_id
       WHERE source_id = ? ORDER BY guid`,
    )
    .all(source)
    .map((row) => line('tombstone', row));
}

/** Gives the first source after an id. */
export function nextSource(database: Database, after: number): Row | undefined {
  return database.prepare(`${SOURCES} ORDER BY id LIMIT 1`).get(after);
}

export function sourceLine(row: Row): string {
  return line('source', row);
}

/** Gives the first item after an id, without what stands in other tables. */
export function nextItem(database: Database, after: number): Row | undefined {
  return database
    .prepare(
      `SELECT item.id, source.uri AS source, ${names(ITEM_COLUMNS, 'item')}
       FROM item JOIN source ON source.id = item.source_id WHERE item.id > ? ORDER BY item.id LIMIT 1`,
    )
    .get(after);
}

/** Gives the line of an item with all that is known of it. */
export function itemLine(database: Database, row: Row): string {
  return line('item', { ...row, ...partsOf(database, number(row['id'])) });
}

function partsOf(database: Database, id: number): Readonly<Record<string, readonly (Row | SqlValue)[]>> {
  const rowsOf = (sql: string): readonly Row[] => database.prepare(sql).all(id);
  const tagsOf = (origin: 'source' | 'rule'): readonly string[] =>
    rowsOf(`SELECT name FROM tag WHERE item_id = ? AND origin = '${origin}' ORDER BY name`).map((row) =>
      text(row['name']),
    );
  return {
    revisions: rowsOf(`SELECT ${names(REVISION_COLUMNS)} FROM revision WHERE item_id = ? ORDER BY ordinal`),
    identities: rowsOf(
      `SELECT uri AS source, guid, digest FROM identity JOIN source ON source.id = source_id
       WHERE item_id = ? ORDER BY source_id, guid`,
    ),
    listings: rowsOf(
      `SELECT uri AS source, sort_at FROM listing JOIN source ON source.id = source_id
       WHERE item_id = ? ORDER BY source_id`,
    ),
    clippings: rowsOf(`SELECT ${names(CLIPPING_COLUMNS)} FROM clipping WHERE item_id = ? ORDER BY id`),
    formerKeys: keysBefore(database, id),
    tags: tagsOf('source'),
    ruleTags: tagsOf('rule'),
  };
}

function countItems(database: Database): number {
  return number(database.prepare('SELECT count(*) AS items FROM item').get()?.['items']);
}

function line(type: string, values: object): string {
  return JSON.stringify({ type, ...values });
}

function names(columns: Columns, table?: string): string {
  return Object.keys(columns)
    .map((name) => (table === undefined ? name : `${table}.${name}`))
    .join(', ');
}
