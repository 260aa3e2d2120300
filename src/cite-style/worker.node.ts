// A thread that writes out references once and ends, so that what large styles take of memory is given back.

import { parentPort, workerData } from 'node:worker_threads';
import { errorSentence, type Sentence } from '../core/model/userError.ts';
import type { StyledReference, StyleRequest } from './citeStyle.ts';
import { formatReferences, type Citeproc } from './formatReferences.ts';

/** What the thread is told when it starts. */
export interface StyleThread {
  /** The `file:` address of citeproc, which stays a file of its own, as its licence asks. */
  readonly engine: string;
  readonly request: StyleRequest;
}

/** The one message that the thread sends. */
export type StyleAnswer =
  | { readonly kind: 'formatted'; readonly references: readonly StyledReference[] }
  | { readonly kind: 'refused'; readonly sentence: Sentence };

const { engine, request } = workerData as StyleThread;
void answer().then((message) => parentPort?.postMessage(message));

async function answer(): Promise<StyleAnswer> {
  try {
    const { default: citeproc } = (await import(engine)) as { readonly default: Citeproc };
    return { kind: 'formatted', references: formatReferences(citeproc, request) };
  } catch (error) {
    const sentence = errorSentence(error);
    if (sentence === undefined) throw error;
    return { kind: 'refused', sentence };
  }
}
