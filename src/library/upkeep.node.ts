// Long work on the whole library, in a thread and over a connection of its own, so that reading and searching go on.

import { UserError } from '../core/model/userError.ts';
import type { CheckReport } from './library.ts';
import type { Implementation } from './rpc.ts';
import { backUp, type BackupOutcome } from './store/backups.node.ts';
import { checkLibrary, type CheckProgress } from './store/checkLibrary.ts';
import { withFileLock } from './store/fileLock.node.ts';
import { openLibraryFile } from './store/openLibraryFile.node.ts';
import { faultOf, faultSentence } from './store/sqliteFault.ts';

export interface Upkeep {
  /** Makes a backup where one is due; another window that is at it goes first. */
  backUp(): Promise<BackupOutcome>;
  check(): Promise<CheckReport>;
}

/** Gives the upkeep of the library at `path`; its progress goes out by `onProgress`. */
export function createUpkeep(
  path: string,
  now: () => number,
  onProgress: CheckProgress,
): Implementation<Upkeep> {
  return {
    backUp: () => explaining(() => withFileLock(path, 0, () => backUp(path, now())) ?? 'not due'),
    check: () =>
      explaining(() => {
        const file = openLibraryFile(path, { editableSchema: true });
        if (file.kind === 'damaged') {
          return { sentence: faultSentence('damaged'), details: [], needsBackup: true };
        }
        try {
          return checkLibrary(file.database, file.kind === 'writable', onProgress);
        } finally {
          file.database.close();
        }
      }),
  };
}

function explaining<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const fault = faultOf(error);
    throw fault === undefined ? error : new UserError(faultSentence(fault));
  }
}
