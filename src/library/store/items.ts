// Writes items: their facts, their revisions and where they are listed.

import type { ParsedItem } from '../../core/model/document.ts';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import { COMPARABLE_WORDS } from '../../core/search/nearDuplicate.ts';
import { headlineKey } from '../../core/text/headlineKey.ts';
import { textDigest } from '../../core/text/textDigest.ts';
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
  /** For a name by which a duplicate came, what came under it last; undefined for the name that the item follows. */
  readonly digest: number | undefined;
}

/** What is known of an item beside what its source says. */
export interface Circumstances<SortAt> {
  /** Milliseconds since 1970 by which lists order. */
  readonly sortAt: SortAt;
  readonly now: number;
  /** The number by which items with the same address are found. */
  readonly urlKey: number | undefined;
}

export function insertItem(
  database: Database,
  source: SourceId,
  item: ParsedItem,
  { sortAt, now, urlKey }: Circumstances<number>,
): ItemId {
  const revision = item.kind === 'article' ? 1 : 0;
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO item (source_id, kind, headline, headline_key, headline_from, byline, outlet, url, published,
         language, summary, url_key, sort_at, first_seen_at, revision)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      source,
      item.kind,
      item.headline,
      headlineKey(item.headline),
      ...factValues(item),
      urlKey ?? null,
      sortAt,
      now,
      revision,
    );
  const id = lastInsertRowid as ItemId;
  if (revision > 0) addRevision(database, id, revision, item, now);
  addTags(database, id, item);
  indexItem(database, id, item);
  list(database, source, item.guid, id, sortAt, undefined);
  return id;
}

/** Gives a known item new facts, and a new revision where its words or markup changed; the old one stays. */
export function updateItem(
  database: Database,
  known: KnownItem,
  item: ParsedItem,
  { sortAt, now, urlKey }: Circumstances<number | undefined>,
): void {
  database
    .prepare(
      `UPDATE item SET kind = ?, headline = ?, headline_key = ?, headline_from = ?, byline = ?, outlet = ?, url = ?,
         published = ?, language = ?, summary = ?, url_key = ? WHERE id = ?`,
    )
    .run(item.kind, item.headline, headlineKey(item.headline), ...factValues(item), urlKey ?? null, known.id);
  if (sortAt !== undefined) {
    database.prepare('UPDATE item SET sort_at = ? WHERE id = ?').run(sortAt, known.id);
    database.prepare('UPDATE listing SET sort_at = ? WHERE item_id = ?').run(sortAt, known.id);
  }
  database.prepare('DELETE FROM tag WHERE item_id = ?').run(known.id);
  addTags(database, known.id, item);
  if (known.html !== item.html || known.text !== item.text) {
    const ordinal = nextOrdinal(database, known.id);
    addRevision(database, known.id, ordinal, item, now);
    database.prepare('UPDATE item SET revision = ? WHERE id = ?').run(ordinal, known.id);
  }
  indexItem(database, known.id, item);
}

/**
 * Lists an item in a source under the name by which the source knows it; true where it was not listed before.
 *
 * @param digest For a duplicate the digest of what came; undefined where the item follows this name.
 */
export function list(
  database: Database,
  source: SourceId,
  guid: string,
  id: ItemId,
  sortAt: number,
  digest: number | undefined,
): boolean {
  database
    .prepare('INSERT OR IGNORE INTO identity (source_id, guid, item_id, digest) VALUES (?, ?, ?, ?)')
    .run(source, guid, id, digest ?? null);
  const listed = database
    .prepare('INSERT OR IGNORE INTO listing (item_id, source_id, sort_at) VALUES (?, ?, ?)')
    .run(id, source, sortAt);
  return listed.changes > 0;
}

/** Finds the item that a source knows by a name. */
export function findByGuid(database: Database, source: SourceId, guid: string): KnownItem | undefined {
  return known(
    database,
    'digest',
    'JOIN identity ON identity.item_id = item.id WHERE identity.source_id = ? AND guid = ?',
    [source, guid],
  );
}

