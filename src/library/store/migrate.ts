// Brings a library's file to the schema of this version.

import { UserError } from '../../core/model/userError.ts';
import { inTransaction, type Database } from './database.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Runs the steps that the file has not seen, each in a transaction of its own, and counts them in `user_version`.
 *
 * @throws UserError where the file was made by a newer version.
 */
export function migrate(database: Database): void {
  const done = version(database);
  if (done > MIGRATIONS.length) {
    throw new UserError(
      'This library was last used by a newer version of Broadsheet. Update Broadsheet to open it; nothing was changed.',
    );
  }
  for (let next = done; next < MIGRATIONS.length; next++) {
    inTransaction(database, () => {
      // Another window may have done this step while this one waited for the lock.
      if (version(database) > next) return;
      database.exec(MIGRATIONS[next] ?? '');
      database.exec(`PRAGMA user_version = ${next + 1}`);
    });
  }
}

function version(database: Database): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}
