// Takes parsed items into the library: new ones are added, known ones compared, and
// a headline item gets its body when an article of that headline arrives.

import type { ParsedItem } from '../../core/model/document.ts';
import type { SourceId } from '../../core/model/ids.ts';
import { publishedTime } from '../../core/text/publishedTime.ts';
import type { Database } from './database.ts';
import {
  factsOf,
  findByGuid,
  findByHeadline,
  insertItem,
  list,
  sortTime,
  updateItem,
  type KnownItem,
} from './items.ts';

export type Outcome = 'added' | 'updated' | 'unchanged';

/** Shorter headlines ("Letters", "In brief") recur without being the same news. */
const TELLING_WORDS = 4;

/** Files without a date order by when they were changed; items of one page keep the page's order. */
export interface Arrival {
  readonly fallbackTime: number;
  readonly now: number;
}

/**
 * Takes one item in; runs inside the caller's transaction.
 *
 * An edited article gets a new revision. An article whose headline is listed already as a headline item becomes that
 * item, which keeps its id; a headline item whose article is known is listed as that article.
 */
export function ingestItem(
  database: Database,
  source: SourceId,
  item: ParsedItem,
  arrival: Arrival,
): Outcome {
  const known = findByGuid(database, source, item.guid);
  if (known !== undefined) return ingestAgain(database, source, known, item, arrival.now);
  const twin = isTelling(item) ? findByHeadline(database, item.headline, twinKind(item)) : undefined;
  if (twin === undefined) {
    insertItem(database, source, item, publishedTime(item.published) ?? arrival.fallbackTime, arrival.now);
    return 'added';
  }
  const outcome = compare(database, twin, item, arrival.now);
  const isNew = list(database, source, item.guid, twin.id, sortTime(database, twin.id));
  return outcome === 'unchanged' && isNew ? 'added' : outcome;
}

function ingestAgain(
  database: Database,
  source: SourceId,
  known: KnownItem,
  item: ParsedItem,
  now: number,
): Outcome {
  const outcome = compare(database, known, item, now);
  // Only an item of a source that was removed and added again is not listed yet.
  const isNew = list(database, source, item.guid, known.id, sortTime(database, known.id));
  return isNew ? 'added' : outcome;
}

function compare(database: Database, known: KnownItem, item: ParsedItem, now: number): Outcome {
  const hasBody = known.kind === 'article';
  if (hasBody && item.kind === 'headline') return 'unchanged';
  if (known.facts === factsOf(item) && known.html === item.html && known.text === item.text)
    return 'unchanged';
  updateItem(database, known, item, publishedTime(item.published), now);
  return 'updated';
}

function twinKind(item: ParsedItem): 'any' | 'headline' {
  return item.kind === 'headline' ? 'any' : 'headline';
}

function isTelling(item: ParsedItem): boolean {
  if (item.headlineFrom !== 'document') return false;
  return (
    item.headline.split(/\s+/).length >= TELLING_WORDS ||
    /[\p{Script=Han}\p{Script=Kana}\p{Script=Thai}]{8}/u.test(item.headline)
  );
}
