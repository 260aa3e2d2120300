// Groups near-duplicates, such as copies of one agency's report, as one story; none of them is dropped.

import type { ItemId, StoryId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import {
  COPY_SIMILARITY,
  similarity,
  similarityBands,
  wordPairs,
  type WordPairs,
} from '../../core/search/nearDuplicate.ts';
import { inTransaction, type Database, type Row } from './database.ts';
import { HEADLINE_COLUMNS, number, optionalText, toHeadline } from './rows.ts';

const DAY = 86_400_000;

/** Copies of a report appear within so many days of each other; older look-alikes are another day's news. */
const NEAR_DAYS = 3;

/** Keys are kept for so many days of the past; what comes in later from before then stands alone. */
const REMEMBERED_DAYS = 400;

/** Of the texts that share a key, so many are compared word for word. */
const COMPARED = 6;

/**
 * Compares some of the items that arrived since last time with what is there, and gives what came of it. A
 * text takes a fraction of a millisecond, so this is done in small steps when nothing else is, not during ingest.
 *
 * @param limit The most items of one step.
 */
export function groupStories(database: Database, limit: number): GroupingStep {
  const next = 'SELECT item_id FROM story_pending ORDER BY item_id LIMIT ?';
  if (database.prepare(next).get(1) === undefined) return { more: false, joined: [] };
  return inTransaction(database, () => {
    const waiting = database.prepare(next).all(limit + 1);
    const joined = waiting.slice(0, limit).flatMap((row) => {
      const id = number(row['item_id']) as ItemId;
      const others = group(database, id);
      database.prepare('DELETE FROM story_pending WHERE item_id = ?').run(id);
      return others;
    });
    return { more: waiting.length > limit, joined };
  });
}

/** What one step of the comparing came to. */
export interface GroupingStep {
  readonly more: boolean;
  /** Items that were found to tell one story with another. */
  readonly joined: readonly ItemId[];
}

/** Gives the items that tell these stories, newest first. */
export function stories(database: Database, ids: readonly StoryId[]): Headline[] {
  return database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS} FROM json_each(?) AS wanted JOIN item ON item.story = wanted.value
       JOIN source ON source.id = item.source_id ORDER BY item.sort_at DESC, item.id DESC`,
    )
    .all(JSON.stringify(ids))
    .map(toHeadline);
}

/** Gives the other items that tell the same story, newest first. */
export function sameStory(database: Database, id: ItemId): Headline[] {
  return database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS} FROM item JOIN source ON source.id = item.source_id
       WHERE story = (SELECT story FROM item WHERE id = ?1) AND item.id <> ?1 ORDER BY sort_at DESC, item.id DESC`,
    )
    .all(id)
    .map(toHeadline);
}

/** Forgets the keys of long ago, so that they do not outgrow the texts; those of removed items go the same way. */
export function forgetOldKeys(database: Database, now: number): void {
  database.prepare('DELETE FROM story_band WHERE day < ?').run(Math.floor(now / DAY) - REMEMBERED_DAYS);
}

/** Gives the items that this one joined, with itself. */
function group(database: Database, id: ItemId): readonly ItemId[] {
  const item = withText(database, id);
  const text = optionalText(item?.['text']);
  if (item === undefined || text === undefined) return [];
  const pairs = wordPairs(text);
  const bands = similarityBands(pairs);
  const day = Math.floor(number(item['sort_at']) / DAY);
  const copy = closest(database, id, pairs, bands, day);
  const isNew = copy !== undefined && item['story'] === null;
  if (isNew) join(database, id, copy);
  const remember = database.prepare('INSERT OR IGNORE INTO story_band (day, band, item_id) VALUES (?, ?, ?)');
  for (const band of bands) remember.run(day, band, id);
  return isNew ? [id, number(copy['id']) as ItemId] : [];
}

/** Gives the most similar of the items that share a key; keys of items that are gone lead nowhere. */
function closest(
  database: Database,
  id: ItemId,
  pairs: WordPairs,
  bands: readonly number[],
  day: number,
): Row | undefined {
  const sharing = database
    .prepare(
      `SELECT item_id FROM json_each(?) AS days CROSS JOIN json_each(?) AS bands
       CROSS JOIN story_band ON day = days.value AND band = bands.value
       WHERE item_id <> ? GROUP BY item_id ORDER BY count(*) DESC, item_id LIMIT ${COMPARED}`,
    )
    .all(JSON.stringify(daysAround(day)), JSON.stringify(bands), id);
  let best: Row | undefined;
  let most = COPY_SIMILARITY;
  for (const row of sharing) {
    const other = withText(database, number(row['item_id']) as ItemId);
    const shared = similarity(pairs, wordPairs(optionalText(other?.['text']) ?? ''));
    if (other === undefined || shared < most) continue;
    [best, most] = [other, shared];
  }
  return best;
}

function daysAround(day: number): number[] {
  return Array.from({ length: 2 * NEAR_DAYS + 1 }, (_, index) => day - NEAR_DAYS + index);
}

function join(database: Database, id: ItemId, copy: Row): void {
  const other = number(copy['id']);
  const story = copy['story'] ?? Math.min(id, other);
  database.prepare('UPDATE item SET story = ? WHERE id IN (?, ?)').run(story, id, other);
}

function withText(database: Database, id: ItemId): Row | undefined {
  return database
    .prepare(
      `SELECT item.id, sort_at, story, text FROM item
       JOIN revision ON revision.item_id = item.id AND ordinal = item.revision WHERE item.id = ?`,
    )
    .get(id);
}
