// Starts the library's threads and connects to them.

import { Worker } from 'node:worker_threads';
import { sentenceOf, UserError, type Sentence } from '../core/model/userError.ts';
import type { ThreadEvent, UpkeepWork } from './fileLibrary.node.ts';
import type { LibraryChange, ObservableLibrary, StoredLibrary } from './library.ts';
import { METHODS } from './methods.ts';
import { connect, type Port } from './rpc.ts';
import type { Upkeep } from './upkeep.node.ts';

/** What a thread is told when it starts. */
export interface LibraryThread {
  readonly task: 'library' | 'upkeep';
  /** Where the library's file is. */
  readonly path: string;
  /** After how many milliseconds without a call the library may be backed up. */
  readonly idleAfter: number;
}

const UPKEEP_METHODS: Readonly<Record<keyof Upkeep, true>> = { backUp: true, check: true, salvage: true };

/** What is said where it failed. */
const FAILED: Readonly<Record<UpkeepWork, Sentence>> = {
  backup: sentenceOf('No backup of the library was made.'),
  check: sentenceOf('The search index is not complete.'),
  salvage: sentenceOf('Not all that the damaged file still has was brought back.'),
};

const STOPPED = 'The library stopped unexpectedly. Try again; if it stops again, reload the window.';
const IDLE_AFTER = 2 * 60 * 1000;

export interface SpawnOptions {
  /** After how many milliseconds without a call the library may be backed up. */
  readonly idleAfter?: number;
}

/**
 * Gives the library that lives in a thread of its own. The thread starts at the first call, and anew at the first
 * call after it died. Long work on the whole file is done in a second thread, which lives as long as that work.
 *
 * @param script Path of the bundled worker.
 * @param path Path of the library's file, made where it does not exist.
 */
export function spawnLibrary(
  script: string,
  path: string,
  { idleAfter = IDLE_AFTER }: SpawnOptions = {},
): ObservableLibrary {
  const listeners = new Set<(change: LibraryChange) => void>();
  const upkeeps = new Set<Worker>();
  let worker: Worker | undefined;

  const startThread = (task: LibraryThread['task']): Worker =>
    new Worker(script, { workerData: { task, path, idleAfter } satisfies LibraryThread });

  const start = (broken: (reason: Error) => void): Port => {
    const thread = startThread('library');
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
    return toPort(thread);
  };

  const upkeep = async <T>(
    work: (remote: Upkeep) => Promise<T>,
    onProgress: (step: string, share: number | undefined) => void,
  ): Promise<T> => {
    const thread = startThread('upkeep');
    upkeeps.add(thread);
    const connection = connect<Upkeep>(
      (broken) => {
        thread.on('error', broken);
        thread.on('exit', () => broken(new UserError(STOPPED)));
        return toPort(thread);
      },
      UPKEEP_METHODS,
      (event) => {
        const { step, share } = event as { readonly step: string; readonly share: number | undefined };
        onProgress(step, share);
      },
    );
    try {
      return await work(connection.remote);
    } finally {
      upkeeps.delete(thread);
      void thread.terminate();
    }
  };

  const announce = (event: ThreadEvent): void => {
    if (event.kind === 'upkeep') {
      if (upkeeps.size === 0) void keepUp(event.work);
    } else {
      listeners.forEach((listener) => listener(event));
    }
  };

  /** Nobody asked for it, so that what goes wrong is a notice. */
  const keepUp = async (work: UpkeepWork): Promise<void> => {
    try {
      const sentences = await upkeep(
        (remote) => doUpkeep(remote, work),
        () => undefined,
      );
      if (sentences.length > 0) announce({ kind: 'notice', sentences });
    } catch (error) {
      // A library that was closed meanwhile ends its threads.
      if (worker === undefined) return;
      const reason = error instanceof UserError ? error : sentenceOf(String(error));
      announce({ kind: 'notice', sentences: [FAILED[work], reason] });
    }
  };

  const connection = connect<StoredLibrary>(start, METHODS, (event) => announce(event as ThreadEvent));

  return {
    ...connection.remote,
    check: (onProgress) => upkeep((remote) => remote.check(), onProgress),
    async close() {
      const thread = worker;
      try {
        if (thread !== undefined) await connection.remote.close();
      } finally {
        worker = undefined;
        connection.close(new Error('The library was closed.'));
        await Promise.all(
          [...(thread === undefined ? [] : [thread]), ...upkeeps].map((each) => each.terminate()),
        );
      }
    },
    onDidChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Gives what the person should know of it. */
async function doUpkeep(remote: Upkeep, work: UpkeepWork): Promise<readonly Sentence[]> {
  switch (work) {
    case 'backup':
      await remote.backUp();
      return [];
    case 'check':
      await remote.check();
      return [];
    case 'salvage':
      return await remote.salvage();
  }
}

function toPort(thread: Worker): Port {
  return {
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => thread.on('message', listener),
  };
}
