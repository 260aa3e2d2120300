// The library as the extension's thread opens it, but in this thread.

import { createLibrary, type LibraryCalls } from '../src/library/createLibrary.ts';
import type { Database } from '../src/library/store/database.ts';
import { openNodeDatabase } from '../src/library/store/database.node.ts';
import { openLibraryFile } from '../src/library/store/openLibraryFile.node.ts';

export interface OpenLibrary {
  readonly library: LibraryCalls;
  readonly database: Database;
}

/** Opens or makes the library of this file. */
export function openLibrary(path: string): OpenLibrary {
  const file = openLibraryFile(path);
  if (file.kind !== 'writable') throw new Error(`The library of the benchmark is ${file.kind}.`);
  return over(file.database);
}

/** Gives a library that is gone with the process. */
export function libraryInMemory(): OpenLibrary {
  return over(openNodeDatabase(':memory:'));
}

function over(database: Database): OpenLibrary {
  return { library: createLibrary(database, { now: Date.now, announce: () => undefined }), database };
}
