// Takes one exported item in: a new one as it is, a known one merged with what is here.

import type { ParsedItem } from '../../core/model/document.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { HeadlineOrigin, ItemKind } from '../../core/model/item.ts';
import { COMPARABLE_WORDS } from '../../core/search/nearDuplicate.ts';
import { headlineKey } from '../../core/text/headlineKey.ts';
import { addListing, listWhereKnown } from './addListing.ts';
import type { Database, Row } from './database.ts';
import { urlKey } from './duplicates.ts';
import { addFormerKeys, itemWithKey } from './citationKeys.ts';
import { CLIPPING_COLUMNS, FACT_COLUMNS, insertSql, ITEM_COLUMNS, valuesOf } from './exportedColumns.ts';
import type { ExportedItem, ExportedRevision } from './exportedLine.ts';
import { digestOf } from './items.ts';
import { mergeStatus } from './mergeStatus.ts';
import { number, optionalText, text, toPublication } from './rows.ts';
import { indexItem } from './searchIndex.ts';

export type ImportOutcome = 'added' | 'updated' | 'unchanged';

/** An item whose sources have the numbers that they have here. */
export interface ArrivingItem extends ExportedItem {
  readonly home: number;
}

/** Takes an item in; runs inside the caller's transaction. */
export function importItem(database: Database, item: ArrivingItem): ImportOutcome {
  const known = findKnown(database, item);
  return known === undefined ? insert(database, item) : merge(database, known, item);
}

/** The numbers after one that a file brings have to stay such that JavaScript can count them. */
const GREATEST_ID = 2 ** 48;

/** Gives the number that a row had in the other library where it was never given here, or else none. */
export function freeId(
  database: Database,
  table: 'source' | 'item' | 'saved_search' | 'rule',
  id: number,
): number | null {
  const row = database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').get(table);
  return id > Number(row?.['seq'] ?? 0) && id <= GREATEST_ID ? id : null;
}

/** An item without a name, from a source that was removed, is known by its headline and the moment it was first seen. */
function findKnown(database: Database, { identities, row }: ArrivingItem): ItemId | undefined {
  for (const { source_id, guid } of identities) {
    const found = database
      .prepare('SELECT item_id FROM identity WHERE source_id = ? AND guid = ?')
      .get(source_id ?? null, guid ?? null);
    if (found !== undefined) return number(found['item_id']) as ItemId;
  }
  if (identities.length > 0) return undefined;
  const found = database
    .prepare('SELECT id FROM item WHERE headline_key = ? AND first_seen_at = ?')
    .get(headlineKey(text(row['headline'])), row['first_seen_at'] ?? null);
  return found && (number(found['id']) as ItemId);
}

function insert(database: Database, item: ArrivingItem): ImportOutcome {
  const { row } = item;
  const { lastInsertRowid } = database
    .prepare(insertSql('INSERT', 'item', ['id', 'source_id', 'headline_key', 'url_key'], ITEM_COLUMNS))
    .run(
      freeId(database, 'item', item.id),
      item.home,
      ...keysOf(row),
      ...valuesOf(ITEM_COLUMNS, { ...row, citation_key: freeKey(database, row) }),
    );
  const id = lastInsertRowid as ItemId;
  for (const revision of item.revisions) addRevision(database, id, revision, revision.ordinal);
  indexItem(database, id, toParsed(item));
  addNames(database, id, item);
  addClippings(database, id, item);
  return 'added';
}

function merge(database: Database, id: ItemId, item: ArrivingItem): ImportOutcome {
  const here = database
    .prepare(
      `SELECT kind, (SELECT max(seen_at) FROM revision WHERE item_id = item.id) AS seen_at,
         (SELECT coalesce(max(ordinal), 0) FROM revision WHERE item_id = item.id) AS ordinal FROM item WHERE id = ?`,
    )
    .get(id);
  const seenHere = Number(here?.['seen_at'] ?? 0);
  const newest = Math.max(0, ...item.revisions.map(({ seenAt }) => seenAt));
  const missing = item.revisions.filter((revision) => ordinalOf(database, id, revision) === undefined);
  missing.forEach((revision, index) =>
    addRevision(database, id, revision, number(here?.['ordinal']) + index + 1),
  );
  const isNewer = newest > seenHere;
  if (isNewer) setFacts(database, id, item);
  const changed = mergeStatus(database, id, { ...item.row, citation_key: freeKey(database, item.row) });
  const named = addNames(database, id, item);
  // Notes may cite it by either library's key.
  const { citation_key: keyThere } = item.row;
  const keyed = typeof keyThere === 'string' && addFormerKeys(database, id, [keyThere]);
  const clipped = addClippings(database, id, item);
  return missing.length > 0 || isNewer || named || changed || keyed || clipped ? 'updated' : 'unchanged';
}

/** Takes over what the other library knows, with the revision that is current there. */
function setFacts(database: Database, id: ItemId, item: ArrivingItem): void {
  const columns = Object.keys(FACT_COLUMNS).map((name) => `${name} = ?`);
  const current = currentOf(item);
  const ordinal = current && ordinalOf(database, id, current);
  const row: Row = { ...item.row, revision: ordinal ?? 0 };
  database
    .prepare(`UPDATE item SET headline_key = ?, url_key = ?, ${columns.join(', ')} WHERE id = ?`)
    .run(...keysOf(row), ...valuesOf(FACT_COLUMNS, row), id);
  database.prepare('UPDATE listing SET sort_at = ? WHERE item_id = ?').run(number(row['sort_at']), id);
  indexItem(database, id, toParsed(item));
}

