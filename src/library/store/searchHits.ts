// Found items with what of them answers the query.

import type { SearchHit, SearchRequest } from '../../core/model/search.ts';
import { findMatches, mergeRanges } from '../../core/search/findMatches.ts';
import { bestPassage } from '../../core/search/passage.ts';
import type { Phrase } from '../../core/search/query.ts';
import type { Database } from './database.ts';
import { readFound, type FoundItem } from './foundItems.ts';
import { meeting, type Meaning } from './searchExact.ts';
import { itemLanguage, type Ranked } from './searchIndex.ts';

/** Finding the passage means reading the text, so that only the hits seen first get one. */
const WITH_PASSAGE = 20;

/** What hits show and how many of them are wanted. */
export interface HitsWanted extends Pick<SearchRequest, 'limit' | 'passageLength'> {
  /** What is marked. */
  readonly phrases: readonly Phrase[];
  /** What the ranked items meet at least by the stems of its exact phrases. */
  readonly meaning: Meaning | undefined;
}

/** Reads ranked items in order until there are enough hits. */
export function readHits(
  database: Database,
  ranked: readonly Ranked[],
  { limit, passageLength, phrases, meaning }: HitsWanted,
): readonly SearchHit[] {
  const hits: SearchHit[] = [];
  for (let start = 0; start < ranked.length && hits.length < limit; start += limit) {
    const ids = ranked.slice(start, start + limit).map(({ id }) => id);
    const read = readFound(database, ids);
    const found = meaning === undefined ? read : meeting(database, meaning, read);
    for (const each of found.slice(0, limit - hits.length)) {
      hits.push(toHit(each, phrases, hits.length < WITH_PASSAGE ? passageLength : 0));
    }
  }
  return hits;
}

function toHit({ item, text }: FoundItem, phrases: readonly Phrase[], passageLength: number): SearchHit {
  const language = () => itemLanguage({ ...item, text });
  const marks = mergeRanges(findMatches(item.headline, phrases, language));
  return {
    item,
    headline: { text: item.headline, marks },
    passage: passageLength > 0 ? bestPassage(text, phrases, language, passageLength) : undefined,
  };
}
