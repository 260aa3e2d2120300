// The backups beside the library's file: made whole or not at all, at most one a day, the last few kept.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { openNodeDatabase } from './database.node.ts';

export interface Backup {
  readonly path: string;
  /** In milliseconds since 1970. */
  readonly madeAt: number;
}

export type BackupOutcome = 'made' | 'not due' | 'no room';

const DAY = 24 * 60 * 60 * 1000;
const KEPT = 3;
const PARTIAL = '.partial';

/** Gives the library's backups, newest first. */
export function listBackups(path: string): readonly Backup[] {
  const folder = backupFolder(path);
  if (!existsSync(folder)) return [];
  const { name, ext } = parse(path);
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith(ext))
    .map((file) => ({ path: join(folder, file), madeAt: moment(file.slice(name.length + 1, -ext.length)) }))
    .filter(({ madeAt }) => !Number.isNaN(madeAt))
    .sort((a, b) => b.madeAt - a.madeAt);
}

/** Whether a day has passed since the last backup and the library has changed since then. */
export function isBackupDue(path: string, now: number): boolean {
  const last = listBackups(path)[0]?.madeAt;
  if (last === undefined) return existsSync(path);
  return now - last >= DAY && changedAt(path) > last;
}

/**
 * Makes a backup where one is due and takes away the oldest. The caller holds the library's lock.
 *
 * The copy is made by SQLite under another name, brought to the disk and then renamed, so that whatever has a
 * backup's name is complete. SQLite reads every page of every table for it: a damaged library gives an error instead
 * of a backup, and never takes a good one's place.
 */
export function backUp(path: string, now: number): BackupOutcome {
  const folder = backupFolder(path);
  if (!isBackupDue(path, now)) return 'not due';
  mkdirSync(folder, { recursive: true });
  // One that was killed half-way; no other is under way while the lock is held.
  for (const file of readdirSync(folder)) {
    if (file.endsWith(PARTIAL)) rmSync(join(folder, file), { force: true });
  }
  if (!hasRoom(path, folder)) return 'no room';
  const { name, ext } = parse(path);
  const backup = join(folder, `${name}-${stamp(now)}${ext}`);
  const partial = backup + PARTIAL;
  const database = openNodeDatabase(path);
  try {
    database.prepare('VACUUM INTO ?').run(partial);
  } finally {
    database.close();
  }
  bringToDisk(partial);
  renameSync(partial, backup);
  for (const old of listBackups(path).slice(KEPT)) rmSync(old.path, { force: true });
  return 'made';
}

/** Waits until a file's content is on the disk. */
export function bringToDisk(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** A moment as part of a file name: 2026-11-24T08-30-05-250. */
export function stamp(now: number): string {
  return new Date(now).toISOString().slice(0, 23).replaceAll(/[:.]/g, '-');
}

/** What `stamp` made of a moment, as milliseconds since 1970. */
function moment(stamped: string): number {
  return Date.parse(`${stamped.replace(/T(\d\d)-(\d\d)-(\d\d)-/, 'T$1:$2:$3.')}Z`);
}

function backupFolder(path: string): string {
  return join(dirname(path), 'backups');
}

/** A tenth is left over, so that a backup never fills the disk to its brim. */
function hasRoom(path: string, folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > sizeOf(path) * 1.1;
}

function sizeOf(path: string): number {
  return [path, `${path}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

function changedAt(path: string): number {
  return Math.max(
    ...[path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}
