// What a damaged library still gives, as lines of an export.

import type { Database, Row } from './database.ts';
import { itemLine, nextItem, nextSource, rules, savedSearches, sourceLine } from './exportPage.ts';
import { number } from './rows.ts';
import { faultOf } from './sqliteFault.ts';

/** Rows of one damaged page have ids that are near each other; from here on the next whole page is looked for in leaps. */
const LOOKED_FOR_ONE_BY_ONE = 10_000;

/** `undefined` stands where one or more lines cannot be read. */
export type ReadableLine = string | undefined;

/**
 * Gives the saved searches, the rules, the sources and the items that can be read whole. Where a page cannot be read,
 * what stands on it is passed over.
 */
export function* readableLines(database: Database): Generator<ReadableLine> {
  yield* readable(() => savedSearches(database)) ?? [undefined];
  yield* readable(() => rules(database)) ?? [undefined];
  for (const row of readableRows((after) => nextSource(database, after))) yield row && sourceLine(row);
  for (const row of readableRows((after) => nextItem(database, after)))
    yield row && readable(() => itemLine(database, row));
}

/** Rows in the order of their ids, which `next` gives by the id before; `undefined` where some cannot be read. */
function* readableRows(next: (after: number) => Row | undefined): Generator<Row | undefined> {
  let after = 0;
  for (;;) {
    const found = readable(() => ({ row: next(after) }));
    if (found === undefined) {
      yield undefined;
      const whole = wholeAfter(after, next);
      if (whole === undefined) return;
      after = whole;
    } else {
      if (found.row === undefined) return;
      after = number(found.row['id']);
      yield found.row;
    }
  }
}

/** The next id behind which there is a page that can be read. */
function wholeAfter(damaged: number, next: (after: number) => Row | undefined): number | undefined {
  for (
    let step = 1;
    damaged + step < Number.MAX_SAFE_INTEGER;
    step += step < LOOKED_FOR_ONE_BY_ONE ? 1 : step
  ) {
    if (readable(() => ({ row: next(damaged + step) })) !== undefined) return damaged + step;
  }
  return undefined;
}

/** Undefined where pages are damaged. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (faultOf(error) !== 'damaged') throw error;
    return undefined;
  }
}
