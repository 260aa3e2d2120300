import assert from 'node:assert/strict';
import type { ListId } from '../../../src/core/model/headlineList.ts';
import type { ItemId, SourceId } from '../../../src/core/model/ids.ts';
import type { Headline } from '../../../src/core/model/item.ts';
import type { Arrangement } from '../../../src/host/sidebar/arrangement.ts';
import { createHeadlinePages } from '../../../src/host/sidebar/headlinePages.ts';
import type { HeadlinesPage, HeadlinesRequest } from '../../../src/library/library.ts';

const SOURCE = 1 as SourceId;

/** A list of headlines that is read when the test says so. */
function slowList(length: number, arrangement: Partial<Arrangement> = {}) {
  const asked: HeadlinesRequest[] = [];
  const waiting: (() => void)[] = [];
  let title = 'before';
  const headlines = ({ after, limit }: HeadlinesRequest): HeadlinesPage => {
    const from = after?.id ?? 0;
    const ids = Array.from({ length: Math.min(limit, length - from) }, (_, index) => from + index + 1);
    const last = ids.at(-1);
    return {
      headlines: ids.map((id) => ({ id, headline: title, read: false }) as unknown as Headline),
      end: last === undefined || last === length ? undefined : { sortAt: 0, id: last as ItemId },
    };
  };
  return {
    asked,
    rename: (next: string) => (title = next),
    answer: () => waiting.splice(0).forEach((resolve) => resolve()),
    pages: createHeadlinePages({
      arrangement: () => ({ grouping: 'none', order: 'newest', unreadOnly: false, ...arrangement }),
      today: () => ({ began: 0, date: 0 }),
      library: {
        async headlines(request) {
          asked.push(request);
          const page = headlines(request);
          await new Promise<void>((resolve) => waiting.push(resolve));
          return page;
        },
      },
    }),
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

suite('Pages of headlines', () => {
  test('are read again where they change while one more is being read', async () => {
    const { pages, answer, rename, asked } = slowList(250);
    const first = pages.get(SOURCE);
    answer();
    assert.equal((await first).headlines.length, 100);
    const more = pages.more(SOURCE);
    await settle();
    rename('after');
    pages.invalidate([SOURCE]);
    answer();
    await more;
    const again = pages.get(SOURCE);
    answer();
    const { headlines } = await again;
    assert.equal(headlines.length, 200);
    assert.ok(headlines.every(({ headline }) => headline === 'after'));
    assert.equal(asked.length, 3);
  });

  test('take a status without being read again', async () => {
    const { pages, answer, asked } = slowList(250);
    const first = pages.get(SOURCE);
    answer();
    await first;
    pages.patch([3 as ItemId], { read: true });
    const { headlines } = await pages.get(SOURCE);
    assert.deepEqual(
      headlines.filter(({ read }) => read).map(({ id }) => id),
      [3],
    );
    assert.equal(asked.length, 1);
  });

  const unreadLists: readonly (readonly [string, ListId, Partial<Arrangement>])[] = [
    ['a source with what is unread alone', SOURCE, { unreadOnly: true }],
    ['a source with what is unread first', SOURCE, { order: 'unread' }],
    ['the list of all that is unread', 'unread', {}],
  ];
  for (const [what, list, arrangement] of unreadLists) {
    test(`keep what is read in ${what} until it is folded`, async () => {
      const { pages, answer, asked } = slowList(250, arrangement);
      const first = pages.get(list);
      answer();
      await first;
      // One of them is not loaded, and so does not disappear.
      pages.patch([3 as ItemId, 240 as ItemId], { read: true });
      await pages.get(list);
      pages.invalidate([list]);
      void pages.get(list);
      assert.deepEqual(asked.at(-1)?.keeping, [3]);
      assert.equal(pages.settle(list), true);
      void pages.get(list);
      assert.deepEqual(asked.at(-1)?.keeping, []);
      assert.equal(pages.settle(list), false);
    });
  }

  test('keep nothing in a list that has what is read as well', async () => {
    for (const [list, unreadOnly] of [
      [SOURCE, false],
      ['later', true],
      ['starred', true],
    ] as const) {
      const { pages, answer, asked } = slowList(250, { unreadOnly });
      const first = pages.get(list);
      answer();
      await first;
      pages.patch([3 as ItemId], { read: true });
      await pages.get(list);
      assert.equal(pages.settle(list), false);
      assert.equal(asked[0]?.unreadOnly, false);
    }
  });

  test('are forgotten with their source', async () => {
    const { pages, answer, asked } = slowList(250);
    const first = pages.get(SOURCE);
    answer();
    await first;
    pages.forget(SOURCE);
    void pages.get(SOURCE);
    assert.deepEqual(
      asked.map(({ limit }) => limit),
      [100, 100],
    );
  });
});
