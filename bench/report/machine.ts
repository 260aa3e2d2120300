// What the figures were measured on, without the names of machines or people.

import { cpus, loadavg, totalmem } from 'node:os';
import { DatabaseSync } from 'node:sqlite';

/** Describes cores, memory and versions in one line. */
export function describeMachine(): string {
  const version = new DatabaseSync(':memory:').prepare('SELECT sqlite_version() AS version').get()?.[
    'version'
  ];
  const model = (cpus()[0]?.model ?? 'unknown processor').replace(/\s+/gu, ' ').trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${model}), ${memory} GB of memory, ${process.platform} ${process.arch}, Node ${process.versions.node}, SQLite ${String(version)}`;
}

/** How many processes wanted a core in the last minute; other work on the machine makes every figure worse. */
export function load(): number {
  return loadavg()[0] ?? 0;
}
