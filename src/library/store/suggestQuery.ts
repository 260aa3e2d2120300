// Offers another spelling for words that the library does not know.

import { editDistance } from '../../core/search/editDistance.ts';
import { VALUE_FIELDS } from '../../core/search/parseQuery.ts';
import { queryPieces } from '../../core/search/queryPieces.ts';
import { stem, type StemLanguage } from '../../core/search/stem.ts';
import { isUnspaced, tokens, type Token } from '../../core/search/tokens.ts';
import type { Database } from './database.ts';
import { number, optionalText, text } from './rows.ts';
import { countMatches, indexLanguages, itemLanguage } from './searchIndex.ts';

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** A word of this many letters may have two mistakes, a shorter one has one. */
const LONG = 6;
/** The index has stems among its words; so many of the nearest are looked up as they stand in an item. */
const LOOKED_UP = 3;

/**
 * Gives the query with each word that no item has replaced by the nearest that some do, as it stands in one of them;
 * undefined where no word is unknown or none is near. Numbers and the values of filters stay as they are.
 *
 * @example "Kazakstan summit" gives "kazakhstan summit".
 */
export function suggestQuery(database: Database, query: string): string | undefined {
  openVocabulary(database);
  const languages = indexLanguages(database);
  let suggestion = '';
  let done = 0;
  for (const token of searchedWords(query)) {
    const better = isUnknown(database, token, languages) ? nearestWord(database, token.term) : undefined;
    if (better === undefined) continue;
    suggestion += query.slice(done, token.start) + better;
    done = token.end;
  }
  return done === 0 ? undefined : suggestion + query.slice(done);
}

/** Gives the words of a query that are looked for in texts, with their places in it. */
function searchedWords(query: string): Token[] {
  return queryPieces(query).flatMap((piece) => {
    if (piece.kind !== 'words' || (piece.field !== undefined && VALUE_FIELDS.has(piece.field))) return [];
    const isField = piece.field === 'title' || piece.field === 'by';
    const start = piece.start + (isField ? piece.text.indexOf(':') : 0);
    return tokens(query.slice(start, piece.start + piece.text.length)).map((token) => ({
      ...token,
      start: token.start + start,
      end: token.end + start,
    }));
  });
}

/** Gives access to the words of the index; for a connection that may only read, before it may. */
export function openVocabulary(database: Database): void {
  database.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'search', 'row')`,
  );
}

function isUnknown(database: Database, token: Token, languages: readonly StemLanguage[]): boolean {
  const { term, word } = token;
  if (term.length < SHORTEST || word === undefined || isUnspaced(term) || /\p{N}/u.test(term)) return false;
  const forms = new Set([term, ...languages.map((language) => stem(word, language))]);
  return countMatches(database, [...forms].map((form) => `"${form}"`).join(' OR '), 1) === 0;
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
    .filter(({ term }) => !/\p{N}/u.test(term))
    .map(({ term, items }) => ({ term, items, distance: editDistance(word, term, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance || other.items - one.items);
  for (const { term } of candidates.slice(0, LOOKED_UP)) {
    const found = wordAsItStands(database, term, word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Gives the word for which a term stands in the newest item that has it: the likest to what was typed. */
function wordAsItStands(database: Database, wanted: string, typed: string): string | undefined {
  const row = database
    .prepare(
      `SELECT item.headline, byline, outlet, language, text FROM item
       LEFT JOIN revision ON revision.item_id = item.id AND ordinal = item.revision
       WHERE item.id = (SELECT max(rowid) FROM search WHERE search MATCH ?)`,
    )
    .get(`"${wanted}"`);
  if (row === undefined) return undefined;
  const item = {
    headline: text(row['headline']),
    byline: optionalText(row['byline']),
    outlet: optionalText(row['outlet']),
    language: optionalText(row['language']),
    text: optionalText(row['text']) ?? '',
  };
  const language = itemLanguage(item);
  const words = tokens([item.headline, item.byline, item.outlet, item.text].join(' '))
    .filter(({ term, word }) => term === wanted || (word !== undefined && stem(word, language) === wanted))
    .map(({ term, word }) => ({ word, distance: editDistance(typed, term, typed.length) }))
    .sort((one, other) => one.distance - other.distance);
  return words[0]?.word;
}
