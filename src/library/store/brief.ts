// What is new since the person last looked, by story, by source and by saved search.

import type { Brief, BriefSearch, BriefSource, BriefStory, NewCount } from '../../core/brief/brief.ts';
import { coverage, type CoveredStory, type Listed } from '../../core/brief/coverage.ts';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import { matchExpression } from '../../core/search/matchExpression.ts';
import { parseQuery } from '../../core/search/parseQuery.ts';
import { alone, type TellFailure } from './alone.ts';
import type { Database, Row, SqlValue } from './database.ts';
import { knownNames } from './knownNames.ts';
import { HEADLINE_COLUMNS, number, optionalText, text, toHeadline } from './rows.ts';
import { broadCondition, broadened, hasExact, idsMeeting, MOST_READ, type Meaning } from './searchExact.ts';
import { indexLanguages } from './searchIndex.ts';

/** A brief is made of so many items at most, so that it takes no longer after a year than after a night. */
const MOST_NEW = 2000;
const STORIES = 9;
/** Stories that are looked at, and the items of all of them together. */
const STORIES_COMPARED = 400;
const ITEMS_COMPARED = 2000;
const HEADLINES_OF_STORY = 4;
const HEADLINES_OF_SOURCE = 5;
const DAY = 86_400_000;

/** One listing of an item, with the source that lists it. */
interface Listing extends Listed {
  readonly sourceId: SourceId;
  readonly title: string;
}

/**
 * Gives what arrived and is unread.
 *
 * @param since Milliseconds since 1970; where the last brief ended, or a day ago before the first one, if undefined.
 * @param tell Told of a saved search that cannot be counted, and is left out.
 */
export function readBrief(
  database: Database,
  since: number | undefined,
  now: number,
  tell: TellFailure,
): Brief {
  const seenAt = briefSeenAt(database);
  const begin = since ?? seenAt ?? now - DAY;
  const arrived = arrivedSince(database, begin);
  const isCut = arrived.length > MOST_NEW;
  const fresh = listings(database, arrived.slice(0, MOST_NEW), true);
  const ids = idsOf(fresh);
  const known = listings(database, restOfStories(database, fresh), false);
  const covered = coverage([...fresh, ...known], STORIES);
  const wanted = wantedHeadlines(covered, fresh);
  const headlines = headlinesOf(database, [...wanted.stories.flat(), ...wanted.sources.values()].flat());
  return {
    since: begin,
    until: now,
    seenAt,
    hasSources: database.prepare('SELECT 1 FROM source WHERE removed = 0 LIMIT 1').get() !== undefined,
    ids,
    isCut,
    stories: covered.map(({ publishers, reports }, index): BriefStory => {
      return { headlines: pick(headlines, wanted.stories[index] ?? []), publishers, reports };
    }),
    sources: sourcesOf(fresh, wanted.sources, headlines),
    searches: searchesIn(database, ids, begin, now, tell),
  };
}

/**
 * Counts what arrived and is unread, up to a limit.
 *
 * @param since As for `readBrief`.
 */
export function countNew(
  database: Database,
  since: number | undefined,
  limit: number,
  now: number,
): NewCount {
  const begin = since ?? briefSeenAt(database) ?? now - DAY;
  const row = database
    .prepare(
      `SELECT count(*) AS found FROM (SELECT 1 FROM item WHERE read = 0 AND first_seen_at > ?
         AND EXISTS (SELECT 1 FROM listing WHERE item_id = item.id) LIMIT ?)`,
    )
    .get(begin, limit);
  return { count: number(row?.['found']), since: begin };
}

/** Remembers that the person has seen what arrived up to a time; an earlier one than is known changes nothing. */
export function markBriefSeen(database: Database, until: number): void {
  database
    .prepare(
      `INSERT INTO brief_seen (id, seen_at) VALUES (1, ?)
       ON CONFLICT (id) DO UPDATE SET seen_at = max(seen_at, excluded.seen_at)`,
    )
    .run(Math.trunc(until));
}

