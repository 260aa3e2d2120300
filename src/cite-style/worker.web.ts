// A thread in a web extension host that writes out references once. Its script begins with citeproc, which stays a
// file of its own, as its licence asks.

import { errorSentence, type Sentence } from '../core/model/userError.ts';
import type { StyledReference, StyleRequest } from './citeStyle.ts';
import { formatReferences, type Citeproc } from './formatReferences.ts';

/** The one message that the thread sends. */
export type StyleAnswer =
  | { readonly kind: 'formatted'; readonly references: readonly StyledReference[] }
  /** For the person where it is a sentence. */
  | { readonly kind: 'refused'; readonly sentence: Sentence | undefined; readonly reason: string };

/** What citeproc exports. */
declare const module: { readonly exports: Citeproc };

self.onmessage = ({ data }) => self.postMessage(answer(data as StyleRequest));

function answer(request: StyleRequest): StyleAnswer {
  try {
    return { kind: 'formatted', references: formatReferences(module.exports, request) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', sentence: errorSentence(error), reason };
  }
}
