// Answers a whole sentence with the items that have most of its telling words.

import type { ItemId } from '../../core/model/ids.ts';
import { isFunctionWord } from '../../core/search/functionWords.ts';
import { guessLanguage } from '../../core/search/guessLanguage.ts';
import { matchExpression } from '../../core/search/matchExpression.ts';
import type { Phrase } from '../../core/search/query.ts';
import { tellingWords } from '../../core/search/question.ts';
import { stem, type StemLanguage } from '../../core/search/stem.ts';
import { tokens } from '../../core/search/tokens.ts';
import type { Database } from './database.ts';
import { number, optionalText, text } from './rows.ts';
import type { Condition } from './searchCondition.ts';
import { countMatches, itemLanguage, rankAll, type Ranked } from './searchIndex.ts';

/** Words that more items than this have are left out where there are rarer ones. */
const COMMON = 20_000;

/** The best items say in other words what was asked: so many of them, so many words, and what those weigh. */
const FEEDBACK = { items: 3, words: 15, weight: 0.4 } as const;

/** Words of the best items that are looked at, the most frequent first. */
const CONSIDERED = 60;

/**
 * Ranks all items that have any of the telling words and meet a condition. The words that are typical of the best
 * three items are asked for in a second pass and lift what shares them (pseudo-relevance feedback).
 */
export function rankSentence(
  database: Database,
  asked: readonly Phrase[],
  condition: Condition | undefined,
  languages: readonly StemLanguage[],
  limit: number,
): readonly Ranked[] {
  const spoken = guessLanguage(asked.flatMap(({ words }) => words.map(({ term }) => term)));
  const group = (phrase: Phrase): string =>
    spoken === undefined || phrase.prefix
      ? (matchExpression(phrase, languages) ?? '')
      : `"${phrase.words.map(({ term, word }) => (word === undefined ? term : stem(word, spoken))).join(' ')}"`;
  const match = withoutCommon(database, tellingWords(asked).map(group)).join(' OR ');
  const first = rankAll(database, match, condition, limit);
  const related = relatedWords(database, first.slice(0, FEEDBACK.items));
  if (related.length === 0) return first;
  const second = rankAll(
    database,
    related.map((term) => `"${term}"`).join(' OR '),
    alsoMatching(match, condition),
    limit,
  );
  return merge(first, second).slice(0, limit);
}

/** What only shares words with the best items, and has none that was asked for, is no answer. */
function alsoMatching(match: string, condition: Condition | undefined): Condition {
  return {
    sql: `item.id IN (SELECT rowid FROM search WHERE search MATCH ?)${condition === undefined ? '' : ` AND ${condition.sql}`}`,
    values: [match, ...(condition?.values ?? [])],
  };
}

/** Ranks the items that share an item's typical words, without the item itself. */
export function rankSimilar(database: Database, id: ItemId, limit: number): Ranked[] {
  const related = relatedWords(database, [{ id, score: 1 }]);
  if (related.length === 0) return [];
  const match = related.map((term) => `"${term}"`).join(' OR ');
  return rankAll(database, match, undefined, limit + 1).filter((other) => other.id !== id);
}

function withoutCommon(database: Database, groups: readonly string[]): readonly string[] {
  const rare = groups.filter((group) => countMatches(database, group, COMMON + 1) <= COMMON);
  return rare.length > 0 ? rare : groups;
}

/** Gives the indexed terms that are most typical of these items: frequent in them and rare elsewhere. */
function relatedWords(database: Database, best: readonly Pick<Ranked, 'id' | 'score'>[]): readonly string[] {
  const total = best.reduce((sum, { score }) => sum + score, 0);
  const shares = new Map<string, number>();
  for (const { id, score } of best) {
    const terms = termsOf(database, id);
    for (const term of terms) shares.set(term, (shares.get(term) ?? 0) + score / total / terms.length);
  }
  const size = number(database.prepare('SELECT coalesce(max(id), 0) AS size FROM item').get()?.['size']);
  return [...shares]
    .sort(([, one], [, other]) => other - one)
    .slice(0, CONSIDERED)
    .map(([term, share]) => ({ term, share, count: countMatches(database, `"${term}"`, COMMON + 1) }))
    .filter(({ count }) => count <= COMMON)
    .map(({ term, share, count }) => ({ term, typical: share * Math.log(size / Math.max(1, count)) }))
    .sort((one, other) => other.typical - one.typical)
    .slice(0, FEEDBACK.words)
    .map(({ term }) => term);
}

function termsOf(database: Database, id: ItemId): readonly string[] {
  const row = database
    .prepare(
      `SELECT item.headline, byline, outlet, language, text FROM item
       LEFT JOIN revision ON revision.item_id = item.id AND ordinal = item.revision WHERE item.id = ?`,
    )
    .get(id);
  if (row === undefined) return [];
  const headline = text(row['headline']);
  const body = optionalText(row['text']) ?? '';
  const language = itemLanguage({
    headline,
    text: body,
    language: optionalText(row['language']),
    byline: undefined,
    outlet: undefined,
  });
  return tokens(`${headline} ${body}`)
    .filter(({ term }) => term.length > 2 && !isFunctionWord(term))
    .map(({ term, word }) => (word === undefined ? term : stem(word, language)));
}

/** Adds the second ranking to the first, each measured by its best. */
function merge(first: readonly Ranked[], second: readonly Ranked[]): Ranked[] {
  const merged = new Map<ItemId, Ranked>();
  const add = (ranked: readonly Ranked[], weight: number): void => {
    const highest = ranked[0]?.score ?? 1;
    for (const each of ranked) {
      const before = merged.get(each.id)?.score ?? 0;
      merged.set(each.id, { ...each, score: before + (weight * each.score) / highest });
    }
  };
  add(first, 1);
  add(second, FEEDBACK.weight);
  return [...merged.values()].sort((one, other) => other.score - one.score);
}
