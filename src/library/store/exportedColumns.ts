// What stands in an exported file, table by table. The names are those of the columns, so that one list makes the
// query, the line and the check of a line that is read back; they never change once released.

import { isCitationKey } from '../../core/cite/citationKey.ts';
import type { Row, SqlValue } from './database.ts';

/**
 * A column with a question mark may be null. `texts` is a JSON array of strings, `address?` an http or https address,
 * instead of which anything else counts as none, and so is `key?` a citation key; a flag is 0 or 1, a time is
 * milliseconds since 1970 within what a Date can be; a list names all values that there are.
 */
type ColumnType =
  | 'text'
  | 'text?'
  | 'texts'
  | 'texts?'
  | 'address?'
  | 'key?'
  | 'integer'
  | 'integer?'
  | 'flag'
  | 'flag?'
  | 'time'
  | 'time?'
  | readonly string[];
/** Beyond this a Date is none. */
const LAST_TIME = 8.64e15;

export type Columns = Readonly<Record<string, ColumnType>>;

export const SOURCE_COLUMNS: Columns = {
  kind: ['folder', 'files', 'feed', 'pages', 'sample'],
  uri: 'text',
  title: 'text',
  added_at: 'time',
  removed: 'flag',
  keep_days: 'integer?',
  keep_newest: 'integer?',
  folder: 'texts?',
  home_url: 'address?',
  full_text: 'flag?',
};

/** What its source says of an item. */
export const FACT_COLUMNS: Columns = {
  kind: ['article', 'headline'],
  headline: 'text',
  headline_from: ['document', 'lede', 'file name'],
  byline: 'text?',
  outlet: 'text?',
  url: 'address?',
  published: 'text?',
  updated: 'text?',
  language: 'text?',
  section: 'text?',
  licence: 'text?',
  image: 'address?',
  enclosures: 'text?',
  is_extract: 'flag?',
  has_full_text: 'flag?',
  summary: 'text',
  sort_at: 'time',
  revision: 'integer',
};

/** What the person did with it. */
const STATUS_COLUMNS: Columns = {
  read: 'flag',
  starred: 'flag',
  later: 'flag?',
  cited_at: 'time?',
  quoted_at: 'time?',
  position: 'integer',
  status_at: 'time',
  muted: 'flag?',
  citation_key: 'key?',
};

export const ITEM_COLUMNS: Columns = { ...FACT_COLUMNS, ...STATUS_COLUMNS, first_seen_at: 'time' };

export const REVISION_COLUMNS: Columns = {
  ordinal: 'integer',
  headline: 'text',
  html: 'text',
  text: 'text',
  seen_at: 'time',
};

export const SEARCH_COLUMNS: Columns = { query: 'text', saved_at: 'time' };

export const RULE_COLUMNS: Columns = {
  query: 'text',
  action: ['mute', 'read', 'star', 'tag'],
  tag: 'text',
  added_at: 'time',
};

export const FILE_COLUMNS: Columns = { path: 'text', modified_at: 'time', size: 'integer' };

export const TOMBSTONE_COLUMNS: Columns = { guid: 'text', removed_at: 'time' };

/** Of a clipping, beneath its item. */
export const CLIPPING_COLUMNS: Columns = {
  revision: 'integer',
  starts: 'integer',
  ends: 'integer',
  exact: 'text',
  prefix: 'text',
  suffix: 'text',
  comment: 'text',
  tags: 'texts',
  created_at: 'time',
  changed_at: 'time',
};

/** In these, the source is named by its URI. */
export const IDENTITY_COLUMNS: Columns = { source: 'text', guid: 'text', digest: 'integer?' };
export const LISTING_COLUMNS: Columns = { source: 'text', sort_at: 'time' };

/**
 * Gives the columns of a value that was read from a file; undefined where one is missing or of another type. What may
 * be null may be missing: earlier versions did not know it.
 */
export function readColumns(columns: Columns, value: unknown): Row | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const row: Record<string, SqlValue> = {};
  for (const [name, type] of Object.entries(columns)) {
    const found = given[name] ?? null;
    if (!fits(found, type)) return undefined;
    row[name] = isClean(found, type) ? found : null;
  }
  return row;
}

/** `INSERT INTO table (a, b) VALUES (?, ?)`, with further columns before those of the list. */
export function insertSql(verb: string, table: string, before: readonly string[], columns: Columns): string {
  const names = [...before, ...Object.keys(columns)];
  return `${verb} INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}

/** The values of the list's columns, in their order. */
export function valuesOf(columns: Columns, row: Row): SqlValue[] {
  return Object.keys(columns).map((name) => row[name] ?? null);
}

function fits(value: unknown, type: ColumnType): value is SqlValue {
  if (typeof type !== 'string') return typeof value === 'string' && type.includes(value);
  if (value === null) return type.endsWith('?');
  if (type.startsWith('flag')) return value === 0 || value === 1;
  if (type.startsWith('time')) return Number.isSafeInteger(value) && Math.abs(Number(value)) <= LAST_TIME;
  if (type.startsWith('integer')) return Number.isSafeInteger(value);
  return typeof value === 'string' && (!type.startsWith('texts') || areTexts(parsedJson(value)));
}

function isClean(value: SqlValue, type: ColumnType): boolean {
  if (type === 'address?') return isWebAddress(value);
  return type !== 'key?' || (typeof value === 'string' && isCitationKey(value));
}

/** Whether a value is an http or https address. */
export function isWebAddress(value: SqlValue | undefined): boolean {
  return typeof value === 'string' && /^https?:\/\//i.test(value);
}

/** Whether a value is an array of strings. */
export function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Gives what JSON from a file says; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
