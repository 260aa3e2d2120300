import assert from 'node:assert/strict';
import { dueFeeds } from '../../../src/core/schedule/dueFeeds.ts';
import { failureNotices, toldOfFailure } from '../../../src/core/schedule/failureNotices.ts';
import type { PublishingRhythm } from '../../../src/core/schedule/feedInterval.ts';
import type { FailureReason, FetchOutcome, FreshAnswer } from '../../../src/core/schedule/fetchOutcome.ts';
import { newFetchState, type FetchState } from '../../../src/core/schedule/fetchState.ts';
import { nextFetch } from '../../../src/core/schedule/nextFetch.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 2, 5, 12);
const URL_BEFORE = 'https://sillbury.example/feed';

const rhythm: PublishingRhythm = {
  ttl: undefined,
  skipHours: [],
  skipDays: [],
  updatePeriod: undefined,
  updateFrequency: undefined,
  published: [NOW, NOW - 4 * HOUR, NOW - 8 * HOUR],
};
const fresh: FreshAnswer = {
  kind: 'fresh',
  status: 200,
  bytes: new Uint8Array(),
  contentType: undefined,
  finalUrl: 'https://sillbury.example/feed',
  movedTo: undefined,
  validators: { etag: '"2"', lastModified: undefined },
  cacheFor: undefined,
};
const unchanged: FetchOutcome = { ...fresh, kind: 'unchanged' };
const failure = (reason: FailureReason, status?: number): FetchOutcome => ({
  kind: 'failed',
  reason,
  status,
  sentence: 'It failed.',
});
const busy = (milliseconds: number | undefined, status: 429 | 503 = 429): FetchOutcome => ({
  kind: 'wait',
  status,
  milliseconds,
  sentence: 'It is busy.',
});

const start = newFetchState(URL_BEFORE, NOW);
const known = nextFetch(start, fresh, rhythm, 0, NOW);

/** The state after the same outcome several times, each when the feed was due again. */
function again(state: FetchState, outcome: FetchOutcome, times: number, random = 0): FetchState {
  let after = state;
  for (let time = 0; time < times; time++) {
    after = nextFetch(after, outcome, undefined, random, after.nextAt ?? NOW);
  }
  return after;
}

suite('The next fetch', () => {
  const check = (name: string, state: FetchState, outcome: FetchOutcome, random: number, expected: number) =>
    test(`after ${name}`, () =>
      assert.equal((nextFetch(state, outcome, rhythm, random, NOW).nextAt ?? Infinity) - NOW, expected));

  check('a fresh answer follows the rhythm', start, fresh, 0, 2 * HOUR);
  check('a fresh answer is spread', start, fresh, 1, 132 * MINUTE);
  check('an unchanged one follows the rhythm of before', known, unchanged, 0, 2 * HOUR);
  check('an unchanged one without it comes in an hour', start, unchanged, 0, HOUR);
  check('an answer that is good for longer waits', start, { ...fresh, cacheFor: 5 * 3600 }, 0, 5 * HOUR);
  check('an answer never waits more than a day', start, { ...fresh, cacheFor: 1e9 }, 1, DAY);
  check('a failure comes soon', known, failure('refused'), 0, 15 * MINUTE);
  check('a failure is spread', known, failure('refused'), 1, 22.5 * MINUTE);
  check('a pause is as long as asked', known, busy(3 * HOUR), 0, 3 * HOUR);
  check('a pause can be longer than a day', known, busy(3 * DAY, 503), 0, 3 * DAY);
  check('a pause is a week at most', known, busy(1e15), 0, 7 * DAY);
  check('a pause of no time is a short one', known, busy(0), 0, 15 * MINUTE);
  check('a pause without a time is a failure’s', known, busy(undefined), 0, 15 * MINUTE);
  check(
    'a postponement is when the pause ends',
    known,
    { kind: 'postponed', milliseconds: HOUR, sentence: '' },
    0,
    HOUR,
  );
  check(
    'a postponement is spread',
    known,
    { kind: 'postponed', milliseconds: HOUR, sentence: '' },
    1,
    1.25 * HOUR,
  );
  check('being offline comes soon', known, failure('offline'), 0, 5 * MINUTE);
  check('the end never comes', known, { kind: 'gone', sentence: '' }, 0, Infinity);

  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((times) => {
    const before = again(known, failure('timeout'), times - 1);
    const now = before.nextAt ?? 0;
    return ((nextFetch(before, failure('timeout'), undefined, 0, now).nextAt ?? 0) - now) / MINUTE;
  });
  test('after failures comes later each time, and once a day in the end', () =>
    assert.deepEqual(waits, [15, 30, 60, 120, 240, 480, 960, 1440, 1440]));

  test('is not in hours that the publisher skips', () => {
    const after = nextFetch(start, fresh, { ...rhythm, skipHours: [14, 15], skipDays: [] }, 0, NOW);
    assert.equal((after.nextAt ?? 0) - NOW, 4 * HOUR);
  });
});

