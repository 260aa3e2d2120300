// Where redirects lead, and where they must not.

import assert from 'node:assert/strict';
import type { FetchPorts, FetchRequest } from '../../src/host/fetch/fetchResource.ts';
import { mayKnowPassword } from '../../src/host/fetch/redirectTarget.ts';
import { startNewsServer } from '../server/newsServer.ts';
import { fetchFrom, LIMITS, useNewsServer } from './useNewsServer.ts';

suite('A redirect', () => {
  const { server } = useNewsServer();

  const check = (path: string, movedTo: string | undefined, count: number) =>
    test(`${path} leads to a feed that ${movedTo === undefined ? 'stays' : `moved to ${movedTo}`}`, async () => {
      const outcome = await fetchFrom(`${server().address}${path}`);
      assert.ok(outcome.kind === 'fresh', JSON.stringify(outcome));
      assert.equal(outcome.finalUrl, `${server().address}/feeds/rss`);
      assert.equal(outcome.movedTo, movedTo && `${server().address}${movedTo}`);
      assert.equal(server().requests().length, count);
      assert.ok(
        server()
          .requests()
          .every(({ expected }) => expected),
      );
    });

  check('/redirects/301/1', '/feeds/rss', 2);
  check('/redirects/308/3', '/feeds/rss', 4);
  check('/redirects/302/2', undefined, 3);
  check('/redirects/307/1', undefined, 2);
  check('/redirects/303/1', undefined, 2);
  check('/moved/then-temporary', '/redirect?status=302&to=/redirects/308/1', 4);
  check('/redirect?status=301&to=../feeds/rss%23top', '/feeds/rss', 2);

  test('for good is known of an unchanged feed too', async () => {
    const validators = { etag: '"edition-0"', lastModified: undefined };
    const outcome = await fetchFrom(`${server().address}/redirects/301/1`, { validators });
    assert.ok(outcome.kind === 'unchanged');
    assert.equal(outcome.movedTo, `${server().address}/feeds/rss`);
  });

  const checkFailure = (
    path: string,
    reason: string,
    requests: number,
    request: Partial<FetchRequest> = {},
  ) =>
    test(`${path} ends as ${reason} after ${requests}`, async () => {
      const outcome = await fetchFrom(`${server().address}${path}`, request);
      assert.ok(outcome.kind === 'failed', outcome.kind);
      assert.equal(outcome.reason, reason);
      assert.equal(server().requests().length, requests);
    });

  checkFailure('/loop/self', 'redirect loop', 1);
  checkFailure('/loop/a', 'redirect loop', 2);
  checkFailure('/loop/on/1', 'redirect loop', 6);
  checkFailure('/redirects/302/3', 'redirect loop', 3, { limits: { ...LIMITS, redirects: 2 } });
  checkFailure('/redirect/nowhere', 'unreadable', 1);
  checkFailure('/redirect?to=http://[', 'unreadable', 1);
  checkFailure('/redirect?to=file:///etc/passwd', 'forbidden redirect', 1);
  checkFailure('/redirect?to=data:text/xml,<rss/>', 'forbidden redirect', 1);
  checkFailure('/redirect?to=javascript:alert(1)', 'forbidden redirect', 1);
  checkFailure('/redirect?to=ftp://127.0.0.1/', 'forbidden redirect', 1);
});

suite('A redirect from the internet', () => {
  const { server } = useNewsServer();

  /** The names of a small internet, of which all that is public is the test server itself. */
  const names: Readonly<Record<string, readonly string[]>> = {
    'sillbury.example': ['203.0.113.7', '2001:db8::7'],
    'mirror.example': ['198.51.100.2'],
    'inside.example': ['192.168.1.20'],
    'half-inside.example': ['203.0.113.8', '127.0.0.1'],
    'mapped.example': ['::ffff:10.0.0.1'],
    'linked.example': ['fe80::1%eth0'],
    'nas.test': ['10.0.0.5'],
  };
  const internet = (): FetchPorts => ({
    version: '1',
    resolve: (host) => Promise.resolve(names[host] ?? []),
    fetch: (url, init) => globalThis.fetch(url.replace(/^http:\/\/[^/]+/, server().address), init),
  });

  const check = (from: string, to: string, expected: 'fresh' | 'failed') =>
    test(`from ${from} to ${to} is ${expected}`, async () => {
      const target = encodeURIComponent(`http://${to}/feeds/rss`);
      const outcome = await fetchFrom(`http://${from}/redirect?to=${target}`, {}, internet());
      assert.equal(outcome.kind, expected);
      if (outcome.kind === 'failed') assert.equal(outcome.reason, 'forbidden redirect');
      // What must not be read is not even asked for.
      assert.equal(server().requests().length, expected === 'fresh' ? 2 : 1);
    });

  for (const to of ['mirror.example', 'mirror.example.', 'unknown.example', '203.0.113.9', '[2001:db8::1]'])
    check('sillbury.example', to, 'fresh');
  for (const to of [
    ...[
      '127.0.0.1',
      '127.0.0.1.',
      '127.1',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '0',
      'localhost',
      'LOCALHOST.',
    ],
    ...['news.localhost', '10.1.2.3', '172.31.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '[::1]'],
    ...['[::]', '[::ffff:127.0.0.1]', '[::ffff:a00:1]', '[fe80::1]', '[fd00::1]', '[64:ff9b::7f00:1]'],
    ...['[2002:7f00:1::]', 'inside.example', 'inside.example.', 'half-inside.example', 'mapped.example'],
    ...['linked.example', '１２７.0.0.1'],
  ])
    check('sillbury.example', to, 'failed');
  // What a name is when it cannot be found is nobody's inside.
  check('unknown.example', '127.0.0.1', 'failed');
  check('half-inside.example', '127.0.0.1', 'failed');
  check('nas.test', 'inside.example', 'fresh');
  check('nas.test', 'mirror.example', 'fresh');
  check('localhost', '[::1]', 'fresh');

  test('back into the network from which it came is not followed', async () => {
    const back = encodeURIComponent('http://nas.test/feeds/rss');
    const out = encodeURIComponent(`http://mirror.example/redirect?to=${back}`);
    const outcome = await fetchFrom(`http://nas.test/redirect?to=${out}`, {}, internet());
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'forbidden redirect');
    assert.equal(server().requests().length, 2);
  });
});

suite('A password on the way', () => {
  const { server } = useNewsServer();

  test('stays with its origin, and so does the feed', async () => {
    const other = await startNewsServer();
    try {
      const target = encodeURIComponent(`${other.address}/redirects/301/1`);
      const url = `${server().address}/redirect?status=301&to=${target}`;
      const outcome = await fetchFrom(url, { authorization: 'Bearer token-of-a-reader' });
      assert.ok(outcome.kind === 'fresh', JSON.stringify(outcome));
      assert.equal(server().requests()[0]?.headers.authorization, 'Bearer token-of-a-reader');
      assert.deepEqual(
        other.requests().map(({ headers }) => headers.authorization),
        [undefined, undefined],
      );
      assert.equal(outcome.movedTo, undefined);
    } finally {
      await other.stop();
    }
  });

  const check = (from: string, to: string, expected: boolean) =>
    test(`${expected ? 'goes' : 'does not go'} from ${from} to ${to}`, () =>
      assert.equal(mayKnowPassword(new URL(to), new URL(from)), expected));

  check('https://a.example/1', 'https://a.example/2', true);
  check('http://a.example/', 'https://a.example/', true);
  check('https://a.example/', 'http://a.example/', false);
  check('http://a.example:8080/', 'https://a.example/', false);
  check('https://a.example/', 'https://b.a.example/', false);
});
