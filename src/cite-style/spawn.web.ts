// Starts a thread of the web extension host for each time that references are written out.

import { errorOf } from '../core/model/userError.ts';
import type { CiteStyle, StyledReference, StyleRequest } from './citeStyle.ts';
import { inOneThread, LONGEST, type Settle } from './inOneThread.ts';
import type { StyleAnswer } from './worker.web.ts';

/** Reads a file that is shipped: the thread's script, and citeproc's own. */
export type ReadStyleFile = (
  name: 'citeStyle.web.js' | 'citeproc/citeproc_commonjs.cjs',
) => Promise<Uint8Array>;

/** What citeproc needs around it to be a script. */
const BEFORE = 'var module = { exports: {} }, exports = module.exports;\n';

/** Gives the styles that run in threads of their own, each for one request. */
export function spawnCiteStyle(readShipped: ReadStyleFile): CiteStyle {
  return {
    async formatReferences(request, signal) {
      const parts = await Promise.all([
        readShipped('citeproc/citeproc_commonjs.cjs'),
        readShipped('citeStyle.web.js'),
      ]);
      signal?.throwIfAborted();
      const [engine, script] = parts.map((part) => new Uint8Array(part));
      const blob = new Blob([BEFORE, engine ?? '', '\n', script ?? ''], { type: 'text/javascript' });
      const address = URL.createObjectURL(blob);
      try {
        return await inThread(address, request, signal);
      } finally {
        URL.revokeObjectURL(address);
      }
    },
  };
}

function inThread(
  script: string,
  request: StyleRequest,
  signal: AbortSignal | undefined,
): Promise<readonly StyledReference[]> {
  const start = (settle: Settle): { readonly end: () => void } => {
    const worker = new Worker(script, { name: 'Broadsheet citation style' });
    worker.onmessage = ({ data }) => {
      const answer = data as StyleAnswer;
      if (answer.kind === 'formatted') settle(answer.references);
      else settle(answer.sentence === undefined ? new Error(answer.reason) : errorOf(answer.sentence));
    };
    worker.onerror = ({ message }) => settle(new Error(message));
    worker.postMessage(request);
    return { end: () => worker.terminate() };
  };
  return inOneThread(start, LONGEST, signal);
}