export function findById(database: Database, id: ItemId): KnownItem | undefined {
  return known(database, 'NULL AS digest', 'WHERE item.id = ?', [id]);
}

/** Makes an item follow what a source gives under this name; its other names have given what it was before. */
export function followName(database: Database, source: SourceId, guid: string, before: KnownItem): void {
  database
    .prepare('UPDATE identity SET digest = ? WHERE item_id = ? AND digest IS NULL')
    .run(digestOfState(before), before.id);
  setDigest(database, source, guid, undefined);
}

export function setDigest(
  database: Database,
  source: SourceId,
  guid: string,
  digest: number | undefined,
): void {
  database
    .prepare('UPDATE identity SET digest = ? WHERE source_id = ? AND guid = ?')
    .run(digest ?? null, source, guid);
}

/** Gives the digest of what came under a name: it changes when a fact or the body does. */
export function digestOf(item: ParsedItem): number {
  return digestOfState({ facts: factsOf(item), html: item.html, text: item.text });
}

/** All facts of an item in one string, which differs when one of them does. */
export function factsOf(item: ParsedItem): string {
  return withTags(JSON.stringify([item.headline, ...factValues(item)]), storedTags(item));
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

function addTags(database: Database, id: ItemId, item: ParsedItem): void {
  for (const name of storedTags(item))
    database.prepare('INSERT OR IGNORE INTO tag (item_id, name) VALUES (?, ?)').run(id, name);
}

function storedTags(item: ParsedItem): readonly string[] {
  return [...new Set(item.tags.map((name) => name.toLowerCase()))];
}

function withTags(facts: string, tags: readonly string[]): string {
  return tags.length === 0 ? facts : `${facts}\n${JSON.stringify(tags.toSorted())}`;
}

function digestOfState({ facts, html, text }: Pick<KnownItem, 'facts' | 'html' | 'text'>): number {
  return textDigest(`${facts}\n${html}\n${text}`);
}

function known(
  database: Database,
  digest: string,
  where: string,
  values: readonly (string | number)[],
): KnownItem | undefined {
  const row = database
    .prepare(
      `SELECT item.id, kind, json_array(item.headline, headline_from, byline, outlet, url, published, language, summary)
         AS facts, (SELECT json_group_array(name) FROM tag WHERE tag.item_id = item.id) AS tags,
         coalesce(html, '') AS html, coalesce(text, '') AS text, ${digest}
       FROM item LEFT JOIN revision ON revision.item_id = item.id AND ordinal = item.revision ${where}`,
    )
    .get(...values);
  if (row === undefined) return undefined;
  return {
    id: number(row['id']) as ItemId,
    kind: text(row['kind']),
    facts: withTags(text(row['facts']), JSON.parse(text(row['tags'])) as readonly string[]),
    html: text(row['html']),
    text: text(row['text']),
    digest: typeof row['digest'] === 'number' ? row['digest'] : undefined,
  };
}

function addRevision(database: Database, id: ItemId, ordinal: number, item: ParsedItem, now: number): void {
  const words = wordCount(item.text);
  database
    .prepare(
      `INSERT INTO revision (item_id, ordinal, headline, html, text, word_count, seen_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, ordinal, item.headline, item.html, item.text, words, now);
  if (words >= COMPARABLE_WORDS) {
    database.prepare('INSERT OR IGNORE INTO story_pending (item_id) VALUES (?)').run(id);
  }
}

/** One more than the highest, which need not be the current one where an import added older ones. */
function nextOrdinal(database: Database, id: ItemId): number {
  const row = database
    .prepare('SELECT coalesce(max(ordinal), 0) AS highest FROM revision WHERE item_id = ?')
    .get(id);
  return number(row?.['highest']) + 1;
}
