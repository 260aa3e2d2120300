// Reads what a damaged file that was set aside still has, and adds it to the library that took its place.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../core/model/userError.ts';
import { exportHeader } from '../../core/transfer/exportFormat.ts';
import type { Database } from './database.ts';
import { openNodeDatabase } from './database.node.ts';
import { exportedLine } from './exportedLine.ts';
import { importPage } from './importPage.ts';
import { MIGRATIONS } from './migrations.ts';
import { openLibraryFile } from './openLibraryFile.node.ts';
import { readableLines, type ReadableLine } from './readableLines.ts';
import { faultOf } from './sqliteFault.ts';

export interface Salvaged {
  readonly added: number;
  readonly updated: number;
  /** Places where one or more lines could not be read whole. */
  readonly unreadable: number;
}

/** So many at a time, between which other windows write. */
const LINES = 200;
/** What stands where bytes were no text. */
const NO_TEXT = /\uFFFD|\0/;
const NOTHING: Salvaged = { added: 0, updated: 0, unreadable: 0 };

/** Remembers beside the library that a file set aside is still to be read. */
export function noteUnread(path: string, aside: string): void {
  writeFileSync(noteOf(path), basename(aside));
}

/** Whether a file was set aside that nobody has read yet. */
export function isSalvageDue(path: string): boolean {
  return existsSync(noteOf(path));
}

/**
 * Adds what the file that was set aside last still gives: of an item that both know, the newer facts and every revision.
 * The file itself is only read. The caller holds the library's lock.
 *
 * @throws UserError where the library cannot be written; then it is tried again later.
 */
export function salvage(path: string, now: number): Salvaged {
  if (!isSalvageDue(path)) return NOTHING;
  const aside = join(dirname(path), readFileSync(noteOf(path), 'utf8'));
  const file = openLibraryFile(path);
  if (file.kind !== 'writable') {
    if (file.kind === 'readable') file.database.close();
    return NOTHING;
  }
  try {
    const salvaged = existsSync(aside) ? addFrom(aside, file.database, now) : NOTHING;
    rmSync(noteOf(path), { force: true });
    return salvaged;
  } finally {
    file.database.close();
  }
}

function addFrom(aside: string, library: Database, now: number): Salvaged {
  const damaged = openDamaged(aside);
  if (damaged === undefined) return NOTHING;
  try {
    const header = exportHeader(new Date(now).toISOString());
    let salvaged = NOTHING;
    for (const lines of inGroups(readableLines(damaged)))
      salvaged = sum(salvaged, add(library, header, basename(aside), lines));
    return salvaged;
  } finally {
    damaged.close();
  }
}

/** Undefined where nothing can be read, or where it was not written by this version. */
function openDamaged(path: string): Database | undefined {
  const database = openNodeDatabase(path, { readOnly: true, editableSchema: true });
  try {
    // SQLite reads a file that was cut off only where it may be repaired.
    database.exec('PRAGMA writable_schema = ON');
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    if (version === MIGRATIONS.length) return database;
  } catch (error) {
    if (faultOf(error) !== 'damaged') {
      database.close();
      throw error;
    }
  }
  database.close();
  return undefined;
}

/** All lines at once, or one by one where one of them cannot be taken. */
function add(library: Database, header: string, name: string, lines: readonly ReadableLine[]): Salvaged {
  const whole = lines.filter((line) => line !== undefined).filter(isWhole);
  const unreadable = lines.length - whole.length;
  try {
    return { ...importPage(library, { header, name, firstLine: 1, lines: whole }), unreadable };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (whole.length <= 1) return { ...NOTHING, unreadable: lines.length };
    return whole.map((line) => add(library, header, name, [line])).reduce(sum, { ...NOTHING, unreadable });
  }
}

function isWhole(line: string): boolean {
  return !NO_TEXT.test(line) && exportedLine(line) !== undefined;
}

function sum(one: Salvaged, other: Salvaged): Salvaged {
  return {
    added: one.added + other.added,
    updated: one.updated + other.updated,
    unreadable: one.unreadable + other.unreadable,
  };
}

function* inGroups(lines: Iterable<ReadableLine>): Generator<readonly ReadableLine[]> {
  let group: ReadableLine[] = [];
  for (const line of lines) {
    group.push(line);
    if (group.length < LINES) continue;
    yield group;
    group = [];
  }
  yield group;
}

function noteOf(path: string): string {
  return `${path}-unread`;
}
