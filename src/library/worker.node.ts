// A thread of the library in a Node extension host: the library itself, or its upkeep. The file is opened at the
// first call, not at start.

import { parentPort, workerData } from 'node:worker_threads';
import { openFileLibrary, type ThreadEvent } from './fileLibrary.node.ts';
import type { StoredLibrary } from './library.ts';
import { serve, type Port } from './rpc.ts';
import type { LibraryThread } from './spawn.node.ts';
import { createUpkeep, type Upkeep } from './upkeep.node.ts';

const thread = parentPort;
if (thread === null) throw new Error('This file runs as a worker.');
const { task, path, idleAfter } = workerData as LibraryThread;

const port: Port = {
  post: (message) => thread.postMessage(message),
  onMessage: (listener) => thread.on('message', listener),
};

if (task === 'library') {
  const announce: (event: ThreadEvent) => void = serve<StoredLibrary>(port, () =>
    openFileLibrary({ path, idleAfter, now: Date.now, announce: (event) => announce(event) }),
  );
} else {
  const announce = serve<Upkeep>(port, () =>
    createUpkeep(path, Date.now, (step, share) => announce({ step, share })),
  );
}