function ordinalOf(database: Database, id: ItemId, revision: ExportedRevision): number | undefined {
  const row = database
    .prepare(
      `SELECT ordinal FROM revision WHERE item_id = ? AND headline = ? AND html = ? AND text = ?
       ORDER BY ordinal DESC`,
    )
    .get(id, revision.headline, revision.html, revision.text);
  return row && number(row['ordinal']);
}

function addRevision(database: Database, id: ItemId, revision: ExportedRevision, ordinal: number): void {
  const { headline, html, words, seenAt } = revision;
  database
    .prepare(
      `INSERT INTO revision (item_id, ordinal, headline, html, text, word_count, seen_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, ordinal, headline, html, revision.text, words, seenAt);
  if (words >= COMPARABLE_WORDS) {
    database.prepare('INSERT OR IGNORE INTO story_pending (item_id) VALUES (?)').run(id);
  }
}

/** Adds the names, lists and tags that are missing here; true where one was. */
function addNames(database: Database, id: ItemId, item: ArrivingItem): boolean {
  let added = 0;
  for (const { source_id = null, guid = null, digest = null } of item.identities) {
    const followed = database.prepare('SELECT 1 FROM identity WHERE item_id = ? AND digest IS NULL').get(id);
    const known = digest ?? (followed === undefined ? null : digestOf(toParsed(item)));
    added += database
      .prepare('INSERT OR IGNORE INTO identity (source_id, guid, item_id, digest) VALUES (?, ?, ?, ?)')
      .run(source_id, guid, id, known).changes;
    database.prepare('DELETE FROM tombstone WHERE source_id = ? AND guid = ?').run(source_id, guid);
  }
  // One item stands at one time in all lists, whatever the other library ordered it by.
  const { sort_at, muted } = database.prepare('SELECT sort_at, muted FROM item WHERE id = ?').get(id) ?? {};
  for (const { source_id } of muted === 1 ? [] : item.listings) {
    if (addListing(database, id, number(source_id), number(sort_at))) added++;
  }
  // It was kept there from a source that had been removed, which is followed here.
  if (muted !== 1 && !isListed(database, id)) {
    listWhereKnown(database, [id]);
    if (isListed(database, id)) added++;
  }
  const tag = database.prepare('INSERT OR IGNORE INTO tag (item_id, name, origin) VALUES (?, ?, ?)');
  for (const name of item.tags) added += tag.run(id, name, 'source').changes;
  for (const name of item.ruleTags) added += tag.run(id, name, 'rule').changes;
  return addFormerKeys(database, id, item.formerKeys) || added > 0;
}

function isListed(database: Database, id: ItemId): boolean {
  return database.prepare('SELECT 1 FROM listing WHERE item_id = ?').get(id) !== undefined;
}

/** A key that another item has here stays with that one. */
function freeKey(database: Database, row: Row): string | null {
  const key = optionalText(row['citation_key']);
  return key === undefined || itemWithKey(database, key) !== undefined ? null : key;
}

/** Adds the clippings that are missing here, and takes over what was written to others later there; true where one was. */
function addClippings(database: Database, id: ItemId, { clippings }: ExportedItem): boolean {
  let added = 0;
  for (const row of clippings) {
    const known = database
      .prepare('SELECT id FROM clipping WHERE item_id = ? AND created_at = ? AND exact = ?')
      .get(id, row['created_at'] ?? null, row['exact'] ?? null);
    if (known !== undefined) {
      const { comment = null, tags = null, changed_at = null } = row;
      added += database
        .prepare(
          'UPDATE clipping SET comment = ?, tags = ?, changed_at = ?3 WHERE id = ?4 AND changed_at < ?3',
        )
        .run(comment, tags, changed_at, number(known['id'])).changes;
      continue;
    }
    added += database
      .prepare(insertSql('INSERT', 'clipping', ['item_id'], CLIPPING_COLUMNS))
      .run(id, ...valuesOf(CLIPPING_COLUMNS, row)).changes;
  }
  return added > 0;
}

function keysOf(row: Row): [string, number | null] {
  return [headlineKey(text(row['headline'])), urlKey(optionalText(row['url'])) ?? null];
}

function currentOf({ row, revisions }: ExportedItem): ExportedRevision | undefined {
  return revisions.find(({ ordinal }) => ordinal === row['revision']);
}

/** The item as its source would give it now. */
function toParsed(item: ExportedItem): ParsedItem {
  const { row } = item;
  const current = currentOf(item);
  return {
    kind: text(row['kind']) as ItemKind,
    ...toPublication(row),
    headlineFrom: text(row['headline_from']) as HeadlineOrigin,
    summary: text(row['summary']),
    guid: '',
    html: current?.html ?? '',
    text: current?.text ?? '',
    image: optionalText(row['image']),
    isExtract: row['is_extract'] === 1,
    tags: item.tags,
  };
}