suite('The state of a feed', () => {
  test('that worked is whole and survives JSON', () => {
    assert.deepEqual(known, {
      url: URL_BEFORE,
      validators: fresh.validators,
      nextAt: NOW + 2 * HOUR,
      readAt: NOW,
      rhythm,
      failure: undefined,
      hostPausedUntil: undefined,
    });
    const written = JSON.parse(JSON.stringify(known)) as FetchState;
    const after = (state: FetchState): string =>
      JSON.stringify(nextFetch(state, unchanged, undefined, 0, NOW));
    assert.equal(after(written), after(known));
  });

  test('that moved for good has the new address', () => {
    const movedTo = 'https://new.example/feed';
    assert.equal(nextFetch(known, { ...fresh, movedTo }, rhythm, 0, NOW).url, movedTo);
    assert.equal(nextFetch(known, { ...unchanged, movedTo }, undefined, 0, NOW).url, movedTo);
  });

  test('that was no feed keeps its address and validators, and has failed', () => {
    const portal = { ...fresh, movedTo: 'http://hotel.example/', finalUrl: 'http://hotel.example/' };
    const after = nextFetch(
      known,
      { ...portal, validators: { etag: '"portal"', lastModified: undefined } },
      undefined,
      0,
      NOW,
    );
    assert.deepEqual([after.url, after.validators], [known.url, known.validators]);
    assert.deepEqual([after.failure?.cause, after.failure?.count], ['no feed', 1]);
    assert.equal(after.failure?.sentence, 'What hotel.example sent is not a feed.');
  });

  test('that is unchanged keeps validators that were not said again', () => {
    assert.deepEqual(
      nextFetch(known, { ...unchanged, validators: undefined }, undefined, 0, NOW).validators,
      known.validators,
    );
    assert.equal(nextFetch(known, { ...fresh, validators: undefined }, rhythm, 0, NOW).validators, undefined);
  });

  test('that failed counts, until it works again', () => {
    const after = again(known, failure('refused'), 3);
    assert.deepEqual([after.failure?.count, after.failure?.since], [3, known.nextAt]);
    assert.deepEqual([after.url, after.validators, after.readAt], [known.url, known.validators, NOW]);
    assert.equal(nextFetch(after, unchanged, undefined, 0, NOW).failure, undefined);
  });

  for (const reason of ['offline', 'aborted'] as const)
    test(`does not count ${reason}`, () => {
      const before = again(known, failure('refused'), 2);
      assert.deepEqual(nextFetch(before, failure(reason), undefined, 0, NOW).failure, before.failure);
    });

  test('does not count a postponement', () => {
    const after = nextFetch(
      known,
      { kind: 'postponed', milliseconds: HOUR, sentence: '' },
      undefined,
      0,
      NOW,
    );
    assert.equal(after.failure, undefined);
  });
});

