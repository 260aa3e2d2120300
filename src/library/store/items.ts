// Writes items: their facts, their revisions and where they are listed.

import type { ParsedItem } from '../../core/model/document.ts';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import { COMPARABLE_WORDS } from '../../core/search/nearDuplicate.ts';
import { textDigest } from '../../core/text/textDigest.ts';
import { wordCount } from '../../core/text/wordCount.ts';
import { addListing } from './addListing.ts';
import type { Database, Row } from './database.ts';
import type { Keys } from './duplicates.ts';
import { enclosuresText } from './enclosures.ts';
import { number, text } from './rows.ts';
import { indexItem, indexNewItem } from './searchIndex.ts';

const KNOWN = `
  SELECT item.id, kind, json_array(item.headline, headline_from, byline, outlet, url, published, updated, language,
    section, licence, summary, image, enclosures, coalesce(is_extract, 0)) AS facts, (SELECT json_group_array(name) FROM tag WHERE tag.item_id = item.id AND origin = 'source') AS tags,
    coalesce(html, '') AS html, coalesce(text, '') AS text, item.headline, has_full_text, muted`;
const CURRENT = 'LEFT JOIN revision ON revision.item_id = item.id AND ordinal = item.revision';
const KNOWN_BY_GUID = `${KNOWN}, digest FROM item ${CURRENT}
  JOIN identity ON identity.item_id = item.id WHERE identity.source_id = ? AND guid = ?`;
const KNOWN_BY_ID = `${KNOWN}, NULL AS digest FROM item ${CURRENT} WHERE item.id = ?`;

/** What an item's current state is compared with when its source gives it again. */
export interface KnownItem {
  readonly id: ItemId;
  readonly kind: string;
  readonly facts: string;
  readonly html: string;
  readonly text: string;
  readonly headline: string;
  /** Those of its source, without those that rules gave it. */
  readonly tags: readonly string[];
  /** Whether the body is that of the article's page, of which its feed gives less. */
  readonly hasFullText: boolean;
  /** Whether a rule keeps it out of the lists. */
  readonly muted: boolean;
  /** For a name by which a duplicate came, what came under it last; undefined for the name that the item follows. */
  readonly digest: number | undefined;
}

/** What is known of an item beside what its source says. */
export interface Circumstances<SortAt> {
  /** Milliseconds since 1970 by which lists order. */
  readonly sortAt: SortAt;
  readonly now: number;
  readonly keys: Keys;
}

export function insertItem(
  database: Database,
  source: SourceId,
  item: ParsedItem,
  { sortAt, now, keys }: Circumstances<number>,
): ItemId {
  const revision = item.kind === 'article' ? 1 : 0;
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO item (source_id, kind, headline, headline_key, headline_from, byline, outlet, url, published,
         updated, language, section, licence, summary, image, enclosures, is_extract, url_key, sort_at, first_seen_at,
         revision)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      source,
      item.kind,
      item.headline,
      keys.headline,
      ...factValues(item),
      keys.url ?? null,
      sortAt,
      now,
      revision,
    );
  const id = lastInsertRowid as ItemId;
  if (revision > 0) addRevision(database, id, revision, item, now);
  addTags(database, id, item);
  indexNewItem(database, id, item);
  list(database, source, item.guid, id, sortAt, undefined);
  return id;
}

/** Gives a known item new facts, and a new revision where its words or markup changed; the old one stays. */
export function updateItem(
  database: Database,
  known: KnownItem,
  item: ParsedItem,
  { sortAt, now, keys }: Circumstances<number | undefined>,
): void {
  database
    .prepare(
      `UPDATE item SET kind = ?, headline = ?, headline_key = ?, headline_from = ?, byline = ?, outlet = ?, url = ?,
         published = ?, updated = ?, language = ?, section = ?, licence = ?, summary = ?, image = ?,
         enclosures = ?, is_extract = ?, url_key = ? WHERE id = ?`,
    )
    .run(item.kind, item.headline, keys.headline, ...factValues(item), keys.url ?? null, known.id);
  if (sortAt !== undefined) {
    database.prepare('UPDATE item SET sort_at = ? WHERE id = ?').run(sortAt, known.id);
    database.prepare('UPDATE listing SET sort_at = ? WHERE item_id = ?').run(sortAt, known.id);
  }
  database.prepare(`DELETE FROM tag WHERE item_id = ? AND origin = 'source'`).run(known.id);
  addTags(database, known.id, item);
  const isOther = known.html !== item.html || known.text !== item.text;
  if (isOther || (item.kind === 'article' && known.headline !== item.headline)) {
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
  name(database, source, guid, id, digest);
  return addListing(database, id, source, sortAt);
}

/** Notes the name by which a source knows an item. */
export function name(
  database: Database,
  source: SourceId,
  guid: string,
  id: ItemId,
  digest: number | undefined,
): void {
  database
    .prepare('INSERT OR IGNORE INTO identity (source_id, guid, item_id, digest) VALUES (?, ?, ?, ?)')
    .run(source, guid, id, digest ?? null);
}

/** Finds the item that a source knows by a name. */
export function findByGuid(database: Database, source: SourceId, guid: string): KnownItem | undefined {
  return known(database.prepare(KNOWN_BY_GUID).get(source, guid));
}

export function findById(database: Database, id: ItemId): KnownItem | undefined {
  return known(database.prepare(KNOWN_BY_ID).get(id));
}

/** Makes an item follow its page: under all its names has come what it was before. */
export function followPage(database: Database, before: KnownItem): void {
  database
    .prepare('UPDATE identity SET digest = ? WHERE item_id = ? AND digest IS NULL')
    .run(digestOfState(before), before.id);
  database.prepare('UPDATE item SET has_full_text = 1 WHERE id = ?').run(before.id);
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

function factValues(item: ParsedItem): (string | number | null)[] {
  return [
    item.headlineFrom,
    item.byline ?? null,
    item.outlet ?? null,
    item.url ?? null,
    item.published ?? null,
    item.updated ?? null,
    item.language ?? null,
    item.section ?? null,
    item.licence ?? null,
    item.summary,
    item.image ?? null,
    enclosuresText(item.enclosures),
    item.isExtract ? 1 : 0,
  ];
}

function addTags(database: Database, id: ItemId, item: ParsedItem): void {
  for (const name of storedTags(item))
    database
      .prepare(`INSERT OR IGNORE INTO tag (item_id, name, origin) VALUES (?, ?, 'source')`)
      .run(id, name);
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

function known(row: Row | undefined): KnownItem | undefined {
  if (row === undefined) return undefined;
  const tags = JSON.parse(text(row['tags'])) as readonly string[];
  return {
    id: number(row['id']) as ItemId,
    kind: text(row['kind']),
    facts: withTags(text(row['facts']), tags),
    html: text(row['html']),
    text: text(row['text']),
    headline: text(row['headline']),
    tags,
    hasFullText: row['has_full_text'] === 1,
    muted: row['muted'] === 1,
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
