// Takes parsed items into the library: new ones are added, known ones compared, duplicates listed as what they
// are, and a headline item gets its body when an article of that headline arrives.

import type { ParsedItem } from '../../core/model/document.ts';
import type { SourceId } from '../../core/model/ids.ts';
import { publishedTime } from '../../core/text/publishedTime.ts';
import type { Database } from './database.ts';
import { findDuplicate, isExtract, keysOf } from './duplicates.ts';
import {
  digestOf,
  factsOf,
  findByGuid,
  followName,
  insertItem,
  list,
  name,
  setDigest,
  sortTime,
  updateItem,
  type KnownItem,
} from './items.ts';
import { isRemoved } from './tombstones.ts';

const DAY = 86_400_000;

export type Outcome = 'added' | 'updated' | 'unchanged';

/** Files without a date order by when they were changed; items of one page keep the page's order. */
export interface Arrival {
  readonly fallbackTime: number;
  readonly now: number;
}

/**
 * Takes one item in; runs inside the caller's transaction.
 *
 * An edited article gets a new revision. An article whose headline is listed already as a headline item becomes that
 * item, which keeps its id; a headline item whose article is known is listed as that article. A duplicate is listed
 * as the item that it is, which gets a new revision where the words differ. What retention removed stays away.
 */
export function ingestItem(
  database: Database,
  source: SourceId,
  item: ParsedItem,
  arrival: Arrival,
): Outcome {
  const known = findByGuid(database, source, item.guid);
  if (known !== undefined) return ingestAgain(database, source, known, item, arrival.now);
  if (isRemoved(database, source, item.guid)) return 'unchanged';
  const keys = keysOf(item);
  const sortAt = moment(item, arrival.now) ?? arrival.fallbackTime;
  const twin = findDuplicate(database, source, item, keys, sortAt);
  if (twin === undefined) {
    insertItem(database, source, item, { sortAt, now: arrival.now, keys });
    return 'added';
  }
  const outcome = takeCopy(database, twin, item, arrival.now);
  const isNew = listUnlessMuted(database, source, item.guid, twin, digestOf(item));
  if (outcome === 'updated') followName(database, source, item.guid, twin);
  return outcome === 'unchanged' && isNew ? 'added' : outcome;
}

function ingestAgain(
  database: Database,
  source: SourceId,
  known: KnownItem,
  item: ParsedItem,
  now: number,
): Outcome {
  const outcome =
    known.digest === undefined
      ? compare(database, known, item, now)
      : ingestCopyAgain(database, source, known, item, now);
  // Earlier versions did not list what was kept from a source that was removed and added again.
  const isNew = listUnlessMuted(database, source, item.guid, known, undefined);
  return isNew ? 'added' : outcome;
}

/** Two sources that give different words for one article would overwrite each other at each reading. */
function ingestCopyAgain(
  database: Database,
  source: SourceId,
  known: KnownItem,
  item: ParsedItem,
  now: number,
): Outcome {
  const digest = digestOf(item);
  if (digest === known.digest) return 'unchanged';
  const outcome =
    known.hasFullText && item.isExtract
      ? takeFacts(database, known, item, now)
      : takeCopy(database, known, item, now);
  if (outcome === 'updated') followName(database, source, item.guid, known);
  else setDigest(database, source, item.guid, digest);
  return outcome;
}

function listUnlessMuted(
  database: Database,
  source: SourceId,
  guid: string,
  { id, muted }: KnownItem,
  digest: number | undefined,
): boolean {
  if (!muted) return list(database, source, guid, id, sortTime(database, id), digest);
  name(database, source, guid, id, digest);
  return false;
}

/** An extract, or the same words under other facts, brings nothing new. */
function takeCopy(database: Database, known: KnownItem, item: ParsedItem, now: number): Outcome {
  const bothArticles = known.kind === 'article' && item.kind === 'article';
  if (bothArticles && isExtract(item.text, known.text)) return 'unchanged';
  if (known.hasFullText && item.isExtract) return takeFacts(database, known, item, now);
  return compare(database, known, item, now);
}

/** The feed tells that the article was edited; its page has the words. */
function takeFacts(database: Database, known: KnownItem, item: ParsedItem, now: number): Outcome {
  return compare(database, known, { ...item, kind: 'article', html: known.html, text: known.text }, now);
}

function compare(database: Database, known: KnownItem, item: ParsedItem, now: number): Outcome {
  const hasBody = known.kind === 'article';
  if (hasBody && item.kind === 'headline') return 'unchanged';
  if (known.facts === factsOf(item) && known.html === item.html && known.text === item.text)
    return 'unchanged';
  const sortAt = moment(item, now);
  updateItem(database, known, item, { sortAt, now, keys: keysOf(item) });
  return 'updated';
}

/** When an item was published; one that lies ahead would stand above all news until it comes. */
function moment({ published }: ParsedItem, now: number): number | undefined {
  const time = publishedTime(published);
  return time !== undefined && time > now + DAY ? undefined : time;
}
