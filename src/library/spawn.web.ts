// Starts the library's thread in a web extension host, and keeps what it has in the storage of the extension.

import { UserError } from '../core/model/userError.ts';
import type { LibraryChange, ObservableLibrary, StoredLibrary } from './library.ts';
import { METHODS } from './methods.ts';
import { connect, type Connection } from './rpc.ts';
import type { MemoryEvent, MemoryLibrary } from './saved/memoryLibrary.ts';
import { createSavedLibrary, type SavedLibrary } from './saved/savedLibrary.ts';
import type { StorageFolder } from './saved/storageFolder.ts';
import { createVersions } from './saved/versions.ts';

export interface WebLibraryParts {
  /** Reads a file that is shipped: the thread's script, and SQLite in WebAssembly. */
  readonly readShipped: (name: 'worker.web.js' | 'sqlite3.wasm') => Promise<Uint8Array>;
  readonly folder: StorageFolder;
}

export interface WebLibrary extends ObservableLibrary {
  /** Saves what is not saved yet, as before a window that may be closed. */
  save(): Promise<void>;
}

/** What the thread says before it answers calls. */
export type ThreadStart = { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly reason: string };

interface Thread {
  readonly remote: MemoryLibrary;
  readonly saved: SavedLibrary;
  readonly end: (reason: Error) => void;
}

const { restoreBackup: _restored, ...STORED } = METHODS;
const MEMORY_METHODS: Readonly<Record<keyof MemoryLibrary, true>> = {
  ...STORED,
  load: true,
  merge: true,
  snapshot: true,
  check: true,
};

const STOPPED = 'The library stopped unexpectedly. Try again: everything up to the last saving is kept.';
/** How often to look for what other windows saved where they cannot tell, in milliseconds. */
const LOOK_INTERVAL = 5000;
const CHANNEL = 'broadsheet.library';

/** Gives the library in a thread of its own, which starts at the first call, and again at the next if it stopped. */
export function spawnLibrary({ readShipped, folder }: WebLibraryParts): WebLibrary {
  const listeners = new Set<(change: LibraryChange) => void>();
  const otherWindows = new BroadcastChannel(CHANNEL);
  const versions = createVersions(folder, newName);
  let onChecking: (step: string, share: number | undefined) => void = () => undefined;
  let running: Promise<Thread> | undefined;
  let isClosed = false;

  const announce = (change: LibraryChange): void => listeners.forEach((listener) => listener(change));

  const start = async (): Promise<Thread> => {
    const [script, wasm] = await Promise.all([readShipped('worker.web.js'), readShipped('sqlite3.wasm')]);
    const worker = await startWorker(script, wasm);
    const connection: Connection<MemoryLibrary> = connect<MemoryLibrary>(
      () => ({
        post: (message) => worker.postMessage(message),
        onMessage: (listener) => (worker.onmessage = ({ data }) => listener(data)),
      }),
      MEMORY_METHODS,
      (event) => hear(event as MemoryEvent),
    );
    const saved = createSavedLibrary({
      memory: connection.remote,
      versions,
      notice: (...sentences) => announce({ kind: 'notice', sentences }),
      onSaved: () => otherWindows.postMessage('saved'),
      now: Date.now,
      later(work, milliseconds) {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    const hear = (event: MemoryEvent): void => {
      if (event.kind === 'written') saved.written(event.writes);
      else if (event.kind === 'checking') onChecking(event.step, event.share);
      else announce(event);
    };
    const end = (reason: Error): void => {
      saved.abandon();
      connection.close(reason);
      worker.terminate();
    };
    // What is not saved is lost with the thread; the next one begins with what is.
    worker.onerror = () => {
      running = undefined;
      end(new UserError(STOPPED));
    };
    await saved.open();
    return { remote: connection.remote, saved, end };
  };

  const thread = async (): Promise<Thread> => {
    if (isClosed) throw new Error('The library was closed.');
    running ??= start();
    const starting = running;
    try {
      return await starting;
    } catch (error) {
      // The next call tries again.
      if (running === starting) running = undefined;
      throw error;
    }
  };

  const remote = Object.fromEntries(
    Object.keys(METHODS).map((method) => [
      method,
      async (...values: readonly unknown[]) => {
        const { remote: calls } = await thread();
        const call = calls[method as keyof MemoryLibrary] as (...given: readonly unknown[]) => unknown;
        return call(...values);
      },
    ]),
  ) as unknown as StoredLibrary;

  /** What nobody waits for: where no call has started the library there is nothing to do. */
  const withSaved = async (work: (saved: SavedLibrary) => Promise<void>): Promise<void> => {
    if (running !== undefined) await work((await thread()).saved);
  };
  const lookQuietly = (): void => void withSaved((saved) => saved.look()).catch(() => undefined);
  const looking = setInterval(lookQuietly, LOOK_INTERVAL);
  otherWindows.onmessage = lookQuietly;

  return {
    ...remote,
    async check(onProgress) {
      onChecking = onProgress;
      return (await thread()).remote.check();
    },
    async restoreBackup() {
      return (await thread()).saved.restore();
    },
    save: () => withSaved((saved) => saved.save()),
    async close() {
      clearInterval(looking);
      if (running !== undefined) {
        const { saved, end } = await thread();
        await saved.close();
        end(new Error('The library was closed.'));
      }
      isClosed = true;
      otherWindows.close();
    },
    onDidChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Starts the thread by a script that has an address of its own; an extension's own address will not do. */
async function startWorker(script: Uint8Array, wasm: Uint8Array): Promise<Worker> {
  const address = URL.createObjectURL(new Blob([new Uint8Array(script)], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'Broadsheet library' });
  const ready = new Promise<void>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }) => {
      const said = data as ThreadStart;
      if (said.kind === 'ready') resolve();
      else reject(new Error(said.reason));
    };
  });
  worker.postMessage(wasm);
  try {
    await ready;
  } finally {
    URL.revokeObjectURL(address);
  }
  return worker;
}

/** Sorts by time: "20261124083005250-1f0c9a2e". */
function newName(): string {
  return `${new Date().toISOString().replaceAll(/\D/g, '')}-${crypto.randomUUID().slice(0, 8)}`;
}
