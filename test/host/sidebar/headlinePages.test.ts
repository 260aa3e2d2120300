import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../../src/core/model/ids.ts';
import type { Headline } from '../../../src/core/model/item.ts';
import { createHeadlinePages } from '../../../src/host/sidebar/headlinePages.ts';
import type { HeadlinesPage, HeadlinesRequest } from '../../../src/library/library.ts';

const SOURCE = 1 as SourceId;

/** A list of headlines that is read when the test says so. */
function slowList(length: number) {
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
      async headlines(request) {
        asked.push(request);
        const page = headlines(request);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return page;
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
    pages.patch([SOURCE], [3 as ItemId], { read: true });
    const { headlines } = await pages.get(SOURCE);
    assert.deepEqual(
      headlines.filter(({ read }) => read).map(({ id }) => id),
      [3],
    );
    assert.equal(asked.length, 1);
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
