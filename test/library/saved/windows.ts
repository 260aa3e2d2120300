// Windows of a browser that share a folder, each with a library of its own in memory.

import type { LibraryChange } from '../../../src/library/library.ts';
import {
  createMemoryLibrary,
  type MemoryEvent,
  type MemoryLibrary,
} from '../../../src/library/saved/memoryLibrary.ts';
import type { Implementation } from '../../../src/library/rpc.ts';
import { createSavedLibrary, type SavedLibrary } from '../../../src/library/saved/savedLibrary.ts';
import type { StorageFolder } from '../../../src/library/saved/storageFolder.ts';
import { createVersions } from '../../../src/library/saved/versions.ts';
import { openMemory } from './webSqlite.ts';
import { inEnglishTogether } from '../../inEnglishTogether.ts';

export interface MemoryFolder extends StorageFolder {
  readonly files: Map<string, Uint8Array>;
  /** Makes every writing fail from now on, with this reason. */
  refuse(reason: string | undefined): void;
}

export function memoryFolder(): MemoryFolder {
  const files = new Map<string, Uint8Array>();
  let refusal: string | undefined;
  return {
    files,
    refuse: (reason) => (refusal = reason),
    names: () => Promise.resolve([...files.keys()]),
    read: (name) => Promise.resolve(files.get(name)),
    write(name, bytes) {
      if (refusal !== undefined) return Promise.reject(new Error(refusal));
      files.set(name, Uint8Array.from(bytes));
      return Promise.resolve();
    },
    rename(name, to) {
      const bytes = files.get(name);
      if (bytes === undefined) return Promise.reject(new Error(`There is no ${name}.`));
      files.delete(name);
      files.set(to, bytes);
      return Promise.resolve();
    },
    remove: (name) => Promise.resolve(void files.delete(name)),
  };
}

export interface MemoryWindow {
  readonly library: Implementation<MemoryLibrary>;
  readonly saved: SavedLibrary;
  readonly changes: readonly LibraryChange[];
  readonly notices: readonly string[];
}

let names = 0;

/** Opens a window over the folder, in which nothing is saved by the clock. */
export async function openWindow(folder: StorageFolder): Promise<MemoryWindow> {
  const changes: LibraryChange[] = [];
  const notices: string[] = [];
  const hear = (event: MemoryEvent): void => {
    if (event.kind === 'written') saved.written(event.writes);
    else if (event.kind !== 'checking') changes.push(event);
  };
  const library = createMemoryLibrary({
    open: openMemory,
    now: () => Date.UTC(2026, 0, 15),
    announce: hear,
  });
  const memory = {
    load: async (bytes: Uint8Array, writes: number | undefined) => library.load(bytes, writes),
    merge: async (bytes: Uint8Array) => library.merge(bytes),
    snapshot: async () => library.snapshot(),
  };
  const saved = createSavedLibrary({
    memory,
    versions: createVersions(folder, () => String(++names).padStart(4, '0')),
    notice: (...sentences) => notices.push(inEnglishTogether(sentences)),
    onSaved: () => undefined,
    now: () => 0,
    later: () => () => undefined,
  });
  await saved.open();
  return { library, saved, changes, notices };
}
