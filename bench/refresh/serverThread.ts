// The server of the feeds in a thread of its own; a message brings an entry to every so-manieth of them.

import { parentPort } from 'node:worker_threads';
import { startNewsServer } from '../../test/server/newsServer.ts';

void startNewsServer({ listenAt: '0.0.0.0' }).then((server) => {
  parentPort?.on('message', (every: number) => {
    server.changeNumbered(every);
    parentPort?.postMessage('changed');
  });
  parentPort?.postMessage(server.address);
});
