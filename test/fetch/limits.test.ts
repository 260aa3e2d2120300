// Servers that send too much, too slowly, nothing at all, or no sense: each is stopped, and let go of.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { failureReason } from '../../src/host/fetch/fetchFailure.ts';
import type { FetchRequest } from '../../src/host/fetch/fetchResource.ts';
import { startNewsServer } from '../server/newsServer.ts';
import { selfSigned } from '../server/selfSigned.ts';
import { fetchFrom, LIMITS, useNewsServer } from './useNewsServer.ts';

suite('An answer without an end', () => {
  const { server, onlyRequest } = useNewsServer();

  /** The server must see the connection closed before it has sent more than what lies in the buffers between. */
  const check = (path: string, reason: string, sentence: string, request: Partial<FetchRequest> = {}) =>
    test(`${path} is stopped as ${reason}`, async () => {
      const before = process.memoryUsage().rss;
      const outcome = await fetchFrom(`${server().address}${path}`, request);
      assert.ok(outcome.kind === 'failed', outcome.kind);
      assert.deepEqual([outcome.reason, outcome.sentence], [reason, sentence]);
      const { early, sentBytes } = await onlyRequest().ended;
      assert.ok(early);
      assert.ok(sentBytes < 30_000_000, `${sentBytes} bytes were sent`);
      const grown = process.memoryUsage().rss - before;
      assert.ok(grown < 150_000_000, `${grown} bytes of memory were taken`);
    });

  const tooLarge = '127.0.0.1 sent more than 1 MB, so reading was stopped.';
  check('/endless', 'too large', tooLarge);
  check('/large', 'too large', tooLarge);
  check('/large/unannounced', 'too large', tooLarge);
  check('/bomb/gzip', 'too large', tooLarge);
  check('/bomb/br', 'too large', tooLarge);
  check('/endless', 'too large', '127.0.0.1 sent more than 50 kB, so reading was stopped.', {
    limits: { ...LIMITS, bytes: 50_000 },
  });
  const drip = '127.0.0.1 was not done after 0.4 seconds, so the connection was ended.';
  check('/drip?every=10', 'too slow', drip, { limits: { ...LIMITS, milliseconds: 400 } });
  const silence = '127.0.0.1 sent nothing for 0.2 seconds, so the connection was ended.';
  const impatient = { limits: { ...LIMITS, idleMilliseconds: 200 } };
  check('/silent', 'timeout', silence, impatient);
  check('/silent/later', 'timeout', silence, impatient);
  check('/drip?every=2500', 'timeout', silence, impatient);

  test('is let go of when it is not wanted at all', async () => {
    const outcome = await fetchFrom(`${server().address}/bomb/missing`);
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.status, 404);
    assert.ok((await onlyRequest().ended).early);
  });

  test('does not hold up a redirect', async () => {
    const { kind } = await fetchFrom(`${server().address}/bomb/redirect`);
    assert.equal(kind, 'fresh');
    const [redirect] = server().requests();
    assert.ok((await redirect?.ended)?.early);
  });

  test('ends when the person has had enough', async () => {
    const stopping = new AbortController();
    const fetching = fetchFrom(`${server().address}/drip?every=5`, { signal: stopping.signal });
    setTimeout(() => stopping.abort(), 100);
    const outcome = await fetching;
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'aborted');
    assert.ok((await onlyRequest().ended).early);
  });

  test('is not begun after that', async () => {
    const outcome = await fetchFrom(`${server().address}/feeds/rss`, { signal: AbortSignal.abort() });
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'aborted');
    assert.deepEqual(server().requests(), []);
  });

  test('in the look-up of a name is stopped too', async () => {
    const outcome = await fetchFrom(
      `${server().address}/redirect?to=http://never.example/`,
      { limits: { ...LIMITS, idleMilliseconds: 200 } },
      { resolve: () => new Promise(() => undefined) },
    );
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'timeout');
  });
});

suite('An answer that is none', () => {
  const { server } = useNewsServer();

  const check = (path: string, reason: string) =>
    test(`${path} is ${reason}`, async () => {
      const outcome = await fetchFrom(`${server().address}${path}`);
      assert.ok(outcome.kind === 'failed', outcome.kind);
      assert.equal(outcome.reason, reason);
      assert.match(outcome.sentence, /^127\.0\.0\.1 .+\.$/);
    });

  check('/broken/gzip', 'unreadable');
  check('/broken/http', 'unreadable');
  check('/broken/length', 'interrupted');
  check('/broken/off', 'interrupted');

  for (const url of ['feeds/rss', 'file:///etc/passwd', 'ftp://sillbury.example/', 'http://', ''])
    test(`${url || 'nothing'} is no address`, async () => {
      const outcome = await fetchFrom(url);
      assert.ok(outcome.kind === 'failed');
      assert.equal(outcome.reason, 'address');
    });

  test('comes from a port on which nobody listens', async () => {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as AddressInfo;
    await new Promise((resolve) => listener.close(resolve));
    const outcome = await fetchFrom(`http://127.0.0.1:${port}/`);
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'refused');
  });

  test('comes from a host that does not exist', async () => {
    const outcome = await fetchFrom('http://nowhere.invalid/feed');
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'host not found');
    assert.match(outcome.sentence, /nowhere\.invalid/);
  });

  test('comes with a certificate that anybody can make', async () => {
    const other = await startNewsServer({ certificate: selfSigned('sillbury.example') });
    try {
      const outcome = await fetchFrom(`${other.address}/feeds/rss`);
      assert.ok(outcome.kind === 'failed');
      assert.equal(outcome.reason, 'certificate', outcome.sentence);
      assert.deepEqual(other.requests(), []);
    } finally {
      await other.stop();
    }
  });

  test('comes from a server that does not speak HTTPS', async () => {
    const outcome = await fetchFrom(`${server().address.replace('http:', 'https:')}/feeds/rss`);
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.reason, 'unreadable');
  });
});

suite('The reason in an error', () => {
  const coded = (code: string): Error => Object.assign(new Error(code), { code });
  const check = (name: string, cause: unknown, expected: string) =>
    test(`${name} is ${expected}`, () =>
      assert.equal(failureReason(new TypeError('fetch failed', { cause })), expected));

  check('an expired certificate', coded('CERT_HAS_EXPIRED'), 'certificate');
  check('another name', coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate');
  check('a broken chain', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'certificate');
  check('no network', coded('ENETUNREACH'), 'offline');
  check('no name server', coded('EAI_AGAIN'), 'host not found');
  check('no route', coded('EHOSTUNREACH'), 'unreachable');
  check('a slow connect', coded('UND_ERR_CONNECT_TIMEOUT'), 'timeout');
  check('endless headers', coded('UND_ERR_HEADERS_OVERFLOW'), 'unreadable');
  check('a reset', coded('ECONNRESET'), 'interrupted');
  check('nothing known', undefined, 'interrupted');
  check(
    'one address that refuses and one without a way',
    new AggregateError([coded('ENETUNREACH'), coded('ECONNREFUSED')]),
    'refused',
  );
  const circular = coded('EOTHER');
  circular.cause = circular;
  check('one that is its own cause', circular, 'interrupted');
});
