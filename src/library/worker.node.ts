// The library's thread in a Node extension host. The file is opened at the first call, not at start.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createLibrary } from './createLibrary.ts';
import type { Library, LibraryChange } from './library.ts';
import { serve } from './rpc.ts';
import type { LibraryPlace } from './spawn.node.ts';
import { openLibraryFile } from './store/openLibraryFile.node.ts';

const thread = parentPort;
if (thread === null) throw new Error('This file runs as a worker.');
const { path } = workerData as LibraryPlace;

const announce: (change: LibraryChange) => void = serve<Library>(
  {
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => thread.on('message', listener),
  },
  () => {
    mkdirSync(dirname(path), { recursive: true });
    return createLibrary(openLibraryFile(path), { now: Date.now, announce: (change) => announce(change) });
  },
);
