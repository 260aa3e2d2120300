// Starts a thread for each time that references are written out.

import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { errorOf, UserError } from '../core/model/userError.ts';
import type { CiteStyle, StyledReference } from './citeStyle.ts';
import { inOneThread, LONGEST, type Settle } from './inOneThread.ts';
import type { StyleAnswer, StyleThread } from './worker.node.ts';

export interface StyleFiles {
  /** Path of the bundled worker. */
  readonly script: string;
  /** Path of citeproc's own file. */
  readonly engine: string;
  /** Milliseconds after which a style is given up. */
  readonly longest?: number;
}

/** Gives the styles that run in threads of their own, each for one request. */
export function spawnCiteStyle({ script, engine, longest = LONGEST }: StyleFiles): CiteStyle {
  const url = pathToFileURL(engine).href;
  return {
    formatReferences: (request, signal) => inThread(script, { engine: url, request }, longest, signal),
  };
}

function inThread(
  script: string,
  thread: StyleThread,
  longest: number,
  signal: AbortSignal | undefined,
): Promise<readonly StyledReference[]> {
  const start = (settle: Settle): { readonly end: () => void } => {
    const worker = new Worker(script, { workerData: thread });
    worker.on('message', (answer: StyleAnswer) =>
      settle(answer.kind === 'formatted' ? answer.references : errorOf(answer.sentence)),
    );
    worker.on('error', (error: Error) => settle(error));
    worker.on('exit', () => settle(new UserError('The citation style stopped unexpectedly. Try again.')));
    return { end: () => void worker.terminate() };
  };
  return inOneThread(start, longest, signal);
}
