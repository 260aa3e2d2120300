// The names by which filters choose items. They are compared folded, as words are, which SQLite cannot do, so that
// the library's own names are read and a condition asks for those among them that are meant.

import { foldWord, withoutInvisible } from '../../core/search/foldWord.ts';
import type { Database } from './database.ts';
import { number, text } from './rows.ts';

/** What a library has of names: read when it is first asked for and as it was then, so keep it no longer than a call. */
export interface KnownNames {
  /** The ids of the sources whose title has this in it. */
  sourcesWith(part: string): readonly number[];
  /** The outlets whose name has this in it, as items have them. */
  outletsWith(part: string): readonly string[];
  /** The tags of this name, as items have them. */
  tagsOf(name: string): readonly string[];
}

/** Each name is found from the one before it, however many items have it. */
const OUTLETS = `WITH RECURSIVE known (name) AS (
    SELECT min(outlet) FROM item WHERE outlet IS NOT NULL
    UNION ALL SELECT (SELECT min(outlet) FROM item WHERE outlet > known.name) FROM known WHERE name IS NOT NULL
  ) SELECT name AS value, name FROM known WHERE name IS NOT NULL`;
const TAGS = `WITH RECURSIVE known (name) AS (
    SELECT min(name) FROM tag
    UNION ALL SELECT (SELECT min(tag.name) FROM tag WHERE tag.name > known.name) FROM known WHERE name IS NOT NULL
  ) SELECT name AS value, name FROM known WHERE name IS NOT NULL`;

interface Name<T> {
  readonly value: T;
  readonly folded: string;
}

export function knownNames(database: Database): KnownNames {
  const sources = names(database, 'SELECT id AS value, title AS name FROM source', number);
  const outlets = names(database, OUTLETS, text);
  const tags = names(database, TAGS, text);
  return {
    sourcesWith: (part) => chosen(sources(), containing(part)),
    outletsWith: (part) => chosen(outlets(), containing(part)),
    tagsOf(name) {
      const wanted = foldName(name);
      return chosen(tags(), (folded) => folded === wanted);
    },
  };
}

/** Gives a name as names are compared: "Le  Monde" and "LE MONDE" give "le monde". */
export function foldName(name: string): string {
  return foldWord(withoutInvisible(name)).replace(/\s+/gu, ' ').trim();
}

function names<T>(
  database: Database,
  sql: string,
  valueOf: (value: string | number | null | undefined) => T,
): () => readonly Name<T>[] {
  let read: readonly Name<T>[] | undefined;
  return () =>
    (read ??= database
      .prepare(sql)
      .all()
      .map((row) => ({ value: valueOf(row['value']), folded: foldName(text(row['name'])) })));
}

function containing(part: string): (folded: string) => boolean {
  const wanted = foldName(part);
  return (folded) => wanted !== '' && folded.includes(wanted);
}

function chosen<T>(all: readonly Name<T>[], isMeant: (folded: string) => boolean): readonly T[] {
  return all.filter(({ folded }) => isMeant(folded)).map(({ value }) => value);
}