function briefSeenAt(database: Database): number | undefined {
  const row = database.prepare('SELECT seen_at FROM brief_seen WHERE id = 1').get();
  return row && number(row['seen_at']);
}

function arrivedSince(database: Database, since: number): readonly Row[] {
  return database
    .prepare(
      `SELECT id, story, sort_at, outlet FROM item WHERE read = 0 AND first_seen_at > ?
       ORDER BY first_seen_at DESC, id DESC LIMIT ${MOST_NEW + 1}`,
    )
    .all(since);
}

/** The items that tell the stories of the new ones, without those. */
function restOfStories(database: Database, fresh: readonly Listed[]): readonly Row[] {
  const stories = new Set(fresh.map(({ story }) => story).filter((story) => story !== undefined));
  if (stories.size === 0) return [];
  const isNew = new Set(fresh.map(({ itemId }) => itemId));
  return database
    .prepare(
      `SELECT item.id, story, sort_at, outlet FROM json_each(?) AS wanted
       CROSS JOIN item ON item.story = wanted.value LIMIT ${ITEMS_COMPARED}`,
    )
    .all(JSON.stringify([...stories].slice(0, STORIES_COMPARED)))
    .filter((row) => !isNew.has(number(row['id']) as ItemId));
}

/** Where items are listed; those that are in no list are left out. */
function listings(database: Database, items: readonly Row[], isNew: boolean): readonly Listing[] {
  const byId = new Map(items.map((row) => [number(row['id']), row]));
  return database
    .prepare(
      `SELECT listing.item_id, source.id AS source_id, source.title FROM json_each(?) AS wanted
       CROSS JOIN listing ON listing.item_id = wanted.value CROSS JOIN source ON source.id = listing.source_id
       ORDER BY wanted.key`,
    )
    .all(JSON.stringify([...byId.keys()]))
    .flatMap((row) => {
      const item = byId.get(number(row['item_id']));
      return item === undefined ? [] : [listingOf(row, item, isNew)];
    });
}

function listingOf(row: Row, item: Row, isNew: boolean): Listing {
  const title = text(row['title']);
  const story = item['story'];
  return {
    itemId: number(item['id']) as ItemId,
    story: typeof story === 'number' ? story : undefined,
    at: number(item['sort_at']),
    publisher: optionalText(item['outlet']) ?? title,
    isNew,
    sourceId: number(row['source_id']) as SourceId,
    title,
  };
}

interface WantedHeadlines {
  readonly stories: readonly (readonly ItemId[])[];
  readonly sources: ReadonlyMap<SourceId, readonly ItemId[]>;
}

/** What a story shows is not said again beneath its source. */
function wantedHeadlines(covered: readonly CoveredStory[], fresh: readonly Listing[]): WantedHeadlines {
  const stories = covered.map(({ itemIds }) => itemIds.slice(0, HEADLINES_OF_STORY));
  const told = new Set(stories.flat());
  const sources = new Map<SourceId, ItemId[]>();
  for (const { sourceId, itemId } of newestFirst(fresh)) {
    const shown = sources.get(sourceId) ?? [];
    if (!told.has(itemId) && shown.length < HEADLINES_OF_SOURCE) shown.push(itemId);
    sources.set(sourceId, shown);
  }
  return { stories, sources };
}

function sourcesOf(
  fresh: readonly Listing[],
  wanted: ReadonlyMap<SourceId, readonly ItemId[]>,
  headlines: ReadonlyMap<ItemId, Headline>,
): readonly BriefSource[] {
  const sources = new Map<SourceId, { readonly title: string; readonly ids: ItemId[] }>();
  for (const { sourceId, title, itemId } of newestFirst(fresh)) {
    const source = sources.get(sourceId);
    if (source === undefined) sources.set(sourceId, { title, ids: [itemId] });
    else source.ids.push(itemId);
  }
  return [...sources]
    .map(([sourceId, { title, ids }]) => {
      return { sourceId, title, ids, headlines: pick(headlines, wanted.get(sourceId) ?? []) };
    })
    .sort((one, other) => one.title.localeCompare(other.title) || one.sourceId - other.sourceId);
}

