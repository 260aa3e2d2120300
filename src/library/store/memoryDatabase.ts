// A database that lives in memory, where files cannot be written in parts.

import type { Database } from './database.ts';

export interface MemoryDatabase extends Database {
  /** The file that it would be, as bytes that are the caller's own. */
  bytes(): Uint8Array<ArrayBuffer>;
}

/** Opens the database in these bytes, or an empty one. */
export type OpenMemoryDatabase = (bytes: Uint8Array | undefined) => MemoryDatabase;
