// Many feeds at once, from a real server and from an internet that is not there.

import assert from 'node:assert/strict';
import type { FailureReason, FetchOutcome } from '../../src/core/schedule/fetchOutcome.ts';
import { createFetchResource, type FetchResource } from '../../src/host/fetch/fetchResource.ts';
import { refreshFeeds, type FeedToFetch, type RefreshRequest } from '../../src/host/fetch/refreshFeeds.ts';
import { isOnline, resolveHost } from '../../src/host/fetch/resolveHost.node.ts';
import { LIMITS, useNewsServer } from './useNewsServer.ts';

const fetchResource = createFetchResource({ resolve: resolveHost, version: '1' });

function feed(url: string): FeedToFetch {
  return { url, validators: undefined, authorization: undefined };
}

/** Refreshes, and gives what was delivered as "path kind", sorted. */
async function refresh(
  request: Partial<RefreshRequest<FeedToFetch>> & { readonly feeds: readonly FeedToFetch[] },
) {
  const delivered: string[] = [];
  const progress: number[] = [];
  const result = await refreshFeeds({
    fetchResource,
    deliver: ({ url }, outcome) => {
      delivered.push(`${url.replace(/^http:\/\/127[^/]+/, '')} ${nameOf(outcome)}`);
      return Promise.resolve();
    },
    onProgress: (done) => progress.push(done),
    signal: new AbortController().signal,
    now: () => 0,
    limits: LIMITS,
    ...request,
  });
  return { result, delivered: delivered.sort(), progress };
}

function nameOf(outcome: FetchOutcome): string {
  return outcome.kind === 'failed' ? outcome.reason : outcome.kind;
}

