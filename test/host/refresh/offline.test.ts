import assert from 'node:assert/strict';
import { inFeedWindow } from './feedWindow.ts';
import { removeFeeds } from './feeds.ts';

const COUNT = 40;

suite('Feeds without a connection', () => {
  teardown(removeFeeds);

  test('are left alone, which is said once and in one place, until the connection is back', () => {
    let isConnected = false;
    const feed =
      '<rss version="2.0"><channel><title>News</title><item><title>Rain</title></item></channel></rss>';
    const lost = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    return inFeedWindow(
      {
        fetch: () =>
          isConnected
            ? Promise.resolve(new Response(feed, { headers: { 'content-type': 'application/rss+xml' } }))
            : Promise.reject(new TypeError('fetch failed', { cause: lost })),
        resolveHost: () => Promise.resolve([]),
        isOnline: () => Promise.resolve(isConnected),
      },
      async ({ feeds, library, logged, shown }) => {
        await library.subscribe(
          Array.from({ length: COUNT }, (_, index) => ({
            url: `https://paper${index}.example/feed`,
            title: `Paper ${index}`,
            homeUrl: undefined,
            folder: [],
          })),
        );
        await feeds.refresh(undefined);
        assert.deepEqual(shown.length, 1);
        assert.match(shown[0] ?? '', /offline/);
        assert.equal(logged.filter((line) => line.includes('offline')).length, 1);
        const waiting = await library.subscriptions();
        assert.ok(waiting.every(({ state }) => state.failure === undefined));
        isConnected = true;
        await feeds.refresh(undefined);
        assert.equal(shown.at(-1), undefined);
        assert.ok((await library.subscriptions()).every(({ state }) => state.readAt !== undefined));
      },
    );
  });
});
