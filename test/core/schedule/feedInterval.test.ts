import assert from 'node:assert/strict';
import { afterSkipped } from '../../../src/core/schedule/afterSkipped.ts';
import {
  compactRhythm,
  feedInterval,
  type PublishingRhythm,
} from '../../../src/core/schedule/feedInterval.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 2, 5, 12);

const silent: PublishingRhythm = {
  ttl: undefined,
  skipHours: [],
  skipDays: [],
  updatePeriod: undefined,
  updateFrequency: undefined,
  published: [],
};

/** Entries at these times before now. */
const ago = (...times: readonly number[]) => ({ published: times.map((time) => NOW - time) });
const every = (interval: number, count: number) =>
  ago(...Array.from({ length: count }, (_, index) => index * interval));

suite('How soon a feed is worth asking for', () => {
  const check = (
    name: string,
    rhythm: Partial<PublishingRhythm>,
    cacheFor: number | undefined,
    expected: number,
  ) => test(name, () => assert.equal(feedInterval({ ...silent, ...rhythm }, cacheFor, NOW), expected));

  check('an hour when nothing is known', {}, undefined, HOUR);
  check('an hour with one entry', ago(5 * MINUTE), undefined, HOUR);
  check('half the rhythm', every(4 * HOUR, 10), undefined, 2 * HOUR);
  check('a quarter of an hour at least', every(MINUTE, 10), undefined, 15 * MINUTE);
  check('a day at most', every(30 * DAY, 10), undefined, DAY);
  check(
    'by the median, whatever the largest gap',
    ago(0, HOUR, 2 * HOUR, 3 * HOUR, 900 * DAY),
    undefined,
    HOUR / 2,
  );
  check(
    'by the newest entries',
    { published: [...every(HOUR, 21).published, ...every(DAY, 400).published] },
    undefined,
    HOUR / 2,
  );
  check('in any order', { published: [...every(4 * HOUR, 10).published].reverse() }, undefined, 2 * HOUR);
  check(
    'with entries that came in one go as one',
    ago(0, 0, 0, 0, 6 * HOUR, 6 * HOUR, 12 * HOUR),
    undefined,
    3 * HOUR,
  );
  check(
    'later after a silence',
    ago(16 * HOUR, 16 * HOUR + MINUTE, 16 * HOUR + 2 * MINUTE),
    undefined,
    4 * HOUR,
  );
  check('once a day for one that has ended', ago(900 * DAY, 900 * DAY + MINUTE), undefined, DAY);
  check('without entries of the future', ago(-DAY, -2 * DAY, 0, 4 * HOUR), undefined, 2 * HOUR);
  check('without broken dates', { published: [NaN, NOW, NOW - 4 * HOUR, NaN] }, undefined, 2 * HOUR);
  check('not before its ttl', { ...every(HOUR, 9), ttl: 180 }, undefined, 3 * HOUR);
  check('not at a ttl that is shorter', { ...every(8 * HOUR, 9), ttl: 5 }, undefined, 4 * HOUR);
  check(
    'by its period',
    { ...every(HOUR, 9), updatePeriod: 'daily', updateFrequency: 4 },
    undefined,
    6 * HOUR,
  );
  check('by a period alone', { ...every(MINUTE, 9), updatePeriod: 'hourly' }, undefined, HOUR);
  check('once a day by a longer one', { updatePeriod: 'yearly', updateFrequency: 1 }, undefined, DAY);
  check('not while the answer is good', every(MINUTE, 9), 7200, 2 * HOUR);
  check('once a day though it were good for a year', every(MINUTE, 9), 31_536_000, DAY);
  check('whatever nonsense it says', { ttl: -5, updatePeriod: 'daily', updateFrequency: Infinity }, -1, DAY);
  check('whatever ttl it says', { ttl: Infinity }, NaN, HOUR);

  test('is kept as a few times', () => {
    const rhythm = compactRhythm({ ...silent, ...every(HOUR, 5000) }, NOW);
    assert.equal(rhythm.published.length, 20);
    assert.equal(rhythm.published[0], NOW);
  });
});

suite('After the skipped hours', () => {
  const check = (time: string, hours: readonly number[], days: readonly string[], expected: string) =>
    test(`${time} ${hours.join()} ${days.join()}`, () =>
      assert.equal(new Date(afterSkipped(Date.parse(time), hours, days)).toISOString(), expected));

  // A Thursday.
  check('2026-03-05T12:40:00.000Z', [], [], '2026-03-05T12:40:00.000Z');
  check('2026-03-05T12:40:00.000Z', [11, 13], ['Monday'], '2026-03-05T12:40:00.000Z');
  check('2026-03-05T12:40:00.000Z', [12, 13], [], '2026-03-05T14:40:00.000Z');
  check('2026-03-05T23:40:00.000Z', [23, 24], [], '2026-03-06T01:40:00.000Z');
  check('2026-03-05T12:40:00.000Z', [], ['thursday', ' Friday'], '2026-03-07T00:40:00.000Z');
  check('2026-03-05T12:40:00.000Z', [0, 1], ['Thursday'], '2026-03-06T02:40:00.000Z');
  check(
    '2026-03-05T12:40:00.000Z',
    Array.from({ length: 24 }, (_, hour) => hour),
    [],
    '2026-03-05T12:40:00.000Z',
  );
  check('2026-03-05T12:40:00.000Z', [-1, 99, NaN], ['Someday'], '2026-03-05T12:40:00.000Z');
});
