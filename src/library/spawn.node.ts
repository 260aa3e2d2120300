// Starts the library's thread and connects to it.

import { Worker } from 'node:worker_threads';
import { UserError } from '../core/model/userError.ts';
import type { Library, LibraryChange, ObservableLibrary } from './library.ts';
import { connect, type Port, type Remote } from './rpc.ts';

/** Where the library's file is, as the thread is told. */
export interface LibraryPlace {
  readonly path: string;
}

const METHODS: Readonly<Record<keyof Library, true>> = {
  addSource: true,
  removeSource: true,
  sources: true,
  ingest: true,
  knownFiles: true,
  headlines: true,
  read: true,
  search: true,
  setStatus: true,
  markSourceRead: true,
  setPosition: true,
  markCited: true,
  unreadCount: true,
  close: true,
};

const STOPPED = 'The library stopped unexpectedly. Try again; if it stops again, reload the window.';

/**
 * Gives the library that lives in a thread of its own. The thread starts at the first call, and anew at the first
 * call after it died.
 *
 * @param script Path of the bundled worker.
 * @param path Path of the library's file, made where it does not exist.
 */
export function spawnLibrary(script: string, path: string): ObservableLibrary {
  const listeners = new Set<(change: LibraryChange) => void>();
  let worker: Worker | undefined;

  const start = (broken: (reason: Error) => void): Port => {
    const thread = new Worker(script, { workerData: { path } satisfies LibraryPlace });
    worker = thread;
    thread.on('error', (error: Error) => {
      if (worker === thread) broken(error);
    });
    thread.on('exit', () => {
      // By now a later call may have started the next thread.
      if (worker !== thread) return;
      worker = undefined;
      broken(new UserError(STOPPED));
    });
    return {
      post: (message) => thread.postMessage(message),
      onMessage: (listener) => thread.on('message', listener),
    };
  };
  const connection = connect<Library & Remote<Library>>(start, METHODS, (change) =>
    listeners.forEach((listener) => listener(change as LibraryChange)),
  );

  return {
    ...connection.remote,
    async close() {
      if (worker !== undefined) await connection.remote.close();
      connection.close(new Error('The library was closed.'));
      await worker?.terminate();
    },
    onDidChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
