// The store gives the same on SQLite as it comes with Node and as it runs in a browser.

import assert from 'node:assert/strict';
import type { SearchAnswer } from '../../../src/core/model/search.ts';
import { createLibrary, type LibraryCalls } from '../../../src/library/createLibrary.ts';
import { openNodeDatabase } from '../../../src/library/store/database.node.ts';
import type { Database } from '../../../src/library/store/database.ts';
import { runSession } from '../plans/librarySession.ts';
import { openMemory } from './webSqlite.ts';

interface Given {
  readonly call: string;
  readonly answer: unknown;
}

suite('The store in a browser', () => {
  /** What each call of a session gives. */
  const answersOver = async (database: Database): Promise<readonly Given[]> => {
    const given: Given[] = [];
    const library = createLibrary(database, { now: () => Date.UTC(2026, 0, 15), announce: () => undefined });
    const listened = Object.fromEntries(
      Object.entries(library).map(([call, work]) => [
        call,
        async (...values: readonly unknown[]) => {
          const answer = await (work as (...each: readonly unknown[]) => unknown)(...values);
          given.push({ call, answer: unordered(call, structuredClone(answer)) });
          return answer;
        },
      ]),
    ) as unknown as LibraryCalls;
    await runSession(listened, () => undefined);
    return given;
  };

  test('answers every call as it does with Node', async () => {
    const node = await answersOver(openNodeDatabase(':memory:'));
    const web = await answersOver(openMemory(undefined));
    assert.ok(node.length > 80, `${node.length} calls`);
    // One by one, so that a failure names the call.
    web.forEach((each, index) => assert.deepEqual(each, node[index]));
    assert.equal(web.length, node.length);
  });
});

/**
 * Hits in the order of their items: before SQLite 3.54 an index without content still counts what was deleted, so that
 * ranks differ a little with the version.
 */
function unordered(call: string, answer: unknown): unknown {
  if (call !== 'search' && call !== 'similar') return answer;
  const { hits, ...rest } = answer as SearchAnswer;
  return { ...rest, hits: hits.toSorted((one, other) => one.item.id - other.item.id) };
}
