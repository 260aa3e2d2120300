// Brings a library's file to the schema of this version.

import { UserError } from '../../core/model/userError.ts';
import { inTransaction, type Database } from './database.ts';
import { MIGRATIONS } from './migrations.ts';
import { finishIndex, isUnfinished } from './rebuildIndex.ts';

/** Why a file of a newer version is only read. */
export const NEWER =
  'This library was last used by a newer version of Broadsheet, so that it can be read but not changed. Update Broadsheet.';

/**
 * Runs the steps that the file has not seen, each in a transaction of its own, and counts them in `user_version`. A
 * search index that a step emptied is filled again.
 *
 * @throws UserError where the file was made by a newer version.
 */
export function migrate(database: Database, steps: readonly string[] = MIGRATIONS): void {
  if (isNewer(database, steps)) throw new UserError(NEWER);
  const before = version(database);
  for (let next = before; next < steps.length; next++) {
    inTransaction(database, () => {
      // Another window may have done this step while this one waited for the lock.
      if (version(database) > next) return;
      database.exec(steps[next] ?? '');
      database.exec(`PRAGMA user_version = ${next + 1}`);
    });
  }
  if (before < steps.length && isUnfinished(database)) finishIndex(database);
}

/** Whether the file has seen more steps than this version knows. */
export function isNewer(database: Database, steps: readonly string[] = MIGRATIONS): boolean {
  return version(database) > steps.length;
}

function version(database: Database): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}
