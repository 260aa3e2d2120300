// Opens the library's file so that it survives a crash at any moment, and for reading alone where it cannot be
// written.

import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../core/model/userError.ts';
import { listBackups } from './backups.node.ts';
import type { Database } from './database.ts';
import { openNodeDatabase } from './database.node.ts';
import { isNewer, migrate, NEWER } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { faultOf, faultSentence } from './sqliteFault.ts';

export type LibraryFile =
  | { readonly kind: 'writable'; readonly database: Database }
  /** The sentence says why nothing can be changed. */
  | { readonly kind: 'readable'; readonly database: Database; readonly sentence: string }
  | { readonly kind: 'damaged' };

export interface OpenOptions {
  /** The steps of the schema, where they are not those of this version. */
  readonly steps?: readonly string[];
  /** Whether the schema may be edited as a table, which a repair needs. */
  readonly editableSchema?: boolean;
}

/** Keys come in any order: a transaction of a thousand items touches this much, and spills what does not fit. */
const CACHE_KIB = 16 * 1024;

/** Pages of the log that are gathered before they go into the file: what many commits touch is written there once. */
const LOG_PAGES = 4000;

/**
 * Opens or makes the file, at the current schema. It has a write-ahead log, so that other windows read while one
 * writes, and each commit waits for the disk, so that neither a process that dies nor a power cut takes what was
 * acknowledged.
 *
 * @throws UserError where this host's SQLite has no full-text search, or where there is nothing to read and nothing
 * can be written.
 */
export function openLibraryFile(
  path: string,
  { steps = MIGRATIONS, editableSchema = false }: OpenOptions = {},
): LibraryFile {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  // SQLite takes an empty file for a new library.
  if (size === 0 && listBackups(path).length > 0) return { kind: 'damaged' };
  try {
    if (size === undefined) mkdirSync(dirname(path), { recursive: true });
    // SQLite itself would open it for reading without a word.
    else accessSync(path, constants.W_OK);
    return openForWriting(path, steps, editableSchema);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'damaged' || fault === 'index damaged') return { kind: 'damaged' };
    if (size === undefined || size === 0 || (fault !== 'read-only' && fault !== 'unreachable')) throw error;
    return openForReading(path, steps, faultSentence('read-only'));
  }
}

function openForWriting(path: string, steps: readonly string[], editableSchema: boolean): LibraryFile {
  const database = openNodeDatabase(path, { editableSchema });
  try {
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
      PRAGMA journal_size_limit = ${64 * 1024 * 1024}; PRAGMA cache_size = ${-CACHE_KIB}; PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
    needFullText(database);
    if (isNewer(database, steps)) {
      database.close();
      return openForReading(path, steps, NEWER);
    }
    migrate(database, steps);
    return { kind: 'writable', database };
  } catch (error) {
    database.close();
    throw error;
  }
}

function openForReading(path: string, steps: readonly string[], sentence: string): LibraryFile {
  const database = openAnyhow(path);
  if (database === undefined) return { kind: 'damaged' };
  const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (done >= steps.length) return { kind: 'readable', database, sentence };
  database.close();
  throw new UserError(
    'This library comes from an older version of Broadsheet and its disk or file is read-only, so that it cannot be brought up to date.',
  );
}

/** Where the log's own files cannot be made, as on a read-only disk, the file is read as one that never changes. */
function openAnyhow(path: string): Database | undefined {
  for (const place of [path, `${pathToFileURL(path).href}?immutable=1`]) {
    const database = openNodeDatabase(place, { readOnly: true });
    try {
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
      return database;
    } catch (error) {
      database.close();
      if (faultOf(error) === 'damaged') return undefined;
    }
  }
  throw new UserError(faultSentence('unreachable'));
}

function needFullText(database: Database): void {
  const { enabled } =
    database.prepare(`SELECT sqlite_compileoption_used('ENABLE_FTS5') AS enabled`).get() ?? {};
  if (enabled === 1) return;
  throw new UserError(
    'Broadsheet needs full-text search in SQLite, which this editor lacks. Update VS Code to 1.125 or later.',
  );
}
