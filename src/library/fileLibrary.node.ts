// The library over its file: opened when it is first needed, brought back where it is damaged, opened again where
// another window replaced it; and every fault of the disk as one sentence.

import { statSync } from 'node:fs';
import { sentenceOf, UserError, type Sentence } from '../core/model/userError.ts';
import { createLibrary, type LibraryCalls } from './createLibrary.ts';
import type { LibraryChange, StoredLibrary } from './library.ts';
import type { Implementation } from './rpc.ts';
import { isBackupDue } from './store/backups.node.ts';
import type { Database } from './store/database.ts';
import { isNewer } from './store/migrate.ts';
import { openLibraryFile, type LibraryFile } from './store/openLibraryFile.node.ts';
import { isUnfinished } from './store/rebuildIndex.ts';
import { finishRestore, restore, restoreReadable, type Restored } from './store/restore.node.ts';
import { isSalvageDue } from './store/salvage.node.ts';
import { faultOf, faultSentence } from './store/sqliteFault.ts';
import { throughOne } from './throughOne.ts';

/** What the library's thread announces; upkeep is for the side that started the thread. */
export type ThreadEvent = LibraryChange | { readonly kind: 'upkeep'; readonly work: UpkeepWork };

export type UpkeepWork = 'backup' | 'check' | 'salvage';

/** How often to look for what other windows wrote, in milliseconds; one look costs some 20 µs. */
const LOOK_INTERVAL = 1500;

export interface FileLibraryParts {
  readonly path: string;
  /** After how many milliseconds without a call the library may be backed up. */
  readonly idleAfter: number;
  readonly now: () => number;
  readonly announce: (event: ThreadEvent) => void;
}

interface Opened {
  readonly calls: LibraryCalls;
  readonly database: Database;
  /** Why nothing can be changed; undefined where it can. */
  readonly readOnly: string | undefined;
  /** Tells this file from another that takes its name. */
  readonly file: bigint | undefined;
}

/**
 * Opens the library and gives its calls.
 *
 * A file that cannot be opened at all is set aside and the last backup takes its place, as there is no other way on;
 * the person is told by a notice. One that opens is never replaced but by `restoreBackup`, which a person asks for.
 *
 * @throws UserError where the file can neither be opened nor brought back.
 */
export function openFileLibrary(parts: FileLibraryParts): Implementation<StoredLibrary> {
  const { path, now, announce } = parts;
  let opened: Opened | undefined = open(parts);
  let seen = dataVersion(opened.database);
  let lastCall = now();
  let upkeepAsked = false;
  /** What was asked for last: work that fails again and again keeps no other from its turn. */
  let upkept: UpkeepWork | undefined;

  const leave = (): void => {
    opened?.database.close();
    opened = undefined;
  };

  /** The file that has the library's name now, which another window may have put there. */
  const current = (): Opened => {
    if (opened !== undefined && fileOf(path) !== opened.file) leave();
    if (opened === undefined) {
      opened = open(parts);
      seen = dataVersion(opened.database);
      announce({ kind: 'elsewhere' });
    }
    return opened;
  };

  const look = (): void => {
    const { database, readOnly } = current();
    const version = dataVersion(database);
    if (version !== seen) {
      seen = version;
      // Another window of a newer version has brought the file up to date.
      if (readOnly === undefined && isNewer(database)) leave();
      announce({ kind: 'elsewhere' });
    }
    if (upkeepAsked || readOnly !== undefined || now() - lastCall < parts.idleAfter) return;
    upkeepAsked = true;
    const due: readonly UpkeepWork[] = [
      ...(isSalvageDue(path) ? (['salvage'] as const) : []),
      ...(isUnfinished(database) ? (['check'] as const) : []),
      ...(isBackupDue(path, now()) ? (['backup'] as const) : []),
    ];
    upkept = due.find((work) => work !== upkept) ?? due[0];
    if (upkept !== undefined) announce({ kind: 'upkeep', work: upkept });
  };

  const timer = setInterval(() => {
    // What is wrong now is told by the next call; a timer has nobody to tell.
    try {
      look();
    } catch {
      return;
    }
  }, LOOK_INTERVAL);
  timer.unref();

  const run = async (method: keyof LibraryCalls, values: readonly unknown[]): Promise<unknown> => {
    lastCall = now();
    upkeepAsked = false;
    const { calls, readOnly } = current();
    try {
      const call = calls[method] as (...given: readonly unknown[]) => unknown;
      return await call(...values);
    } catch (error) {
      throw explained(error, readOnly);
    }
  };

  const calls = throughOne(opened.calls, run);

  return {
    ...calls,
    restoreBackup() {
      leave();
      const restored = restoreReadable(path, now());
      current();
      if (restored !== undefined) announce({ kind: 'upkeep', work: 'salvage' });
      return restored === undefined ? [sentenceOf(faultSentence('busy'))] : restoredSentences(restored);
    },
    close() {
      clearInterval(timer);
      leave();
    },
  };
}

function open({ path, now, announce }: FileLibraryParts): Opened {
  finishRestore(path);
  let file = attempt(path);
  if (file.kind === 'damaged') {
    const restored = restore(path, now(), () => isDamaged(path));
    if (restored !== undefined) {
      announce({ kind: 'notice', sentences: restoredSentences(restored) });
      announce({ kind: 'upkeep', work: 'salvage' });
    }
    file = attempt(path);
  }
  if (file.kind === 'damaged') throw new UserError(faultSentence('damaged'));
  if (file.kind === 'readable') announce({ kind: 'notice', sentences: [sentenceOf(file.sentence)] });
  const readOnly = file.kind === 'readable' ? file.sentence : undefined;
  const { database } = file;
  const calls = createLibrary(database, { now, announce, readOnly: readOnly !== undefined });
  return { calls, database, readOnly, file: fileOf(path) };
}

function attempt(path: string): LibraryFile {
  try {
    return openLibraryFile(path);
  } catch (error) {
    throw explained(error, undefined);
  }
}

function isDamaged(path: string): boolean {
  const file = attempt(path);
  if (file.kind === 'damaged') return true;
  file.database.close();
  return false;
}

/** A fault of the disk or the file as a `UserError`; any other error as it is. */
function explained(error: unknown, readOnly: string | undefined): unknown {
  const fault = faultOf(error);
  if (fault === undefined) return error;
  return new UserError(fault === 'read-only' && readOnly !== undefined ? readOnly : faultSentence(fault));
}

function restoredSentences({ aside, backupFrom }: Restored): readonly Sentence[] {
  const kept = sentenceOf('The damaged file is kept as {0}.', aside);
  if (backupFrom === undefined)
    return [
      sentenceOf(
        'The library’s file was damaged and there was no backup, so that Broadsheet began a new library. Add your feeds and folders again.',
      ),
      kept,
    ];
  const day = new Date(backupFrom).toISOString().slice(0, 10);
  return [sentenceOf('The library’s file was damaged; the backup of {0} was put in its place.', day), kept];
}

function dataVersion(database: Database): number {
  return Number(database.prepare('PRAGMA data_version').get()?.['data_version']);
}

function fileOf(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}
