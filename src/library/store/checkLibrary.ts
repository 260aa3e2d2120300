// Checks a library from end to end, and repairs what can be made anew from the items.

import { sentenceOf, type Sentence } from '../../core/model/userError.ts';
import type { CheckReport } from '../library.ts';
import { repairCounters, repairLinks } from './checkRows.ts';
import { damageOf, type Damage } from './damage.ts';
import type { Database } from './database.ts';
import { recreateIndexes } from './recreate.ts';
import { indexItems, rebuildIndex, removeGhosts, unindexedItems } from './rebuildIndex.ts';
import { number, text } from './rows.ts';
import { faultOf } from './sqliteFault.ts';

/** Called before each step with what it does, and with its share from 0 to 1 where it has one. */
export type CheckProgress = (step: string, share: number | undefined) => void;

/**
 * Reads every page, compares the index with the items and the counters with the lists, and repairs. Other windows
 * read and write meanwhile.
 *
 * Tables are only ever repaired from other tables: where rows themselves are damaged nothing is touched, and the
 * report says that a backup is needed.
 *
 * @param mayRepair False where the file cannot be written; what is wrong is then only reported.
 */
export function checkLibrary(database: Database, mayRepair: boolean, progress: CheckProgress): CheckReport {
  progress('Reading every page of the file', undefined);
  const lines = integrityLines(database);
  const damage = damageOf(lines, trees(database), 'search');
  if (damage.tables.length > 0) return report([], lines, true);
  if (!mayRepair) return report(lines.length > 0 ? [UNREPAIRED] : [], lines, false);
  try {
    return report(repair(database, damage, progress), lines, false);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return report([], [...lines, String(error)], true);
  }
}

const UNREPAIRED = sentenceOf(
  'The library’s indexes are damaged, and can only be repaired where the file can be written.',
);

/** What was found, each with what was done about it. */
function repair(database: Database, damage: Damage, progress: CheckProgress): readonly Sentence[] {
  const found: Sentence[] = [];
  const untidy = damage.indexes.length > 0 || damage.untidy;
  if (untidy) {
    progress('Making the lists’ indexes anew', undefined);
    recreateIndexes(database, damage.indexes);
    database.exec('REINDEX');
    found.push(sentenceOf('An index of the lists was damaged and was made anew.'));
  }
  progress('Comparing the search index with the items', undefined);
  if (damage.search) {
    rebuildIndex(database, (share) => progress('Making the search index anew', share));
    found.push(sentenceOf('The search index was damaged and was made anew from the items.'));
  } else {
    found.push(...completeIndex(database, progress));
  }
  progress('Counting', undefined);
  const links = repairLinks(database);
  if (links > 0) found.push(linksSentence(links));
  const counters = repairCounters(database);
  if (damage.search || untidy) {
    progress('Tidying the file', undefined);
    // Gives back the pages that the damaged ones had.
    database.exec('VACUUM');
  }
  if (counters > 0) found.push(countersSentence(counters));
  return found;
}

function completeIndex(database: Database, progress: CheckProgress): readonly Sentence[] {
  const missing = unindexedItems(database);
  indexItems(database, missing, (share) => progress('Adding what the search index lacks', share));
  const ghosts = removeGhosts(database);
  return [
    ...(missing.length > 0 ? [missingSentence(missing.length)] : []),
    ...(ghosts > 0 ? [ghostsSentence(ghosts)] : []),
  ];
}

function missingSentence(count: number): Sentence {
  return count === 1
    ? sentenceOf('1 item missing from the search index was added.')
    : sentenceOf('{0} items missing from the search index were added.', count);
}

function ghostsSentence(count: number): Sentence {
  return count === 1
    ? sentenceOf('1 item of the search index that is gone was taken out.')
    : sentenceOf('{0} items of the search index that are gone were taken out.', count);
}

function linksSentence(count: number): Sentence {
  return count === 1
    ? sentenceOf('1 entry of items that are gone was taken out.')
    : sentenceOf('{0} entries of items that are gone were taken out.', count);
}

function countersSentence(count: number): Sentence {
  return count === 1
    ? sentenceOf('The counts of 1 source were wrong and were corrected.')
    : sentenceOf('The counts of {0} sources were wrong and were corrected.', count);
}

function isDamage(error: unknown): boolean {
  const fault = faultOf(error);
  return fault === 'damaged' || fault === 'index damaged';
}

/**
 * The check's rows, those of FTS5's own check among them (SQLite 3.44 on). Bad damage ends it with an error; then its
 * first row tells which trees are hit.
 */
function integrityLines(database: Database): readonly string[] {
  const check = database.prepare('PRAGMA integrity_check');
  try {
    return check
      .all()
      .map(toLine)
      .filter((line) => line !== 'ok');
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'index damaged') return ['fts5: the search index is damaged'];
    if (fault !== 'damaged') throw error;
    return [firstLine(database) ?? 'The check itself stopped at damaged pages.'];
  }
}

function firstLine(database: Database): string | undefined {
  try {
    const row = database.prepare('PRAGMA integrity_check').get();
    return row && toLine(row);
  } catch {
    return undefined;
  }
}

function toLine(row: Readonly<Record<string, unknown>>): string {
  return String(row['integrity_check']);
}

function trees(database: Database): Parameters<typeof damageOf>[1] {
  return database
    .prepare('SELECT rootpage, type, name FROM sqlite_schema WHERE rootpage > 0')
    .all()
    .map((row) => ({ rootPage: number(row['rootpage']), kind: text(row['type']), name: text(row['name']) }));
}

function report(found: readonly Sentence[], details: readonly string[], needsBackup: boolean): CheckReport {
  return { sentences: sentencesOf(found, needsBackup), details, needsBackup };
}

function sentencesOf(found: readonly Sentence[], needsBackup: boolean): readonly Sentence[] {
  if (needsBackup)
    return [sentenceOf('The library’s file is damaged in places that cannot be made anew from others.')];
  if (found.length === 0)
    return [sentenceOf('The library is sound: its file, its search index and its counts.')];
  return [sentenceOf('The library was checked.'), ...found];
}
