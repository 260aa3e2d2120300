// Writes items: their facts, their revisions and where they are listed.

import type { ParsedItem } from '../../core/model/document.ts';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import { headlineKey } from '../../core/text/headlineKey.ts';
import { wordCount } from '../../core/text/wordCount.ts';
import type { Database } from './database.ts';
import { number, text } from './rows.ts';
import { indexItem } from './searchIndex.ts';

/** What an item's current state is compared with when its source gives it again. */
export interface KnownItem {
  readonly id: ItemId;
  readonly kind: string;
  readonly facts: string;
  readonly html: string;
  readonly text: string;
}

export function insertItem(
  database: Database,
  source: SourceId,
  item: ParsedItem,
  sortAt: number,
  now: number,
): ItemId {
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO item (source_id, kind, headline, headline_key, headline_from, byline, outlet, url, published,
         language, summary, sort_at, first_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(source, item.kind, item.headline, headlineKey(item.headline), ...factValues(item), sortAt, now);
  const id = lastInsertRowid as ItemId;
  if (item.kind === 'article') addRevision(database, id, item, now);
  indexItem(database, id, item);
  list(database, source, item.guid, id, sortAt);
  return id;
}

/** Gives a known item new facts, and a new revision where its words or markup changed; the old one stays. */
export function updateItem(
  database: Database,
  known: KnownItem,
  item: ParsedItem,
  sortAt: number | undefined,
  now: number,
): void {
  database
    .prepare(
      `UPDATE item SET kind = ?, headline = ?, headline_key = ?, headline_from = ?, byline = ?, outlet = ?, url = ?,
         published = ?, language = ?, summary = ? WHERE id = ?`,
    )
    .run(item.kind, item.headline, headlineKey(item.headline), ...factValues(item), known.id);
  if (sortAt !== undefined) {
    database.prepare('UPDATE item SET sort_at = ? WHERE id = ?').run(sortAt, known.id);
    database.prepare('UPDATE listing SET sort_at = ? WHERE item_id = ?').run(sortAt, known.id);
  }
  if (known.html !== item.html || known.text !== item.text) addRevision(database, known.id, item, now);
  indexItem(database, known.id, item);
}

/** Lists an item in a source under the name by which the source knows it; true where it was not listed before. */
export function list(
  database: Database,
  source: SourceId,
  guid: string,
  id: ItemId,
  sortAt: number,
): boolean {
  database
    .prepare('INSERT OR IGNORE INTO identity (source_id, guid, item_id) VALUES (?, ?, ?)')
    .run(source, guid, id);
  const listed = database
    .prepare('INSERT OR IGNORE INTO listing (item_id, source_id, sort_at) VALUES (?, ?, ?)')
    .run(id, source, sortAt);
  return listed.changes > 0;
}

/** Finds the item that a source knows by a name. */
export function findByGuid(database: Database, source: SourceId, guid: string): KnownItem | undefined {
  return known(
    database,
    'JOIN identity ON identity.item_id = item.id WHERE identity.source_id = ? AND guid = ?',
    [source, guid],
  );
}

/** Finds the oldest item with the same words in its headline; only those without a body where asked so. */
export function findByHeadline(
  database: Database,
  headline: string,
  which: 'any' | 'headline',
): KnownItem | undefined {
  const kind = which === 'any' ? '' : `AND item.kind = 'headline'`;
  return known(database, `WHERE headline_key = ? ${kind} ORDER BY item.id LIMIT 1`, [headlineKey(headline)]);
}

/** All facts of an item in one string, which differs when one of them does. */
export function factsOf(item: ParsedItem): string {
  return JSON.stringify([item.headline, ...factValues(item)]);
}

export function sortTime(database: Database, id: ItemId): number {
  return number(database.prepare('SELECT sort_at FROM item WHERE id = ?').get(id)?.['sort_at']);
}

function factValues(item: ParsedItem): (string | null)[] {
  return [
    item.headlineFrom,
    item.byline ?? null,
    item.outlet ?? null,
    item.url ?? null,
    item.published ?? null,
    item.language ?? null,
    item.summary,
  ];
}

function known(
  database: Database,
  where: string,
  values: readonly (string | number)[],
): KnownItem | undefined {
  const row = database
    .prepare(
      `SELECT item.id, kind, json_array(item.headline, headline_from, byline, outlet, url, published, language, summary)
         AS facts, coalesce(html, '') AS html, coalesce(text, '') AS text
       FROM item LEFT JOIN revision ON revision.item_id = item.id AND ordinal = item.revision ${where}`,
    )
    .get(...values);
  if (row === undefined) return undefined;
  return {
    id: number(row['id']) as ItemId,
    kind: text(row['kind']),
    facts: text(row['facts']),
    html: text(row['html']),
    text: text(row['text']),
  };
}

function addRevision(database: Database, id: ItemId, item: ParsedItem, now: number): void {
  database
    .prepare(
      `INSERT INTO revision (item_id, ordinal, headline, html, text, word_count, seen_at)
       SELECT id, revision + 1, ?, ?, ?, ?, ? FROM item WHERE id = ?`,
    )
    .run(item.headline, item.html, item.text, wordCount(item.text), now, id);
  database.prepare('UPDATE item SET revision = revision + 1 WHERE id = ?').run(id);
}
