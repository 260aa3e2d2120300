// Takes lines of an exported file into the library; taking them twice changes nothing.

import type { ImportCounts, ImportPage } from '../../core/model/transfer.ts';
import { UserError } from '../../core/model/userError.ts';
import { headerProblem } from '../../core/transfer/exportFormat.ts';
import { inTransaction, type Database, type Row } from './database.ts';
import {
  FILE_COLUMNS,
  insertSql,
  RULE_COLUMNS,
  SEARCH_COLUMNS,
  SOURCE_COLUMNS,
  TOMBSTONE_COLUMNS,
  valuesOf,
} from './exportedColumns.ts';
import { exportedLine, type ExportedItem, type ExportedLine } from './exportedLine.ts';
import { freeId, importItem, type ImportOutcome } from './importItem.ts';
import { number } from './rows.ts';
import { bringBack } from './sources.ts';

/**
 * Takes one page in, in one transaction: all of it or nothing. Sources are known by their URI and items by the names
 * that sources have for them. Of a known item the newer facts and the newer status stay, and every revision.
 *
 * @throws UserError where the file is not an export, of a newer version, or damaged in one of the lines.
 */
export function importPage(database: Database, page: ImportPage): ImportCounts {
  const problem = headerProblem(page.header);
  if (problem !== undefined) throw new UserError(problem, page.name);
  const lines = page.lines.map((text, index) => {
    const line = exportedLine(text);
    if (line === undefined) throw damaged(page, index);
    return line;
  });
  return inTransaction(database, () => {
    const counts = { added: 0, updated: 0, unchanged: 0 };
    const sources = sourceFinder(database);
    lines.forEach((line, index) => {
      const outcome = importLine(database, line, sources);
      if (outcome === 'homeless') throw damaged(page, index);
      if (outcome !== undefined) counts[outcome]++;
    });
    return counts;
  });
}

/** Gives the number of the source with a URI; undefined for one that the file did not bring. */
type SourceFinder = (uri: string) => number | undefined;

function importLine(
  database: Database,
  line: ExportedLine,
  sources: SourceFinder,
): ImportOutcome | 'homeless' | undefined {
  switch (line.type) {
    case 'source':
      importSource(database, line.id, line.row);
      return undefined;
    case 'search':
      database
        .prepare(insertSql('INSERT OR IGNORE', 'saved_search', ['id'], SEARCH_COLUMNS))
        .run(freeId(database, 'saved_search', line.id), ...valuesOf(SEARCH_COLUMNS, line.row));
      return undefined;
    case 'rule':
      database
        .prepare(insertSql('INSERT OR IGNORE', 'rule', ['id'], RULE_COLUMNS))
        .run(freeId(database, 'rule', line.id), ...valuesOf(RULE_COLUMNS, line.row));
      return undefined;
    case 'file':
      importNamed(
        database,
        insertSql('INSERT OR IGNORE', 'file', ['source_id'], FILE_COLUMNS),
        sources(line.source),
        valuesOf(FILE_COLUMNS, line.row),
      );
      return undefined;
    case 'tombstone':
      importTombstone(database, sources(line.source), line.row);
      return undefined;
    case 'item':
      return importAt(database, line, sources);
    case 'end':
      return undefined;
  }
}

function importAt(database: Database, line: ExportedItem, sources: SourceFinder): ImportOutcome | 'homeless' {
  const withSource = (rows: readonly Row[]): Row[] =>
    rows.flatMap(({ source, ...row }) => {
      const id = sources(String(source));
      return id === undefined ? [] : [{ ...row, source_id: id }];
    });
  const identities = withSource(line.identities);
  const listings = withSource(line.listings);
  const home = sources(line.source);
  return home === undefined ? 'homeless' : importItem(database, { ...line, home, identities, listings });
}

/** A known source keeps its title and rule, and is listed again if it had been removed here but not there. */
function importSource(database: Database, id: number, row: Row): void {
  const known = database.prepare('SELECT id FROM source WHERE uri = ?').get(row['uri'] ?? null);
  if (known !== undefined) {
    if (row['removed'] === 0) bringBack(database, number(known['id']));
    return;
  }
  database
    .prepare(insertSql('INSERT', 'source', ['id'], SOURCE_COLUMNS))
    .run(freeId(database, 'source', id), ...valuesOf(SOURCE_COLUMNS, row));
}

function importTombstone(database: Database, source: number | undefined, row: Row): void {
  const isHere = 'SELECT 1 FROM identity WHERE source_id = ? AND guid = ?';
  if (database.prepare(isHere).get(source ?? null, row['guid'] ?? null) !== undefined) return;
  importNamed(
    database,
    insertSql('INSERT OR IGNORE', 'tombstone', ['source_id'], TOMBSTONE_COLUMNS),
    source,
    valuesOf(TOMBSTONE_COLUMNS, row),
  );
}

function importNamed(
  database: Database,
  sql: string,
  source: number | undefined,
  values: ReturnType<typeof valuesOf>,
): void {
  if (source !== undefined) database.prepare(sql).run(source, ...values);
}

function sourceFinder(database: Database): SourceFinder {
  const known = new Map<string, number>();
  return (uri) => {
    const id = known.get(uri) ?? database.prepare('SELECT id FROM source WHERE uri = ?').get(uri)?.['id'];
    if (id === undefined) return undefined;
    known.set(uri, number(id));
    return number(id);
  };
}

function damaged({ name, firstLine }: ImportPage, index: number): UserError {
  return new UserError(
    'Line {0} of {1} is damaged. What stands before it was imported; export the library again to import the rest.',
    firstLine + index,
    name,
  );
}
