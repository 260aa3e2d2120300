// A disk of a few megabytes that a test may fill or make read-only; only where the system lets it be mounted.

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

export interface SmallDisk {
  makeReadOnly(): void;
  unmount(): void;
}

/** Mounts a disk at a folder; undefined, with the reason printed, where this user may not. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    console.log('skipped: this user may not mount a small disk.');
    return undefined;
  }
  return {
    makeReadOnly: () => void spawnSync('mount', ['-o', 'remount,ro', folder]),
    unmount: () => void spawnSync('umount', ['-l', folder]),
  };
}
