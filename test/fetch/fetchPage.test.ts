import assert from 'node:assert/strict';
import { createFetchPage } from '../../src/host/fetch/fetchPage.ts';
import { createFetchResource } from '../../src/host/fetch/fetchResource.ts';
import { useNewsServer } from './useNewsServer.ts';

const ADDRESSES: Readonly<Record<string, string>> = {
  'public.example': '93.184.216.34',
  'inside.example': '192.168.0.1',
};

suite('Fetching the page that a feed names', () => {
  const { server } = useNewsServer();
  const resolve = (host: string): Promise<readonly string[]> =>
    Promise.resolve(ADDRESSES[host] === undefined ? [] : [ADDRESSES[host]]);
  const fetchPage = createFetchPage(createFetchResource({ resolve, version: '0' }), resolve);

  const check = (title: string, from: string | undefined, expected: string) =>
    test(title, async () => {
      const url = `${server().address}/articles/baker-wins-the-bridge-race`;
      const outcome = await fetchPage(url, from, AbortSignal.timeout(10_000));
      assert.equal(outcome.kind === 'failed' ? outcome.reason : outcome.kind, expected);
      assert.equal(server().requests().length, expected === 'fresh' ? 1 : 0);
      if (outcome.kind === 'failed') assert.match(outcome.sentence, /^public\.example /);
    });

  check('goes where the person says', undefined, 'fresh');
  check('goes from a feed in the own network into it', 'http://inside.example/feed', 'fresh');
  check(
    'never goes from a public feed into the own network',
    'https://public.example/feed',
    'forbidden redirect',
  );

  test('gives the outcome of an address that is none', async () => {
    const outcome = await fetchPage('nowhere', 'https://public.example/feed', AbortSignal.timeout(1000));
    assert.ok(outcome.kind === 'failed' && outcome.reason === 'address');
  });
});
