// Opens the library's file so that it survives a crash at any moment.

import { UserError } from '../../core/model/userError.ts';
import type { Database } from './database.ts';
import { openNodeDatabase } from './database.node.ts';

/**
 * Opens or makes the file with a write-ahead log: other windows read while one writes, and a process that dies
 * loses nothing that was committed.
 *
 * @throws UserError where this host's SQLite has no full-text search.
 */
export function openLibraryFile(path: string): Database {
  const database = openNodeDatabase(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  const { enabled } =
    database.prepare(`SELECT sqlite_compileoption_used('ENABLE_FTS5') AS enabled`).get() ?? {};
  if (enabled === 1) return database;
  database.close();
  throw new UserError(
    'Broadsheet needs full-text search in SQLite, which this editor lacks. Update VS Code to 1.125 or later.',
  );
}