function newestFirst(fresh: readonly Listing[]): readonly Listing[] {
  return [...fresh].sort((one, other) => other.at - one.at || other.itemId - one.itemId);
}

function headlinesOf(database: Database, ids: readonly ItemId[]): ReadonlyMap<ItemId, Headline> {
  const rows = database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN item ON item.id = wanted.value
       JOIN source ON source.id = item.source_id`,
    )
    .all(JSON.stringify([...new Set(ids)]));
  return new Map(rows.map(toHeadline).map((item) => [item.id, item]));
}

function pick(headlines: ReadonlyMap<ItemId, Headline>, ids: readonly ItemId[]): readonly Headline[] {
  return ids.map((id) => headlines.get(id)).filter((item) => item !== undefined);
}

/** How many of the new items each saved search finds. */
function searchesIn(
  database: Database,
  ids: readonly ItemId[],
  since: number,
  now: number,
  tell: TellFailure,
): readonly BriefSearch[] {
  const lowest = ids.reduce((least, id) => Math.min(least, id), Infinity);
  const languages = indexLanguages(database);
  const names = knownNames(database);
  const count = (query: string): number => {
    const { expression } = parseQuery(query, { typing: false, now });
    if (expression === undefined || ids.length === 0) return 0;
    return countFound(database, { expression, languages, names }, { lowest, since });
  };
  return database
    .prepare('SELECT query FROM saved_search ORDER BY saved_at, id')
    .all()
    .flatMap((row) => {
      const query = text(row['query']);
      const found = alone(query, () => count(query), tell);
      return found === undefined ? [] : [{ query, found }];
    });
}

interface NewItems {
  /** The lowest of their ids, so that the index is read from there on. */
  readonly lowest: number;
  readonly since: number;
}

function countFound(database: Database, meaning: Meaning, fresh: NewItems): number {
  const answering = freshAnswering(meaning, fresh);
  if (answering === undefined) return 0;
  const { from, values } = answering;
  if (!hasExact(meaning.expression)) {
    const row = database.prepare(`SELECT count(*) AS found ${from}`).get(...values);
    return number(row?.['found']);
  }
  const ids = database
    .prepare(`SELECT item.id ${from} ORDER BY item.id DESC LIMIT ${MOST_READ}`)
    .all(...values)
    .map((row) => number(row['id']) as ItemId);
  return idsMeeting(database, meaning, ids).length;
}

/** The new items that every answer is among: words are asked of the index, and the items that it gives are looked at. */
function freshAnswering(
  meaning: Meaning,
  { lowest, since }: NewItems,
): { readonly from: string; readonly values: readonly SqlValue[] } | undefined {
  const isNew = `item.read = 0 AND item.first_seen_at > ?
    AND EXISTS (SELECT 1 FROM listing WHERE listing.item_id = item.id)`;
  const broad = broadened(meaning.expression);
  const match = typeof broad === 'boolean' ? undefined : matchExpression(broad, meaning.languages);
  if (match !== undefined) {
    const from = `FROM search CROSS JOIN item ON item.id = search.rowid
      WHERE search MATCH ? AND search.rowid >= ? AND ${isNew}`;
    return { from, values: [match, lowest, since] };
  }
  const condition = broadCondition(meaning);
  return (
    condition && {
      from: `FROM item WHERE ${isNew} AND item.id >= ? AND ${condition.sql}`,
      values: [since, lowest, ...condition.values],
    }
  );
}

function idsOf(listed: readonly Listed[]): readonly ItemId[] {
  return [...new Set(listed.map(({ itemId }) => itemId))];
}
