// A library in memory, with a clock that the test sets.

import { createLibrary, type LibraryCalls } from '../../src/library/createLibrary.ts';
import type { IncomingDocument, LibraryChange } from '../../src/library/library.ts';
import type { Database } from '../../src/library/store/database.ts';
import { openNodeDatabase } from '../../src/library/store/database.node.ts';

export interface TestLibrary {
  readonly library: LibraryCalls;
  readonly database: Database;
  readonly changes: LibraryChange[];
}

export function libraryInMemory(now: () => number = () => Date.UTC(2026, 0, 15)): TestLibrary {
  const changes: LibraryChange[] = [];
  const database = openNodeDatabase(':memory:');
  const library = createLibrary(database, { now, announce: (change) => changes.push(change) });
  return { library, database, changes };
}

export function textFile(
  path: string,
  content: string,
  modifiedAt = Date.UTC(2026, 0, 10),
): IncomingDocument {
  return { path, name: path.split('/').at(-1) ?? path, bytes: new TextEncoder().encode(content), modifiedAt };
}
