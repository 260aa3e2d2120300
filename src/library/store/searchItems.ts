// Answers a search with hits that can be shown and cited as they are.

import type { ItemId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { SearchAnswer, SearchHit, SearchRequest } from '../../core/model/search.ts';
import { findMatches, mergeRanges } from '../../core/search/findMatches.ts';
import { matchExpression } from '../../core/search/matchExpression.ts';
import { parseQuery } from '../../core/search/parseQuery.ts';
import { bestPassage } from '../../core/search/passage.ts';
import { wantedPhrases, type Expression, type Phrase } from '../../core/search/query.ts';
import { isOnlyWords, isSentence, tellingWords } from '../../core/search/question.ts';
import type { StemLanguage } from '../../core/search/stem.ts';
import type { Database } from './database.ts';
import { suggestQuery } from './suggestQuery.ts';
import { HEADLINE_COLUMNS, optionalText, toHeadline } from './rows.ts';
import { searchCondition } from './searchCondition.ts';
import { rankSentence, rankSimilar } from './rankSentence.ts';
import {
  indexLanguages,
  itemLanguage,
  newestMatching,
  newestMeeting,
  rankNewest,
  type Ranked,
} from './searchIndex.ts';

/** How many of the best by words alone are weighed again with their age and with their words side by side. */
const WEIGHED = 200;

/** A word of a query that nothing answers in full is only one of several from this many on. */
const SEVERAL = 3;

/** An item of today counts this much more than one that is long past, and one of a month ago by a third of it. */
const FRESHNESS = 0.15;
const MONTH = 30 * 24 * 60 * 60 * 1000;

/** Finding the passage means reading the text, so that only the hits seen first get one. */
const WITH_PASSAGE = 20;

/** The words of a query side by side count this much more. */
const SIDE_BY_SIDE = 0.3;

/** Gives the best hits; none where the query asks for nothing. */
export function searchItems(database: Database, request: SearchRequest, now: number): SearchAnswer {
  const { expression, misread } = parseQuery(request.query, { typing: request.typing, now });
  if (expression === undefined) return { hits: [], matched: 'all', misread, suggestion: undefined };
  const languages = indexLanguages(database);
  const limit = Math.max(request.limit, WEIGHED);
  const sentence = isSentence(expression);
  let matched: SearchAnswer['matched'] = sentence ? 'some' : 'all';
  let ranked = sentence
    ? rankSentence(database, expression, languages, limit)
    : rank(database, expression, languages, limit);
  if (
    ranked.length === 0 &&
    !sentence &&
    isOnlyWords(expression) &&
    wantedPhrases(expression).length >= SEVERAL
  ) {
    ranked = rankSentence(database, expression, languages, limit);
    matched = 'some';
  }
  const phrases = matched === 'some' ? tellingWords(expression) : wantedPhrases(expression);
  const weighed = weigh(database, ranked, phrases, languages, now);
  const found = hits(database, weighed, phrases, request);
  const suggestion =
    found.length === 0 || matched === 'some' ? suggestQuery(database, request.query) : undefined;
  return { hits: found, matched, misread, suggestion };
}

/** Gives the items that are most like one, best first. */
export function similarItems(database: Database, id: ItemId, limit: number): SearchAnswer {
  const ranked = rankSimilar(database, id, limit);
  const request = { query: '', limit, typing: false, passageLength: 0 };
  return { hits: hits(database, ranked, [], request), matched: 'some', misread: [], suggestion: undefined };
}

/** Ranks by words where the query is words and filters; a query that mixes them in other ways gives the newest. */
function rank(
  database: Database,
  expression: Expression,
  languages: readonly StemLanguage[],
  limit: number,
): Ranked[] {
  const parts = expression.kind === 'all' ? expression.parts : [expression];
  const filters = parts.filter(
    (part) => matchExpression(part, languages) === undefined && !isExcludedWord(part, languages),
  );
  const words = parts.filter((part) => !filters.includes(part));
  const match = words.length === 0 ? undefined : matchExpression({ kind: 'all', parts: words }, languages);
  if (match === undefined) return newestMeeting(database, searchCondition(expression, languages), limit);
  const condition =
    filters.length === 0 ? undefined : searchCondition({ kind: 'all', parts: filters }, languages);
  return rankNewest(database, match, condition, limit);
}

function isExcludedWord(part: Expression, languages: readonly StemLanguage[]): boolean {
  return part.kind === 'not' && matchExpression(part.part, languages) !== undefined;
}

/** Orders the best by words alone anew, with freshness and with the words side by side. */
function weigh(
  database: Database,
  ranked: readonly Ranked[],
  phrases: readonly Phrase[],
  languages: readonly StemLanguage[],
  now: number,
): readonly Ranked[] {
  const best = ranked.slice(0, WEIGHED);
  const ids = JSON.stringify(best.map(({ id }) => id));
  const times = new Map(
    database
      .prepare('SELECT item_id AS id, sort_at FROM listing WHERE item_id IN (SELECT value FROM json_each(?))')
      .all(ids)
      .map((row) => [Number(row['id']), Number(row['sort_at'])]),
  );
  const beside = sideBySide(database, phrases, languages);
  const weighed = best.map(({ id, score }) => {
    const age = Math.max(0, now - (times.get(id) ?? 0));
    const freshness = FRESHNESS * Math.exp(-age / MONTH);
    return { id, score: score * (1 + freshness + (beside.has(id) ? SIDE_BY_SIDE : 0)) };
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

/** Reads hits in order until there are enough; those in which an exact phrase stands only by its stems are left out. */
function hits(
  database: Database,
  ranked: readonly Ranked[],
  phrases: readonly Phrase[],
  { limit, passageLength }: SearchRequest,
): SearchHit[] {
  const exact = phrases.filter((phrase) => phrase.exact);
  const found: SearchHit[] = [];
  for (let start = 0; start < ranked.length && found.length < limit; start += limit) {
    for (const { item, text } of readFound(database, ranked.slice(start, start + limit))) {
      const language = () => itemLanguage({ ...item, text });
      const isExact = exact.every((phrase) => stands(phrase, item, text, language));
      if (isExact && found.length < limit) {
        found.push({
          item,
          headline: {
            text: item.headline,
            marks: mergeRanges(findMatches(item.headline, phrases, language)),
          },
          passage:
            passageLength > 0 && found.length < WITH_PASSAGE
              ? bestPassage(text, phrases, language, passageLength)
              : undefined,
        });
      }
    }
  }
  return found;
}

function stands(
  phrase: Phrase,
  item: Headline,
  text: string,
  language: () => StemLanguage | undefined,
): boolean {
  const places = {
    headline: [item.headline],
    byline: [`${item.byline ?? ''} ${item.outlet ?? ''}`],
    anywhere: [item.headline, text, `${item.byline ?? ''} ${item.outlet ?? ''}`],
  }[phrase.field ?? 'anywhere'];
  return places.some((place) => findMatches(place, [phrase], language).length > 0);
}

function readFound(
  database: Database,
  ranked: readonly Ranked[],
): readonly { readonly item: Headline; readonly text: string }[] {
  return database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS}, text
       FROM json_each(?) AS wanted JOIN item ON item.id = wanted.value JOIN source ON source.id = item.source_id
       LEFT JOIN revision ON revision.item_id = item.id AND revision.ordinal = item.revision
       ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ranked.map(({ id }) => id)))
    .map((row) => ({ item: toHeadline(row), text: optionalText(row['text']) ?? '' }));
}
