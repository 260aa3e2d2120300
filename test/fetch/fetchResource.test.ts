// What good servers answer, and what they are asked.

import assert from 'node:assert/strict';
import type { FetchOutcome, FreshAnswer } from '../../src/core/schedule/fetchOutcome.ts';
import type { FetchRequest } from '../../src/host/fetch/fetchResource.ts';
import { fetchFrom, useNewsServer } from './useNewsServer.ts';

suite('A feed', () => {
  const { server, onlyRequest } = useNewsServer();

  test('arrives with what is needed to ask for it again', async () => {
    const answer = fresh(await fetchFrom(`${server().address}/feeds/rss#top`));
    assert.match(textOf(answer), /Ferry to Lintel Island/);
    assert.deepEqual(
      { ...answer, bytes: undefined },
      {
        kind: 'fresh',
        status: 200,
        bytes: undefined,
        contentType: 'application/rss+xml; charset=utf-8',
        finalUrl: `${server().address}/feeds/rss`,
        movedTo: undefined,
        validators: { etag: '"edition-0"', lastModified: 'Thu, 05 Mar 2026 00:00:00 GMT' },
        cacheFor: undefined,
      },
    );
    // Its own memory, so that it can be handed to another thread.
    assert.equal(answer.bytes.buffer.byteLength, answer.bytes.byteLength);
  });

  test('is asked for politely, without cookies and Referer', async () => {
    await fetchFrom(`${server().address}/feeds/cookies`);
    await fetchFrom(`${server().address}/feeds/rss`);
    const { headers } = server().requests()[1] ?? assert.fail();
    assert.match(headers['user-agent'] ?? '', /^Broadsheet\/1\.2\.3 /);
    assert.match(headers.accept ?? '', /application\/atom\+xml/);
    assert.match(String(headers['accept-encoding']), /gzip.*br/);
    assert.equal(headers['cache-control'], 'max-age=0');
    for (const name of ['cookie', 'referer', 'origin', 'authorization', 'if-none-match', 'pragma'])
      assert.equal(headers[name], undefined, name);
  });

  test('that has not changed is not sent again, until it is edited', async () => {
    const url = `${server().address}/feeds/atom`;
    const { validators } = fresh(await fetchFrom(url));
    const unchanged = await fetchFrom(url, { validators });
    assert.deepEqual(unchanged, {
      kind: 'unchanged',
      finalUrl: url,
      movedTo: undefined,
      validators,
      cacheFor: undefined,
    });
    server().edit();
    const edited = fresh(await fetchFrom(url, { validators }));
    assert.match(textOf(edited), /an hour later/);
    assert.notDeepEqual(edited.validators, validators);
  });

  test('is found unchanged by its date alone', async () => {
    const validators = { etag: undefined, lastModified: 'Thu, 05 Mar 2026 00:00:00 GMT' };
    const { kind } = await fetchFrom(`${server().address}/feeds/json`, { validators });
    assert.equal(kind, 'unchanged');
    assert.equal(onlyRequest().headers['if-modified-since'], validators.lastModified);
  });

  test('says for how long it stays good', async () => {
    assert.equal(fresh(await fetchFrom(`${server().address}/feeds/cached`)).cacheFor, 6600);
  });

  for (const coding of ['gzip', 'deflate', 'br']) {
    test(`is read from ${coding}`, async () => {
      assert.match(
        textOf(fresh(await fetchFrom(`${server().address}/feeds/${coding}`))),
        /^<\?xml.*<\/rss>\s*$/s,
      );
    });
  }

  test('without validators has none', async () => {
    assert.equal(fresh(await fetchFrom(`${server().address}/feeds/plain`)).validators, undefined);
  });

  test('of the wrong type or charset arrives as it was sent', async () => {
    const typed = fresh(await fetchFrom(`${server().address}/feeds/wrong-type`));
    assert.equal(typed.contentType, 'text/plain');
    const coded = fresh(await fetchFrom(`${server().address}/feeds/wrong-charset`));
    assert.match(new TextDecoder('windows-1251').decode(coded.bytes), /Паром снова ходит/);
  });
});

suite('An answer', () => {
  const { server, onlyRequest } = useNewsServer();

  /** Checks the parts of the outcome that are named. */
  const check = (path: string, expected: Readonly<Record<string, unknown>>, sentence: RegExp) =>
    test(`${path} is ${Object.values(expected).join(' ')}`, async () => {
      const outcome = await fetchFrom(`${server().address}${path}`);
      const parts = Object.keys(expected).map((key) => [
        key,
        (outcome as Readonly<Record<string, unknown>>)[key],
      ]);
      assert.deepEqual(Object.fromEntries(parts), expected);
      assert.ok('sentence' in outcome);
      assert.match(outcome.sentence, sentence);
      assert.ok(onlyRequest().expected);
    });

  check('/gone', { kind: 'gone' }, /127\.0\.0\.1 says that this is gone for good/);
  check('/busy', { kind: 'wait', status: 429, milliseconds: 120_000 }, /less often/);
  check('/busy/silent', { kind: 'wait', status: 429, milliseconds: undefined }, /less often/);
  check('/maintenance', { kind: 'wait', status: 503, milliseconds: 600_000 }, /out of service/);
  check('/secret/basic', { kind: 'unauthorized', status: 401 }, /who you are/);
  check('/forbidden', { kind: 'unauthorized', status: 403 }, /does not let/);
  check('/missing', { kind: 'failed', reason: 'status', status: 404 }, /nothing at this address/);
  check('/fault', { kind: 'failed', reason: 'status', status: 500 }, /fault of its own/);
  check('/not-asked', { kind: 'failed', reason: 'status', status: 304 }, /did not give/);

  test('can ask to wait until a date', async () => {
    const outcome = await fetchFrom(`${server().address}/busy/date`);
    assert.ok(outcome.kind === 'wait' && outcome.milliseconds !== undefined);
    assert.ok(outcome.milliseconds > 3_500_000 && outcome.milliseconds <= 3_600_000);
  });
});

suite('A password', () => {
  const { server } = useNewsServer();
  const basic = `Basic ${Buffer.from('reader:pässword:1').toString('base64')}`;

  const check = (name: string, path: string, request: Partial<FetchRequest>, expected: string) =>
    test(name, async () => {
      assert.equal((await fetchFrom(`${server().address}${path}`, request)).kind, expected);
    });

  check('lets in', '/secret/basic', { authorization: basic }, 'fresh');
  check('as a token lets in', '/secret/bearer', { authorization: 'Bearer token-of-a-reader' }, 'fresh');
  check('that is wrong does not', '/secret/bearer', { authorization: 'Bearer guessed' }, 'unauthorized');

  test('in the address is used, and is not in what comes back', async () => {
    const url = `${server().address.replace('//', '//reader:p%C3%A4ssword%3A1@')}/secret/basic`;
    const answer = fresh(await fetchFrom(url));
    assert.equal(answer.finalUrl, `${server().address}/feeds/rss`);
    assert.equal(server().requests()[0]?.headers.authorization, basic);
  });
});

function fresh(outcome: FetchOutcome): FreshAnswer {
  return outcome.kind === 'fresh' ? outcome : assert.fail(JSON.stringify(outcome));
}

function textOf({ bytes }: FreshAnswer): string {
  return new TextDecoder().decode(bytes);
}
