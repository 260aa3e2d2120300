// Keeps the full-text index and asks it.

import type { ItemId } from '../../core/model/ids.ts';
import { guessLanguage } from '../../core/search/guessLanguage.ts';
import { indexText } from '../../core/search/indexText.ts';
import { STEM_LANGUAGES, stemLanguage, type StemLanguage } from '../../core/search/stem.ts';
import { indexWords } from '../../core/search/indexWords.ts';
import type { Database, SqlValue } from './database.ts';
import { number, text } from './rows.ts';
import type { Condition } from './searchCondition.ts';

// A word in the headline weighs most, then one in the byline or outlet; a word that also has the very form that was
// asked for weighs a little more than one that shares its stem.
const RANK = 'bm25(search, 4.0, 2.0, 1.0, 0.3)';

// A sentence is answered by what a text is about, and less by a word in a headline.
const SENTENCE_RANK = 'bm25(search, 2.0, 1.0, 1.0, 0.0)';

// Ranking a match costs the same for a rare word and a common one, so that only this many of the newest are ranked.
const CANDIDATES = 2000;

/** The beginning of a text, in UTF-16 units, has enough words to judge its language by. */
const JUDGED = 4000;

export interface IndexedFields {
  readonly headline: string;
  readonly byline: string | undefined;
  readonly outlet: string | undefined;
  readonly language: string | undefined;
  readonly text: string;
}

export interface Ranked {
  readonly id: ItemId;
  /** Greater is better. */
  readonly score: number;
  /** The time that lists order it by, in milliseconds since 1970. */
  readonly time: number;
}

/** Puts an item into the index, in place of what may stand there. */
export function indexItem(database: Database, id: ItemId, item: IndexedFields): void {
  database.prepare('DELETE FROM search WHERE rowid = ?').run(id);
  indexNewItem(database, id, item);
}

/** Puts an item into the index that is not in it. */
export function indexNewItem(database: Database, id: ItemId, item: IndexedFields): void {
  const headline = indexWords(item.headline);
  const body = indexWords(item.text);
  const language = languageOf(item.language, headline.terms, body.terms);
  if (language !== undefined) {
    database.prepare('INSERT OR IGNORE INTO stem_language (language) VALUES (?)').run(language);
  }
  const forms = new Set<string>();
  const headlineTerms = indexText(headline, language, forms);
  const bodyTerms = indexText(body, language, forms);
  const byline = item.byline === undefined ? (item.outlet ?? '') : `${item.byline} ${item.outlet ?? ''}`;
  database
    .prepare('INSERT INTO search (rowid, headline, byline, body, forms) VALUES (?, ?, ?, ?, ?)')
    .run(id, headlineTerms, indexText(indexWords(byline), undefined, forms), bodyTerms, [...forms].join(' '));
}

/** Gives the language by whose stems an item is indexed: the one it says, else the one it reads like. */
export function itemLanguage({ language, headline, text: body }: IndexedFields): StemLanguage | undefined {
  return languageOf(
    language,
    indexWords(headline).terms,
    language === undefined ? indexWords(body.slice(0, JUDGED)).terms : [],
  );
}

function languageOf(
  said: string | undefined,
  headline: readonly string[],
  body: readonly string[],
): StemLanguage | undefined {
  if (said !== undefined) return stemLanguage(said);
  return guessLanguage(body.length === 0 ? headline : body);
}

/** The languages in which the library has items. */
export function indexLanguages(database: Database): readonly StemLanguage[] {
  const found = new Set(
    database
      .prepare('SELECT language FROM stem_language')
      .all()
      .map((row) => text(row['language'])),
  );
  return STEM_LANGUAGES.filter((language) => found.has(language));
}

/** Ranks the newest items that match an FTS5 expression and a condition, best first. */
export function rankNewest(
  database: Database,
  match: string,
  condition: Condition | undefined,
  limit: number,
): Ranked[] {
  const join = condition === undefined ? '' : 'JOIN item ON item.id = search.rowid';
  const where = condition === undefined ? '' : `AND ${condition.sql}`;
  return ranked(
    database,
    withTimes(
      `SELECT id, score FROM (
         SELECT search.rowid AS id, ${RANK} AS score FROM search ${join} WHERE search MATCH ? ${where}
         ORDER BY search.rowid DESC LIMIT ${CANDIDATES}
       ) ORDER BY score LIMIT ?`,
    ),
    [match, ...(condition?.values ?? []), limit],
  );
}

/** Gives the newest items that match an FTS5 expression. */
export function newestMatching(database: Database, match: string): ReadonlySet<ItemId> {
  const row = database
    .prepare(
      `SELECT json_group_array(id) AS ids FROM (
         SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ${CANDIDATES})`,
    )
    .get(match);
  return new Set(JSON.parse(text(row?.['ids'])) as readonly ItemId[]);
}

/**
 * Ranks all items that match an FTS5 expression and a condition, best first; the time grows with their number, so keep
 * it small.
 */
export function rankAll(
  database: Database,
  match: string,
  condition: Condition | undefined,
  limit: number,
): Ranked[] {
  // Read from the index outwards: a match of one item at a time would look the words up for each.
  const join = condition === undefined ? '' : 'CROSS JOIN item ON item.id = search.rowid';
  const where = condition === undefined ? '' : `AND ${condition.sql}`;
  return ranked(
    database,
    withTimes(
      `SELECT search.rowid AS id, ${SENTENCE_RANK} AS score FROM search ${join} WHERE search MATCH ? ${where}
       ORDER BY score LIMIT ?`,
    ),
    [match, ...(condition?.values ?? []), limit],
  );
}

/** Gives the newest items that meet a condition, by the time that lists order them by. */
export function newestMeeting(
  database: Database,
  condition: Condition | undefined,
  limit: number,
): readonly Ranked[] {
  const where = condition === undefined ? '' : `WHERE ${condition.sql} `;
  return ranked(
    database,
    `SELECT id, -sort_at AS score, sort_at AS time FROM item ${where}ORDER BY sort_at DESC, id DESC LIMIT ?`,
    [...(condition?.values ?? []), limit],
  );
}

/** Counts the items that match an FTS5 expression, up to a limit. */
export function countMatches(database: Database, match: string, limit: number): number {
  const row = database
    .prepare('SELECT count(*) AS matches FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)')
    .get(match, limit);
  return number(row?.['matches']);
}

/** Selects the times as well, for the best alone. */
function withTimes(best: string): string {
  return `SELECT id, score, (SELECT sort_at FROM item WHERE item.id = best.id) AS time FROM (${best}) AS best`;
}

function ranked(database: Database, sql: string, values: readonly SqlValue[]): Ranked[] {
  return database
    .prepare(sql)
    .all(...values)
    .map(({ id, score, time }) => ({
      id: number(id) as ItemId,
      score: -number(score),
      time: Number(time ?? 0),
    }));
}
