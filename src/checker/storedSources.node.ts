// A library's own file, read and never written.

import { basename } from 'node:path';
import { UserError } from '../core/model/userError.ts';
import { createQuotationCheck } from '../library/store/checkQuotations.ts';
import { openNodeDatabase } from '../library/store/database.node.ts';
import { MIGRATIONS } from '../library/store/migrations.ts';
import type { CheckOne } from './librarySources.node.ts';

/**
 * Opens a library's file; the extension may be using it at the same time.
 *
 * @throws UserError where it is of an earlier or later version than this program.
 */
export function openStoredSources(path: string): CheckOne {
  const database = openNodeDatabase(path, { readOnly: true });
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version !== MIGRATIONS.length)
    throw new UserError(
      `${basename(path)} was written by another version of Broadsheet. Use the same one here, or export the library.`,
    );
  const check = createQuotationCheck(database);
  return (quotation) => check([quotation])[0] ?? { kind: 'unknown key' };
}
