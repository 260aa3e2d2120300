// The server of the feeds, and their addresses on it.

import { Worker } from 'node:worker_threads';

export interface FeedServer {
  readonly urls: readonly string[];
  /** Brings a new entry to every so-manieth feed. */
  change(every: number): Promise<void>;
  stop(): Promise<unknown>;
}

/** Four feeds are of one host, as far as a reader can tell. */
const HOSTS = 250;

/** Starts the server from its script. */
export async function startFeedServer(script: URL | string, count: number): Promise<FeedServer> {
  const worker = new Worker(script);
  const { port } = new URL(await answer(worker));
  return {
    urls: Array.from(
      { length: count },
      (_, index) => `http://127.0.1.${(index % HOSTS) + 1}:${port}/feeds/numbered/${index}`,
    ),
    async change(every) {
      await answer(worker, every);
    },
    stop: () => worker.terminate(),
  };
}

function answer(worker: Worker, question?: number): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    if (question !== undefined) worker.postMessage(question);
  });
}
