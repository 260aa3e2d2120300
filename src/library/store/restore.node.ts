// Brings a damaged library back: the file is set aside, never deleted, and the last good backup takes its place.

import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { UserError } from '../../core/model/userError.ts';
import { bringToDisk, listBackups, stamp, type Backup } from './backups.node.ts';
import { openNodeDatabase } from './database.node.ts';
import { withFileLock } from './fileLock.node.ts';
import { noteUnread, unread } from './salvage.node.ts';
import { faultOf, faultSentence } from './sqliteFault.ts';

export interface Restored {
  /** The damaged file's new path. */
  readonly aside: string;
  /** When the backup was made, in milliseconds since 1970; undefined where there was none and the library is new. */
  readonly backupFrom: number | undefined;
}

const PATIENCE = 60_000;

/**
 * Sets the file aside together with its log and puts the newest backup that is whole in its place.
 *
 * @param isStillDamaged Asked once no other window is at work: one of them may have brought the library back.
 * @returns Undefined where another window did it.
 * @throws UserError where the file cannot be moved or the disk has no room for the copy; then it lies where it was.
 */
export function restore(path: string, now: number, isStillDamaged: () => boolean): Restored | undefined {
  return withFileLock(path, PATIENCE, () => {
    finishRestore(path);
    return isStillDamaged() ? replace(path, now, newestWhole(path)) : undefined;
  });
}

/**
 * Does the same for a file that may still be read, and so only where there is a backup.
 *
 * @returns Undefined where another window is at work on the file.
 * @throws UserError as `restore`, and where there is no backup.
 */
export function restoreReadable(path: string, now: number): Restored | undefined {
  return withFileLock(path, PATIENCE, () => {
    const backup = newestWhole(path);
    if (backup === undefined) throw new UserError(NO_BACKUP);
    return replace(path, now, backup);
  });
}

/** Puts the copy in place where a process died between the two renames. */
export function finishRestore(path: string): void {
  if (!existsSync(path) && existsSync(copyOf(path))) renameSync(copyOf(path), path);
}

function replace(path: string, now: number, backup: Backup | undefined): Restored {
  const aside = asideOf(path, now);
  try {
    rmSync(copyOf(path), { force: true });
    if (backup !== undefined) {
      copyFileSync(backup.path, copyOf(path), constants.COPYFILE_FICLONE);
      bringToDisk(copyOf(path));
    }
    noteUnread(path, aside);
    // The log goes first: left behind, it would be taken for the backup's.
    for (const log of ['-wal', '-shm']) {
      if (existsSync(path + log)) renameSync(path + log, aside + log);
    }
    renameSync(path, aside);
    finishRestore(path);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    throw new UserError(fault === 'full' ? faultSentence('full') : STUCK);
  }
  return { aside, backupFrom: backup?.madeAt };
}

const NO_BACKUP =
  'There is no good backup of the library, so that its file was left as it is. Export what can still be read.';
const STUCK =
  'The library’s file is damaged and cannot be set aside. Close the other windows that use Broadsheet and try again.';

function copyOf(path: string): string {
  return `${path}-restoring`;
}

function asideOf(path: string, now: number): string {
  // A process died between the renames, and the log has its new name already.
  const begun = unread(path).find((each) => !existsSync(each) && existsSync(`${each}-wal`));
  if (begun !== undefined) return begun;
  const { dir, name, ext } = parse(path);
  const base = join(dir, `${name}.damaged-${stamp(now)}`);
  let aside = base + ext;
  for (let next = 2; existsSync(aside); next++) aside = `${base}-${next}${ext}`;
  return aside;
}

function newestWhole(path: string): Backup | undefined {
  return listBackups(path).find(isWhole);
}

function isWhole({ path }: Backup): boolean {
  const database = openNodeDatabase(path, { readOnly: true });
  try {
    return database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch {
    return false;
  } finally {
    database.close();
  }
}
