// Long work on the whole library, in a thread and over a connection of its own, so that reading and searching go on.

import { sentenceOf, UserError, type Sentence } from '../core/model/userError.ts';
import type { CheckReport } from './library.ts';
import type { Implementation } from './rpc.ts';
import { backUp, type BackupOutcome } from './store/backups.node.ts';
import { checkLibrary, type CheckProgress } from './store/checkLibrary.ts';
import { withFileLock } from './store/fileLock.node.ts';
import { openLibraryFile } from './store/openLibraryFile.node.ts';
import { salvage, type Salvaged } from './store/salvage.node.ts';
import { faultOf, faultSentence } from './store/sqliteFault.ts';

export interface Upkeep {
  /** Makes a backup where one is due; another window that is at it goes first. */
  backUp(): Promise<BackupOutcome>;
  check(): Promise<CheckReport>;
  /** Takes in what can still be read of damaged files that were set aside; says what it brought back, if anything. */
  salvage(): Promise<readonly Sentence[]>;
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
          return { sentences: [sentenceOf(faultSentence('damaged'))], details: [], needsBackup: true };
        }
        try {
          return checkLibrary(file.database, file.kind === 'writable', onProgress);
        } finally {
          file.database.close();
        }
      }),
    salvage: () =>
      explaining(() => {
        const salvaged = withFileLock(path, 0, () => salvage(path, now()));
        return salvaged === undefined ? [] : salvagedSentences(salvaged);
      }),
  };
}

function salvagedSentences({ added, updated, unreadable }: Salvaged): readonly Sentence[] {
  return [
    ...(added === 0
      ? []
      : [
          added === 1
            ? sentenceOf('1 item that came after the backup was read from the damaged file.')
            : sentenceOf('{0} items that came after the backup were read from the damaged file.', added),
        ]),
    ...(updated === 0
      ? []
      : [
          updated === 1
            ? sentenceOf('What has changed since in 1 other was read from it too.')
            : sentenceOf('What has changed since in {0} others was read from it too.', updated),
        ]),
    ...(unreadable === 0 ? [] : [sentenceOf('Some of that file cannot be read.')]),
  ];
}

function explaining<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const fault = faultOf(error);
    throw fault === undefined ? error : new UserError(faultSentence(fault));
  }
}
