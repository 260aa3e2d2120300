// A thread that is started for one request: it answers, or is given up.

import { UserError } from '../core/model/userError.ts';
import type { StyledReference } from './citeStyle.ts';

/** Milliseconds after which a style is given up: one of the person's may never come to an end. */
export const LONGEST = 60_000;

/** Takes what came of the thread, the first time that it is called. */
export type Settle = (result: readonly StyledReference[] | Error) => void;

/**
 * Gives what a thread answers.
 *
 * @param start Starts the thread, and gives what ends it.
 */
export function inOneThread(
  start: (settle: Settle) => { readonly end: () => void },
  longest: number,
  signal: AbortSignal | undefined,
): Promise<readonly StyledReference[]> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const settle: Settle = (result) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      thread.end();
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    const thread = start(settle);
    const abort = (): void =>
      settle(new DOMException('The references are not wanted any more.', 'AbortError'));
    const timer = setTimeout(
      () => settle(new UserError('The citation style took too long, so it was given up.')),
      longest,
    );
    signal?.addEventListener('abort', abort);
  });
}
