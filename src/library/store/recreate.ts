// Creates indexes anew whose pages are so damaged that SQLite can neither empty nor drop them: their entries are taken
// out of the schema, which leaves their pages behind unread, and the statements that made them are run again.

import { inTransaction, type Database } from './database.ts';
import { text } from './rows.ts';

/** Creates the full-text index anew, empty, with the settings that it had. */
export function recreateSearch(database: Database): void {
  recreate(database, `name = 'search'`, `name = 'search' OR name GLOB 'search[_]*'`);
}

/** Creates these indexes anew and fills them. One that belongs to a constraint cannot be, and is left alone. */
export function recreateIndexes(database: Database, names: readonly string[]): void {
  for (const name of names) {
    const which = `type = 'index' AND sql IS NOT NULL AND name = '${name}'`;
    recreate(database, which, which);
  }
}

function recreate(database: Database, made: string, forgotten: string): void {
  inTransaction(database, () => {
    const statements = database.prepare(`SELECT sql FROM sqlite_schema WHERE ${made}`).all();
    database.exec('PRAGMA writable_schema = ON');
    database.exec(`DELETE FROM sqlite_schema WHERE ${forgotten}`);
    // Ends the editing and reads the schema again.
    database.exec('PRAGMA writable_schema = RESET');
    for (const { sql } of statements) database.exec(text(sql));
  });
}