suite('Feeds that are due', () => {
  const at = (url: string, nextAt: number | undefined, hostPausedUntil?: number): FetchState => ({
    ...newFetchState(url, NOW),
    nextAt,
    hostPausedUntil,
  });

  const check = (name: string, states: readonly FetchState[], expected: readonly string[]) =>
    test(name, () =>
      assert.deepEqual(
        dueFeeds(states, NOW).map(({ url }) => url),
        expected,
      ),
    );

  check(
    'are those whose time has come, the oldest first',
    [
      at('https://a.example/', NOW - 1),
      at('https://b.example/', NOW + 1),
      at('https://c.example/', NOW - 5),
      at('https://d.example/', NOW),
      at('https://e.example/', undefined),
    ],
    ['https://c.example/', 'https://a.example/', 'https://d.example/'],
  );
  check(
    'are not those whose host asked for a pause',
    [
      at('https://a.example/1', NOW + HOUR, NOW + HOUR),
      at('https://a.example/2', NOW),
      at('https://b.example/', NOW, NOW),
      at('no address', NOW),
    ],
    ['https://b.example/', 'no address'],
  );

  test('are none for a host after 429', () => {
    const after = nextFetch(known, busy(HOUR), undefined, 0, NOW);
    assert.deepEqual(dueFeeds([after, at('https://sillbury.example/other', NOW)], NOW + MINUTE), []);
    assert.equal(dueFeeds([after, at('https://sillbury.example/other', NOW)], NOW + 2 * HOUR).length, 2);
  });
});

suite('A notice of failure', () => {
  const noticeOf = (state: FetchState): string | undefined =>
    failureNotices([{ title: 'Courier', state }])[0]?.sentence;

  const check = (name: string, outcome: FetchOutcome, times: number, expected: RegExp | undefined) =>
    test(`${name}, ${times} times`, () => {
      const notice = noticeOf(again(known, outcome, times));
      if (expected === undefined) assert.equal(notice, undefined);
      else assert.match(notice ?? '', expected);
    });

  check('Not found', failure('host not found'), 1, undefined);
  check('Not found', failure('host not found'), 7, undefined);
  check(
    'Not found',
    failure('host not found'),
    12,
    /^“Courier” could not be read for 5 days\. It failed\. Look on its website for/,
  );
  check('No page', failure('status', 404), 12, /new address/);
  check('A fault', failure('status', 500), 12, /keeps trying/);
  check('A certificate', failure('certificate'), 12, /http\.systemCertificates/);
  check('A proxy', failure('proxy'), 12, /http\.proxy/);
  check('Too many requests', busy(DAY), 4, undefined);
  check('Too many requests', busy(DAY), 5, /less often/);
  check(
    'The end',
    { kind: 'gone', sentence: 'It is gone.' },
    1,
    /^“Courier” could not be read\. It is gone\. It is not asked for any more/,
  );
  check(
    'No password',
    { kind: 'unauthorized', status: 401, sentence: 'Who?' },
    1,
    /Who\? Give the user name/,
  );
  check('Forbidden', { kind: 'unauthorized', status: 403, sentence: 'No.' }, 1, undefined);
  check('Offline', failure('offline'), 100, undefined);

  test('is given once, and again when the feed has worked in between', () => {
    const failing = again(known, failure('refused'), 12);
    const told = toldOfFailure(failing);
    assert.equal(noticeOf(told), undefined);
    assert.equal(noticeOf(again(told, failure('timeout'), 5)), undefined);
    const working = nextFetch(told, unchanged, undefined, 0, NOW);
    assert.equal(toldOfFailure(working), working);
    assert.ok(noticeOf(again(working, failure('refused'), 12)));
  });

  test('is not given for many failures in a short time', () => {
    let state = known;
    for (let time = 0; time < 50; time++)
      state = nextFetch(state, failure('refused'), undefined, 0, NOW + time * MINUTE);
    assert.equal(noticeOf(state), undefined);
  });
});