suite('Refreshing', () => {
  const { server } = useNewsServer();

  test('gives each feed its outcome, whatever the others do', async () => {
    const limits = { ...LIMITS, milliseconds: 500, idleMilliseconds: 300 };
    const paths = [
      '/feeds/rss',
      '/endless',
      '/silent',
      '/bomb/gzip',
      '/drip',
      '/gone',
      '/missing',
      '/loop/a',
    ];
    const { result, delivered, progress } = await refresh({
      feeds: [...paths, '/secret/basic', '/maintenance', '/broken/off', '/feeds/atom'].map((path) =>
        feed(`${server().address}${path}`),
      ),
      limits,
    });
    assert.deepEqual(delivered, [
      '/bomb/gzip too large',
      '/broken/off interrupted',
      '/drip too slow',
      '/endless too large',
      '/feeds/atom fresh',
      '/feeds/rss fresh',
      '/gone gone',
      '/loop/a redirect loop',
      '/maintenance wait',
      '/missing status',
      '/secret/basic unauthorized',
      '/silent timeout',
    ]);
    assert.deepEqual(result, { kind: 'complete', delivered: 12, errors: [] });
    assert.deepEqual(progress, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('asks for a thousand feeds once each, and lets others work in between', async () => {
    const feeds = Array.from({ length: 1000 }, (_, index) => ({
      ...feed(`${server().address}/feeds/numbered/${index}`),
      validators: { etag: '"edition-0"', lastModified: undefined },
    }));
    server().changeNumbered(10);
    let turns = 0;
    let going = true;
    const count = (): void => {
      turns++;
      if (going) setImmediate(count);
    };
    count();
    const { delivered, result } = await refresh({ feeds });
    going = false;
    assert.equal(result.delivered, 1000);
    assert.equal(delivered.filter((line) => line.endsWith(' fresh')).length, 100);
    assert.equal(delivered.filter((line) => line.endsWith(' unchanged')).length, 900);
    assert.equal(
      new Set(
        server()
          .requests()
          .map(({ path }) => path),
      ).size,
      1000,
    );
    assert.equal(server().requests().length, 1000);
    assert.ok(turns >= 1000, `${turns} turns of the event loop`);
  });

  test('leaves a host alone that asks for it', async () => {
    const paths = ['/busy', '/feeds/rss', '/feeds/atom'];
    const feeds = paths.map((path) => feed(`${server().address}${path}`));
    const { delivered } = await refresh({ feeds, turns: { total: 8, perHost: 1 } });
    assert.deepEqual(delivered, ['/busy wait', '/feeds/atom postponed', '/feeds/rss postponed']);
    assert.equal(server().requests().length, 1);
  });

  test('stops when the person has had enough, and delivers nothing afterwards', async () => {
    const stopping = new AbortController();
    const feeds = ['/feeds/rss', '/drip', '/silent', '/feeds/json'].map((path) =>
      feed(`${server().address}${path}`),
    );
    setTimeout(() => stopping.abort(), 200);
    const { result, delivered } = await refresh({ feeds, signal: stopping.signal });
    assert.equal(result.kind, 'stopped');
    assert.deepEqual(delivered, ['/feeds/rss fresh']);
  });

  test('goes on when one feed cannot be kept', async () => {
    const feeds = [1, 2, 3, 4].map((number) => feed(`${server().address}/feeds/numbered/${number}`));
    const { result } = await refresh({
      feeds,
      deliver: ({ url }) => (url.endsWith('2') ? Promise.reject(new Error('full')) : Promise.resolve()),
    });
    assert.deepEqual([result.kind, result.delivered], ['complete', 3]);
    assert.equal(result.errors.length, 1);
  });

  test('stops when nothing can be kept', async () => {
    const feeds = Array.from({ length: 100 }, (_, number) =>
      feed(`${server().address}/feeds/numbered/${number}`),
    );
    const { result } = await refresh({ feeds, deliver: () => Promise.reject(new Error('full')) });
    assert.equal(result.kind, 'stopped');
    assert.equal(result.errors.length, 3);
    assert.ok(server().requests().length < 20);
  });
});

suite('A lost connection', () => {
  /** An internet on which a host is found, or else fails for the reason in its name: "http://a.host-not-found/". */
  const internet =
    (asked: string[]): FetchResource =>
    ({ url }) => {
      asked.push(url);
      const reason = /\.([\w-]+)\/$/.exec(url)?.[1]?.replaceAll('-', ' ') ?? '';
      const answer: FetchOutcome =
        reason === 'found'
          ? {
              kind: 'unchanged',
              finalUrl: url,
              movedTo: undefined,
              validators: undefined,
              cacheFor: undefined,
            }
          : { kind: 'failed', reason: reason as FailureReason, status: undefined, sentence: '' };
      return Promise.resolve(answer);
    };
  const feedsOf = (...hosts: readonly string[]) => hosts.map((host) => feed(`http://${host}/`));
  const many = (count: number, ending: string) =>
    feedsOf(...Array.from({ length: count }, (_, index) => `host${index}.${ending}`));

  test('is noticed after a few feeds, and reported once', async () => {
    const asked: string[] = [];
    const { result, delivered } = await refresh({
      feeds: many(100, 'host-not-found'),
      fetchResource: internet(asked),
    });
    assert.deepEqual(result, { kind: 'offline', delivered: 0, errors: [] });
    assert.deepEqual(delivered, []);
    assert.ok(asked.length < 20, `${asked.length} were asked for`);
  });

  test('is noticed in the middle', async () => {
    const feeds = [...many(20, 'found'), ...many(50, 'offline')];
    const { result } = await refresh({ feeds, fetchResource: internet([]), turns: { total: 1, perHost: 1 } });
    assert.deepEqual([result.kind, result.delivered], ['offline', 20]);
  });

  test('is not what a list with dead sites shows', async () => {
    const asked: string[] = [];
    let probes = 0;
    const probe = (): Promise<boolean> => Promise.resolve(++probes > 0);
    const feeds = [...many(30, 'host-not-found'), ...many(3, 'found')];
    const { result, delivered } = await refresh({ feeds, fetchResource: internet(asked), isOnline: probe });
    assert.deepEqual(result, { kind: 'complete', delivered: 33, errors: [] });
    assert.equal(delivered.filter((line) => line.endsWith('host not found')).length, 30);
    assert.ok(probes <= 3, `${probes} probes`);
  });

  test('is not asked about while any site answers', async () => {
    const hosts = Array.from({ length: 20 }, (_, index) => [
      `a${index}.host-not-found`,
      `b${index}.found`,
    ]).flat();
    const { result } = await refresh({
      feeds: feedsOf(...hosts),
      fetchResource: internet([]),
      turns: { total: 1, perHost: 1 },
      isOnline: () => assert.fail('asked'),
    });
    assert.equal(result.delivered, 40);
  });

  const checkOne = (
    name: string,
    online: boolean | undefined,
    expected: string,
    delivered: readonly string[],
  ) =>
    test(name, async () => {
      const { result, delivered: got } = await refresh({
        feeds: feedsOf('a.offline'),
        fetchResource: internet([]),
        ...(online === undefined ? {} : { isOnline: () => Promise.resolve(online) }),
      });
      assert.equal(result.kind, expected);
      assert.deepEqual(got, delivered);
    });
  checkOne('is not one feed’s failure', false, 'offline', []);
  checkOne('is one feed’s failure while there is a connection', true, 'complete', [
    'http://a.offline/ unreachable',
  ]);
  checkOne('is not seen by one feed alone', undefined, 'complete', ['http://a.offline/ unreachable']);

  test('is not mended by what this computer answers', async () => {
    const asked: string[] = [];
    const local = internet(asked);
    const { result } = await refresh({
      feeds: [...many(4, 'host-not-found'), feed('http://localhost/'), ...many(40, 'unreachable')],
      fetchResource: (request) => local({ ...request, url: request.url.replace('localhost', 'a.found') }),
      turns: { total: 1, perHost: 1 },
    });
    assert.deepEqual([result.kind, result.delivered], ['offline', 1]);
  });

  test('is told by names that are not found', async () => {
    assert.equal(await isOnline(['a.invalid', 'b.invalid', '127.0.0.1', 'localhost', '[::1]']), false);
  });
});
