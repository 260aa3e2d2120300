// What counts beside the words themselves: the age of an item and words that stand side by side.

import type { ItemId } from '../../core/model/ids.ts';
import { matchExpression } from '../../core/search/matchExpression.ts';
import type { Phrase } from '../../core/search/query.ts';
import type { StemLanguage } from '../../core/search/stem.ts';
import type { Database } from './database.ts';
import { newestMatching, type Ranked } from './searchIndex.ts';

/** How many of the best by words alone are weighed again with their age and with their words side by side. */
export const WEIGHED = 200;

/** An item of today counts this much more than one that is long past, and one of a month ago by a third of it. */
const FRESHNESS = 0.15;
const MONTH = 30 * 24 * 60 * 60 * 1000;

/** The words of a query side by side count this much more. */
const SIDE_BY_SIDE = 0.3;

/** Orders the best by words alone anew, with freshness and with the words side by side. */
export function weigh(
  database: Database,
  ranked: readonly Ranked[],
  phrases: readonly Phrase[],
  languages: readonly StemLanguage[],
  now: number,
): readonly Ranked[] {
  const best = ranked.slice(0, WEIGHED);
  const beside = sideBySide(database, phrases, languages);
  const weighed = best.map(({ id, score, time }) => {
    const age = Math.max(0, now - time);
    const freshness = FRESHNESS * Math.exp(-age / MONTH);
    return { id, score: score * (1 + freshness + (beside.has(id) ? SIDE_BY_SIDE : 0)), time };
  });
  return [
    ...weighed.sort((one, other) => other.score - one.score || other.id - one.id),
    ...ranked.slice(WEIGHED),
  ];
}

/** The items in which the words of a short query stand side by side. */
function sideBySide(
  database: Database,
  phrases: readonly Phrase[],
  languages: readonly StemLanguage[],
): ReadonlySet<ItemId> {
  if (
    phrases.length < 2 ||
    phrases.length > 5 ||
    phrases.some(({ exact, field }) => exact || field !== undefined)
  )
    return new Set();
  const phrase: Phrase = {
    kind: 'phrase',
    words: phrases.flatMap(({ words }) => words),
    prefix: phrases.at(-1)?.prefix ?? false,
    exact: false,
    field: undefined,
  };
  const match = matchExpression(phrase, languages) ?? '';
  return newestMatching(database, match);
}
