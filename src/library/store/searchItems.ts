// Answers a search with hits that can be shown and cited as they are.

import type { ItemId } from '../../core/model/ids.ts';
import { FEW_HITS, type SearchAnswer, type SearchHit, type SearchRequest } from '../../core/model/search.ts';
import { inPairs } from '../../core/search/inPairs.ts';
import { matchExpression } from '../../core/search/matchExpression.ts';
import { parseQuery } from '../../core/search/parseQuery.ts';
import { wantedPhrases, type Expression, type Phrase } from '../../core/search/query.ts';
import { isSentence, looseQuery, tellingWords, type LooseQuery } from '../../core/search/question.ts';
import type { StemLanguage } from '../../core/search/stem.ts';
import type { Database } from './database.ts';
import { knownNames, type KnownNames } from './knownNames.ts';
import { rankSentence, rankSimilar } from './rankSentence.ts';
import { searchCondition, type Condition } from './searchCondition.ts';
import { broadened, hasExact } from './searchExact.ts';
import { readHits } from './searchHits.ts';
import { indexLanguages, newestMeeting, rankNewest, type Ranked } from './searchIndex.ts';
import { weigh, WEIGHED } from './searchWeights.ts';
import { suggestQuery } from './suggestQuery.ts';

/** So many candidates for an exact phrase are read at most, a fraction of a millisecond each. */
const READ = 1000;

/** A search as its steps need it. */
interface Search {
  readonly database: Database;
  readonly request: SearchRequest;
  readonly languages: readonly StemLanguage[];
  readonly names: KnownNames;
  readonly now: number;
}

/** Gives the best hits; none where the query asks for nothing. */
export function searchItems(database: Database, request: SearchRequest, now: number): SearchAnswer {
  const { expression, misread } = parseQuery(request.query, { typing: request.typing, now });
  if (expression === undefined)
    return { hits: [], matched: 'all', complete: 0, misread, suggestion: undefined };
  const search: Search = {
    database,
    request,
    languages: indexLanguages(database),
    names: knownNames(database),
    now,
  };
  const full = isSentence(expression) ? [] : fullHits(search, expression);
  const complete = full.length;
  // A run in a script without spaces is several words that nobody parted.
  const asked = complete === 0 ? (inPairs(expression) ?? expression) : expression;
  const loose = complete < enough(request) ? looseQuery(asked) : undefined;
  const partial = loose === undefined ? [] : looseHits(search, loose, full);
  return {
    hits: [...full, ...partial],
    matched: partial.length > 0 ? 'some' : 'all',
    complete,
    misread,
    suggestion: complete === 0 ? suggestQuery(database, request.query) : undefined,
  };
}

/** With as many full hits, none that have only some of the words are looked for, which takes far longer. */
function enough({ typing, rested, limit }: SearchRequest): number {
  return typing && rested !== true ? 1 : Math.min(FEW_HITS, limit);
}

/** Gives the items that are most like one, best first. */
export function similarItems(database: Database, id: ItemId, limit: number): SearchAnswer {
  const hits = readHits(database, rankSimilar(database, id, limit), {
    limit,
    passageLength: 0,
    phrases: [],
    meaning: undefined,
  });
  return { hits, matched: 'some', complete: 0, misread: [], suggestion: undefined };
}

/** The hits that have all that was asked for. */
function fullHits(search: Search, expression: Expression): readonly SearchHit[] {
  const { database, request, languages, names } = search;
  const phrases = wantedPhrases(expression);
  const ranked = rank(search, expression, phrases, candidatesOf(expression, request));
  return readHits(database, ranked, { ...request, phrases, meaning: { expression, languages, names } });
}

/** The best among those that have some of the words, without those that have all. */
function looseHits(
  { database, request, languages, names, now }: Search,
  { words, held }: LooseQuery,
  full: readonly SearchHit[],
): readonly SearchHit[] {
  const expression: Expression | undefined = held.length === 0 ? undefined : { kind: 'all', parts: held };
  const broad = expression === undefined || broadened(expression);
  if (broad === false) return [];
  const condition = broad === true ? undefined : searchCondition(broad, languages, names);
  const phrases = tellingWords(words);
  const limit = expression === undefined ? WEIGHED : candidatesOf(expression, request);
  const known = new Set(full.map(({ item }) => item.id));
  const ranked = rankSentence(database, words, condition, languages, Math.max(limit, request.limit));
  const others = ranked.filter(({ id }) => !known.has(id));
  const weighed = weigh(database, others, phrases, languages, now);
  const wanted = request.limit - full.length;
  const meaning = expression && { expression, languages, names };
  return readHits(database, weighed, { ...request, limit: wanted, phrases, meaning });
}

function candidatesOf(expression: Expression, { limit }: SearchRequest): number {
  return Math.max(limit, hasExact(expression) ? READ : WEIGHED);
}

/** Ranks by words where the query is words and filters; a query that mixes them in other ways gives the newest. */
function rank(
  { database, languages, names, now }: Search,
  asked: Expression,
  phrases: readonly Phrase[],
  limit: number,
): readonly Ranked[] {
  const expression = broadened(asked);
  if (expression === false) return [];
  const parts = expression === true ? [] : expression.kind === 'all' ? expression.parts : [expression];
  const filters = parts.filter(
    (part) => matchExpression(part, languages) === undefined && !isExcludedWord(part, languages),
  );
  const words = parts.filter((part) => !filters.includes(part));
  const match = words.length === 0 ? undefined : matchExpression({ kind: 'all', parts: words }, languages);
  if (match === undefined) return newestMeeting(database, conditionOf(parts, languages, names), limit);
  const ranked = rankNewest(database, match, conditionOf(filters, languages, names), limit);
  return weigh(database, ranked, phrases, languages, now);
}

function conditionOf(
  parts: readonly Expression[],
  languages: readonly StemLanguage[],
  names: KnownNames,
): Condition | undefined {
  const [only, ...others] = parts;
  if (only === undefined) return undefined;
  return searchCondition(others.length === 0 ? only : { kind: 'all', parts }, languages, names);
}

function isExcludedWord(part: Expression, languages: readonly StemLanguage[]): boolean {
  return part.kind === 'not' && matchExpression(part.part, languages) !== undefined;
}
