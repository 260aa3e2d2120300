// A lock between windows for what is done to whole files. It is SQLite's own lock on a file beside the library's:
// the system gives it up when its holder dies.

import { openNodeDatabase } from './database.node.ts';
import { faultOf } from './sqliteFault.ts';

/**
 * Runs `work` while no other window holds the lock of the library at `path`.
 *
 * @param patience How many milliseconds to wait for another window.
 * @returns What `work` gives; undefined where another window held the lock for longer.
 */
export function withFileLock<T>(path: string, patience: number, work: () => T): T | undefined {
  const lock = openNodeDatabase(`${path}-lock`, { timeout: patience });
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      if (faultOf(error) === 'busy') return undefined;
      throw error;
    }
    return work();
  } finally {
    lock.close();
  }
}
