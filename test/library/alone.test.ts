// One saved search or rule that fails keeps no other from its answer, and is announced for the log.

import assert from 'node:assert/strict';
import { createLibrary, type LibraryCalls } from '../../src/library/createLibrary.ts';
import type { LibraryChange } from '../../src/library/library.ts';
import type { Database, SqlValue } from '../../src/library/store/database.ts';
import { openNodeDatabase } from '../../src/library/store/database.node.ts';
import { textFile } from './inMemory.ts';

const NOW = Date.UTC(2026, 0, 15);
const FAULTY = 'zeppelin';

/** A database in which whatever asks for one word fails. */
function failing(error: Error): Database {
  const database = openNodeDatabase(':memory:');
  const unlessFaulty = <T>(values: readonly SqlValue[], work: () => T): T => {
    if (values.some((value) => typeof value === 'string' && value.includes(`"${FAULTY}"`))) throw error;
    return work();
  };
  return {
    ...database,
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        run: (...values) => statement.run(...values),
        get: (...values) => unlessFaulty(values, () => statement.get(...values)),
        all: (...values) => unlessFaulty(values, () => statement.all(...values)),
      };
    },
  };
}

function libraryOver(database: Database): {
  readonly library: LibraryCalls;
  readonly failures: () => readonly string[];
} {
  const changes: LibraryChange[] = [];
  const library = createLibrary(database, { now: () => NOW, announce: (change) => changes.push(change) });
  return {
    library,
    failures: () =>
      changes.flatMap((change) =>
        change.kind === 'failure' ? [`${change.query}: ${change.stack.split('\n')[0]}`] : [],
      ),
  };
}

async function take(library: LibraryCalls): Promise<void> {
  const { id } = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
  await library.ingest(id, [
    textFile('a.md', '---\ntitle: Harbour\n---\n\nThe zeppelin landed at the quay.\n'),
  ]);
}

suite('What one saved search or rule fails by', () => {
  const announced = `${FAULTY}: Error: out of sorts`;

  test('leaves the others their counts, and the log the error', async () => {
    const { library, failures } = libraryOver(failing(new Error('out of sorts')));
    for (const query of ['quay', FAULTY, 'landed']) await library.saveSearch(query);
    await take(library);
    assert.deepEqual(
      (await library.savedSearches()).map(({ query, unread }) => [query, unread]),
      [
        ['quay', 1],
        [FAULTY, undefined],
        ['landed', 1],
      ],
    );
    assert.deepEqual(failures(), [announced]);
    assert.deepEqual((await library.brief(1)).searches, [
      { query: 'quay', found: 1 },
      { query: 'landed', found: 1 },
    ]);
    assert.deepEqual(failures(), [announced, announced]);
  });

  test('leaves the other rules their work, and what arrives its place', async () => {
    const { library, failures } = libraryOver(failing(new Error('out of sorts')));
    await library.addRule({ query: FAULTY, action: { kind: 'mute' } });
    await library.addRule({ query: 'quay', action: { kind: 'star' } });
    await take(library);
    const { headlines } = await library.headlines({ sourceId: undefined, after: undefined, limit: 9 });
    assert.deepEqual(
      headlines.map(({ headline, starred }) => [headline, starred]),
      [['Harbour', true]],
    );
    assert.deepEqual(failures(), [announced]);
  });

  test('is for whoever asked where it is the fault of the file, or asked for alone', async () => {
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
    const { library, failures } = libraryOver(failing(full));
    for (const query of ['quay', FAULTY]) await library.saveSearch(query);
    await take(library);
    assert.throws(() => library.savedSearches(), full);
    const rule = await library.addRule({ query: FAULTY, action: { kind: 'star' } });
    assert.throws(() => library.applyRule(rule.id), full);
    assert.deepEqual(failures(), []);
  });
});
