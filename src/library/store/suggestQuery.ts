// Offers another spelling for words that the library does not know.

import { editDistance } from '../../core/search/editDistance.ts';
import { isUnspaced, tokens, type Token } from '../../core/search/tokens.ts';
import type { Database } from './database.ts';
import { number, text } from './rows.ts';
import { countMatches } from './searchIndex.ts';

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** A word of this many letters may have two mistakes, a shorter one has one. */
const LONG = 6;

/**
 * Gives the query with each word that no item has replaced by the nearest that some do; undefined where no word is
 * unknown or none is near.
 *
 * @example "Kazakstan summit" gives "kazakhstan summit".
 */
export function suggestQuery(database: Database, query: string): string | undefined {
  openVocabulary(database);
  let suggestion = '';
  let done = 0;
  for (const token of tokens(query)) {
    const better = isUnknown(database, token) ? nearestWord(database, token.term) : undefined;
    if (better === undefined) continue;
    suggestion += query.slice(done, token.start) + better;
    done = token.end;
  }
  return done === 0 ? undefined : suggestion + query.slice(done);
}

/** Gives access to the words of the index; for a connection that may only read, before it may. */
export function openVocabulary(database: Database): void {
  database.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'search', 'row')`,
  );
}

function isUnknown(database: Database, { term }: Token): boolean {
  return term.length >= SHORTEST && !isUnspaced(term) && countMatches(database, `"${term}"`, 1) === 0;
}

/** Mistakes in the first letters are rare, so that words with the same two are looked at, then those with one. */
function nearestWord(database: Database, word: string): string | undefined {
  const limit = word.length >= LONG ? 2 : 1;
  return (
    nearestBeginning(database, word, word.slice(0, 2), limit) ??
    nearestBeginning(database, word, word.slice(0, 1), limit)
  );
}

function nearestBeginning(
  database: Database,
  word: string,
  beginning: string,
  limit: number,
): string | undefined {
  const candidates = database
    .prepare('SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ?')
    .all(beginning, `${beginning}\u{10ffff}`)
    .map((row) => ({ term: text(row['term']), items: number(row['doc']) }))
    .map(({ term, items }) => ({ term, items, distance: editDistance(word, term, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance || other.items - one.items);
  return candidates[0]?.term;
}
