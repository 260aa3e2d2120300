import assert from 'node:assert/strict';
import type { SourceId } from '../../../src/core/model/ids.ts';
import type { Subscription } from '../../../src/core/model/subscription.ts';
import { newFetchState, type FetchState } from '../../../src/core/schedule/fetchState.ts';
import { createBackground, feedsToRead } from '../../../src/host/refresh/background.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 2, 2);

suite('Feeds that are read by themselves', () => {
  const feed = (id: number, state: Partial<FetchState>): Subscription => {
    const url = `https://example${id}.org/feed`;
    const common = { url, title: url, homeUrl: undefined, folder: [], fullText: false };
    return { ...common, sourceId: id as SourceId, state: { ...newFetchState(url, NOW), ...state } };
  };
  const check = (name: string, states: readonly Partial<FetchState>[], expected: readonly number[]) =>
    test(name, () => {
      const feeds = states.map((state, index) => feed(index + 1, state));
      assert.deepEqual(feedsToRead(feeds, 60 * MINUTE, NOW), expected);
    });
  const failure = (latestAt: number): FetchState['failure'] => ({
    cause: 'timeout',
    status: undefined,
    sentence: 'It was silent.',
    count: 1,
    since: latestAt,
    latestAt,
    told: false,
  });

  check('new ones are', [{}], [1]);
  check('the longest overdue first', [{ nextAt: NOW - MINUTE }, { nextAt: NOW - 2 * MINUTE }], [2, 1]);
  check('not before their time, and never again when gone', [{ nextAt: NOW + 1 }, { nextAt: undefined }], []);
  check(
    'not sooner than the person allows',
    [
      { readAt: NOW - 59 * MINUTE, nextAt: NOW },
      { readAt: NOW - 60 * MINUTE, nextAt: NOW },
    ],
    [2],
  );
  check('not sooner after a failure either', [{ failure: failure(NOW - 59 * MINUTE) }], []);
  test('are looked for soon after the start', async () => {
    const due = feed(7, { nextAt: Date.now() - MINUTE });
    const later = feed(8, { nextAt: Date.now() + MINUTE });
    const feeds = new Map([due, later].map((one) => [one.sourceId, one]));
    const read = await new Promise((resolve, reject) => {
      const background = createBackground({
        list: { get: () => Promise.resolve(feeds) },
        read(ids) {
          background.dispose();
          resolve(ids);
          return Promise.resolve();
        },
        async quietly(work) {
          await work().catch(reject);
        },
        first: 0,
      });
      background.start();
      background.start();
    });
    assert.deepEqual(read, [7]);
  });

  check('not while their host wants a pause', [{ hostPausedUntil: NOW + 1 }, { hostPausedUntil: NOW }], [2]);
});
