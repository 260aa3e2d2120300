// One way for every call of a library.

import type { LibraryCalls } from './createLibrary.ts';

/** Does a call by its name; `values` are those that it was given. */
export type Run = (method: keyof LibraryCalls, values: readonly unknown[]) => unknown;

/** Gives a library with the same calls, each of which goes through `run`. */
export function throughOne(calls: LibraryCalls, run: Run): LibraryCalls {
  return Object.fromEntries(
    (Object.keys(calls) as (keyof LibraryCalls)[]).map((method) => [
      method,
      (...values: readonly unknown[]) => run(method, values),
    ]),
  ) as unknown as LibraryCalls;
}
