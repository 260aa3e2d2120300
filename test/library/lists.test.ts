import assert from 'node:assert/strict';
import type { Day, HeadlineOrder, SmartList } from '../../src/core/model/headlineList.ts';
import type { ItemId, SourceId } from '../../src/core/model/ids.ts';
import type { Headline } from '../../src/core/model/item.ts';
import type { HeadlinesRequest, PageEnd } from '../../src/library/library.ts';
import { repairCounters } from '../../src/library/store/checkRows.ts';
import { libraryInMemory, textFile, type TestLibrary } from './inMemory.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 0, 15, 12);
const TODAY: Day = { began: Date.UTC(2026, 0, 15), date: Date.UTC(2026, 0, 15) };

interface Filled extends TestLibrary {
  readonly source: SourceId;
  readonly other: SourceId;
  /** By the number in the headline. */
  readonly id: (ordinal: number) => ItemId;
  readonly numbers: (request: Partial<HeadlinesRequest>) => Promise<readonly number[]>;
}

/** Two sources of six headlines each, an hour apart, the lowest number newest; the second source has 7 to 12. */
async function filled(from = NOW + HOUR / 2): Promise<Filled> {
  const made = libraryInMemory(() => NOW);
  const { library } = made;
  const add = async (name: string): Promise<SourceId> =>
    (await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name })).id;
  const [source, other] = [await add('one'), await add('other')];
  const file = (ordinal: number): ReturnType<typeof textFile> =>
    textFile(`${ordinal}.md`, `# Report number ${ordinal} of the harbour\n\nBody.`, from - ordinal * HOUR);
  for (let ordinal = 1; ordinal <= 12; ordinal++)
    await library.ingest(ordinal <= 6 ? source : other, [file(ordinal)]);
  const all = await library.headlines({ sourceId: undefined, after: undefined, limit: 100 });
  const byNumber = new Map(all.headlines.map((item) => [numberOf(item), item.id]));
  return {
    ...made,
    source,
    other,
    id: (ordinal) => byNumber.get(ordinal) ?? assert.fail(`no ${ordinal}`),
    async numbers(request) {
      const found: number[] = [];
      let after: PageEnd | undefined;
      do {
        const page = await library.headlines({
          sourceId: undefined,
          after,
          limit: 2,
          today: TODAY,
          ...request,
        });
        found.push(...page.headlines.map(numberOf));
        after = page.end;
      } while (after !== undefined);
      return found;
    },
  };
}

const numberOf = ({ headline }: Headline): number => Number(/number (\d+)/.exec(headline)?.[1]);

