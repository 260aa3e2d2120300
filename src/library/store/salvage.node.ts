// Reads what a damaged file that was set aside still has, and adds it to the library that took its place.

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exportHeader } from '../../core/transfer/exportFormat.ts';
import type { Database } from './database.ts';
import { openNodeDatabase } from './database.node.ts';
import { importPage } from './importPage.ts';
import { MIGRATIONS } from './migrations.ts';
import { openLibraryFile } from './openLibraryFile.node.ts';
import { readableLines, type ReadableLine, type SourceUris } from './readableLines.ts';
import { number, text } from './rows.ts';
import { faultOf } from './sqliteFault.ts';

export interface Salvaged {
  readonly added: number;
  readonly updated: number;
  /** Places where one or more lines could not be read whole. */
  readonly unreadable: number;
}

/** So many at a time, between which other windows write. */
const LINES = 200;
const NOTHING: Salvaged = { added: 0, updated: 0, unreadable: 0 };

/** Remembers beside the library that a file set aside is still to be read, after those that are so already. */
export function noteUnread(path: string, aside: string): void {
  writeNote(path, [...new Set([...unread(path), aside])]);
}

/** The paths of the files set aside that nobody has read yet, the oldest first. */
export function unread(path: string): readonly string[] {
  if (!existsSync(noteOf(path))) return [];
  const names = readFileSync(noteOf(path), 'utf8').split('\n');
  return names.filter((name) => name !== '').map((name) => join(dirname(path), name));
}

/** Whether a file was set aside that nobody has read yet. */
export function isSalvageDue(path: string): boolean {
  return existsSync(noteOf(path));
}

/**
 * Adds what the files that were set aside still give: of an item that both know, the newer facts and every revision.
 * The files themselves are only read. The caller holds the library's lock.
 *
 * @throws UserError where the library cannot be written; then it is tried again later.
 */
export function salvage(path: string, now: number): Salvaged {
  if (!isSalvageDue(path)) return NOTHING;
  const file = openLibraryFile(path);
  if (file.kind !== 'writable') {
    if (file.kind === 'readable') file.database.close();
    return NOTHING;
  }
  try {
    let salvaged = NOTHING;
    let left = unread(path);
    for (const aside of left) {
      if (existsSync(aside)) salvaged = sum(salvaged, addFrom(aside, file.database, now));
      left = left.slice(1);
      writeNote(path, left);
    }
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
    for (const lines of inGroups(readableLines(damaged, urisHere(library))))
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
    database.exec('PRAGMA writable_schema = ON; PRAGMA temp_store = MEMORY');
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    if (version === MIGRATIONS.length) return database;
  } catch (error) {
    const fault = faultOf(error);
    if (fault !== undefined && fault !== 'damaged') {
      database.close();
      throw error;
    }
  }
  database.close();
  return undefined;
}

/** All lines at once, or one by one where one of them cannot be taken. */
function add(library: Database, header: string, name: string, lines: readonly ReadableLine[]): Salvaged {
  const whole = lines.filter((line) => line !== undefined);
  const unreadable = lines.length - whole.length;
  try {
    return { ...importPage(library, { header, name, firstLine: 1, lines: whole }), unreadable };
  } catch (error) {
    // What is wrong with the library's own file or its disk concerns the other lines, too.
    if (faultOf(error) !== undefined) throw error;
    if (whole.length <= 1) return { ...NOTHING, unreadable: lines.length };
    return whole.map((line) => add(library, header, name, [line])).reduce(sum, { ...NOTHING, unreadable });
  }
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

/** A backup has the sources by the same numbers, so that the file's own are needed only for those that are newer. */
function urisHere(library: Database): SourceUris {
  const rows = library.prepare('SELECT id, uri FROM source').all();
  return new Map(rows.map((row) => [number(row['id']), text(row['uri'])]));
}

/** A process that dies leaves the note as it was. */
function writeNote(path: string, asides: readonly string[]): void {
  const note = noteOf(path);
  writeFileSync(`${note}-new`, asides.map((aside) => basename(aside)).join('\n'));
  renameSync(`${note}-new`, note);
}

function noteOf(path: string): string {
  return `${path}-unread`;
}
