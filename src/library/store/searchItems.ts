// Answers a search with hits that can be shown and cited as they are.

import type { ItemId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { SearchAnswer, SearchHit, SearchRequest } from '../../core/model/search.ts';
import { findMatches, mergeRanges } from '../../core/search/findMatches.ts';
import { matchExpression } from '../../core/search/matchExpression.ts';
import { bestPassage } from '../../core/search/passage.ts';
import { parseQuery, type Query } from '../../core/search/query.ts';
import type { Database } from './database.ts';
import { HEADLINE_COLUMNS, optionalText, toHeadline } from './rows.ts';
import { searchIndex } from './searchIndex.ts';

/** Gives the best hits; none where the query has no words. */
export function searchItems(database: Database, request: SearchRequest): SearchAnswer {
  const query = parseQuery(request.query, request.typing);
  const expression = matchExpression(query);
  if (expression === undefined) return { hits: [] };
  const found = readFound(database, searchIndex(database, expression, request.limit));
  return { hits: found.map(({ item, text }) => toHit(item, text, query, request.passageLength)) };
}

function toHit(item: Headline, text: string, query: Query, passageLength: number): SearchHit {
  return {
    item,
    headline: { text: item.headline, marks: mergeRanges(findMatches(item.headline, query)) },
    passage: bestPassage(text, query, passageLength),
  };
}

/** Gives the items of these ids with their texts, in the same order. */
function readFound(
  database: Database,
  ids: readonly ItemId[],
): readonly { readonly item: Headline; readonly text: string }[] {
  return database
    .prepare(
      `SELECT ${HEADLINE_COLUMNS}, text
       FROM json_each(?) AS wanted JOIN item ON item.id = wanted.value JOIN source ON source.id = item.source_id
       LEFT JOIN revision ON revision.item_id = item.id AND revision.ordinal = item.revision
       ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids))
    .map((row) => ({ item: toHeadline(row), text: optionalText(row['text']) ?? '' }));
}