suite('Lists across all sources', () => {
  const lists: readonly (readonly [SmartList, readonly number[]])[] = [
    ['unread', [2, 4, 5, 6, 7, 9, 10, 11, 12]],
    ['today', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['starred', [3, 8]],
    ['later', [1, 9]],
    ['cited', [2, 7]],
  ];
  const marked = async (): Promise<Filled> => {
    const made = await filled();
    const { library, id } = made;
    await library.setStatus([id(1), id(3), id(8)], { read: true });
    await library.setStatus([id(8), id(3)], { starred: true });
    await library.setStatus([id(9), id(1)], { later: true });
    await library.markCited(id(7), 'cited');
    await library.markCited(id(2), 'quoted');
    return made;
  };

  for (const [list, expected] of lists) {
    test(`have what belongs to them, newest first, page by page: ${list}`, async () => {
      const { numbers } = await marked();
      assert.deepEqual(await numbers({ list }), expected);
      assert.deepEqual(await numbers({ list, order: 'oldest' }), expected.toReversed());
    });
  }

  test('are counted', async () => {
    const { library, id } = await marked();
    assert.deepEqual(await library.listCounts(TODAY), {
      unread: 9,
      today: 9,
      starred: { total: 2, unread: 0 },
      later: { total: 2, unread: 1 },
      cited: { total: 2, unread: 2 },
    });
    await library.setStatus([id(1)], { later: false });
    assert.deepEqual((await library.listCounts(TODAY)).later, { total: 1, unread: 1 });
  });

  test('have an item once that is listed in several sources', async () => {
    const { numbers, database, other, id } = await filled();
    database
      .prepare('INSERT INTO listing SELECT item_id, ?, sort_at, read FROM listing WHERE item_id = ?')
      .run(other, id(2));
    for (const list of ['unread', 'today'] as const)
      assert.equal((await numbers({ list })).filter((number) => number === 2).length, 1);
  });

  test('of today begins where the day does, and has what is only dated so', async () => {
    const { numbers, library, source } = await filled();
    // West of Greenwich the day begins later than its date does in UTC.
    const west: Day = { began: TODAY.date + 5 * HOUR, date: TODAY.date };
    await library.ingest(source, [
      textFile('dated.md', '---\ntitle: Report number 20 of the harbour\ndate: 2026-01-15\n---\nBody.', 0),
      textFile('before.md', '---\ntitle: Report number 21 of the harbour\ndate: 2026-01-14\n---\nBody.', 0),
    ]);
    assert.deepEqual(await numbers({ list: 'today', today: west }), [1, 2, 3, 4, 5, 6, 7, 20]);
    assert.equal((await library.listCounts(west)).today, 8);
    const unread = await numbers({ list: 'today', today: west, unreadOnly: true });
    assert.deepEqual(unread, [1, 2, 3, 4, 5, 6, 7, 20]);
  });
});

suite('A list with what is unread', () => {
  const orders: readonly (readonly [HeadlineOrder, readonly number[]])[] = [
    ['newest', [2, 3, 5, 6]],
    ['oldest', [6, 5, 3, 2]],
  ];
  for (const [order, expected] of orders) {
    test(`alone, ${order} first`, async () => {
      const { numbers, library, id, source } = await filled();
      await library.setStatus([id(1), id(4)], { read: true });
      assert.deepEqual(await numbers({ sourceId: source, unreadOnly: true, order }), expected);
    });
  }

  test('first has the read ones behind, page by page', async () => {
    const { numbers, library, id, source } = await filled();
    await library.setStatus([id(1), id(4)], { read: true });
    const first = { order: 'unread' } as const;
    assert.deepEqual(await numbers({ sourceId: source, ...first }), [2, 3, 5, 6, 1, 4]);
    for (const limit of [1, 3, 4, 5, 6])
      assert.deepEqual(await numbers({ sourceId: source, ...first, limit }), [2, 3, 5, 6, 1, 4]);
    assert.deepEqual(await numbers({ list: 'today', ...first }), [2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 1, 4]);
    assert.deepEqual((await numbers({ ...first, limit: 5 })).slice(-2), [1, 4]);
  });

  test('keeps in its place what was read in it, and nothing of other sources', async () => {
    const { numbers, library, id, source } = await filled();
    await library.setStatus([id(1), id(4), id(8)], { read: true });
    const keeping = [id(4), id(8)];
    assert.deepEqual(await numbers({ sourceId: source, unreadOnly: true, keeping }), [2, 3, 4, 5, 6]);
    assert.deepEqual(await numbers({ sourceId: source, order: 'unread', keeping }), [2, 3, 4, 5, 6, 1]);
    const unread = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    assert.deepEqual(await numbers({ list: 'unread', keeping }), unread);
  });

  test('follows when all of a source is read, and is put right by a check', async () => {
    const { numbers, library, database, source } = await filled();
    const marked = await library.markListRead({ sourceId: source }, []);
    assert.deepEqual(await numbers({ sourceId: source, unreadOnly: true }), []);
    await library.setStatus(marked, { read: false });
    assert.equal((await numbers({ sourceId: source, unreadOnly: true })).length, 6);
    database.exec('UPDATE listing SET read = 1');
    repairCounters(database);
    assert.equal((await numbers({ sourceId: source, unreadOnly: true })).length, 6);
  });
});

suite('Read later', () => {
  test('is found by its filter', async () => {
    const { library, id } = await filled();
    await library.setStatus([id(5)], { later: true });
    const { hits } = await library.search({ query: 'is:later', limit: 9, typing: false, passageLength: 0 });
    assert.deepEqual(
      hits.map(({ item }) => [item.id, item.later]),
      [[id(5), true]],
    );
  });

  test('keeps an item from being removed', async () => {
    const { library, source, id, numbers } = await filled();
    await library.setStatus([id(6)], { later: true });
    await library.setRetention(source, { days: undefined, newest: 1 });
    await library.applyRetention();
    assert.deepEqual(await numbers({ sourceId: source }), [1, 6]);
    await library.removeSource(source);
    assert.deepEqual(await numbers({ list: 'later' }), [6]);
  });

  test('is left by command, not by reading', async () => {
    const { library, id, numbers } = await filled();
    await library.setStatus([id(5)], { later: true });
    await library.setStatus([id(5)], { read: true });
    assert.deepEqual(await numbers({ list: 'later' }), [5]);
    await library.setStatus([id(5)], { later: false });
    assert.deepEqual(await numbers({ list: 'later' }), []);
  });
});

suite('What is cited', () => {
  test('is announced, as a list has it', async () => {
    const { library, changes, id, source } = await filled();
    changes.length = 0;
    await library.markCited(id(3), 'quoted');
    assert.deepEqual(changes, [{ kind: 'status', itemIds: [id(3)], sourceIds: [source], change: {} }]);
  });
});

suite('Stories', () => {
  const words = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ');

  test('are given with all that tell them, and announced when they are found', async () => {
    const { library, changes } = libraryInMemory(() => NOW);
    for (const name of ['one', 'two', 'three']) {
      const { id } = await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name });
      const text = name === 'three' ? 'Something else altogether.' : `${words} ${name}.`;
      await library.ingest(id, [
        textFile(`${name}.md`, `# The view of paper ${name} on it\n\n${text}`, NOW - DAY),
      ]);
    }
    changes.length = 0;
    while (await library.groupStories());
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['items'],
    );
    const { headlines } = await library.headlines({ sourceId: undefined, after: undefined, limit: 9 });
    const stories = new Set(headlines.flatMap(({ story }) => story ?? []));
    const told = await library.stories([...stories]);
    assert.deepEqual(told.map(({ sourceTitle }) => sourceTitle).toSorted(), ['one', 'two']);
    assert.deepEqual(await library.stories([]), []);
  });
});
