// Reads what SQLite's integrity check says: which tables are hit, and what can be made anew from the others.

/** A table or index of the file and where its tree begins, from `sqlite_schema`. */
export interface Tree {
  readonly rootPage: number;
  readonly kind: string;
  readonly name: string;
}

export interface Damage {
  /** The full-text index, which is made anew from the items. */
  readonly search: boolean;
  /** Indexes whose own pages are damaged. */
  readonly indexes: readonly string[];
  /** Whether an index lacks rows of its table, or pages are used by nothing. */
  readonly untidy: boolean;
  /** Tables whose rows stand nowhere else. */
  readonly tables: readonly string[];
}

const TREE = /^Tree (\d+)/;
const INDEX = /(?:missing from index|entries in index|non-unique entry in index)/;
const UNUSED = /^(?:Freelist:|Page \d+: never used|Page \d+ is never used)/;
const ELSEWHERE = 'others';

/**
 * Sorts the lines of `PRAGMA integrity_check` by what they mean for the person.
 *
 * @param lines The check's rows, each of one or more lines; none where all is well.
 * @param searchTable Name of the FTS5 table; its shadow tables have names that begin with it and a low line.
 * @example damageOf(['Tree 4 page 9: …'], [{ rootPage: 4, kind: 'table', name: 'search_data' }], 'search') has only
 * `search` set.
 */
export function damageOf(rows: readonly string[], trees: readonly Tree[], searchTable: string): Damage {
  const names = new Map(trees.map((tree) => [tree.rootPage, tree]));
  const tables = new Set<string>();
  let search = false;
  const indexes = new Set<string>();
  let untidy = false;
  for (const line of rows.flatMap((row) => row.split('\n'))) {
    if (line === 'ok' || line === '' || line.startsWith('***')) continue;
    const page = TREE.exec(line)?.[1];
    const tree = page === undefined ? undefined : names.get(Number(page));
    if (tree?.name.startsWith(`${searchTable}_`) === true || isAboutSearch(line, searchTable)) search = true;
    else if (tree?.kind === 'index') indexes.add(tree.name);
    else if (INDEX.test(line) || UNUSED.test(line)) untidy = true;
    else tables.add(tree?.name ?? ELSEWHERE);
  }
  return { search, indexes: [...indexes], untidy, tables: [...tables] };
}

function isAboutSearch(line: string, searchTable: string): boolean {
  return /\bfts5\b/i.test(line) && (line.includes(searchTable) || !line.includes('table'));
}
