import assert from 'node:assert/strict';
import { cacheLifetime, type CacheHeaders } from '../../../src/core/schedule/cacheLifetime.ts';
import { httpDate } from '../../../src/core/schedule/httpDate.ts';
import { retryAfter } from '../../../src/core/schedule/retryAfter.ts';

const NOW = Date.UTC(2026, 2, 5, 12);

suite('A date in a header', () => {
  const check = (written: string, expected: number | undefined) =>
    test(written || 'nothing', () => assert.equal(httpDate(written, NOW), expected));

  const known = Date.UTC(1994, 10, 6, 8, 49, 37);
  check('Sun, 06 Nov 1994 08:49:37 GMT', known);
  check('Sunday, 06-Nov-94 08:49:37 GMT', known);
  check('Sun Nov  6 08:49:37 1994', known);
  check(' sun, 06 nov 1994 08:49:37 gmt ', known);
  check('06 Nov 1994 08:49:37 +0000', known);
  check('Sun, 06-Nov-1994 08:49:37 UTC', known);
  check('Friday, 01-Jan-76 00:00:00 GMT', Date.UTC(2076, 0, 1));
  check('Saturday, 01-Jan-77 00:00:00 GMT', Date.UTC(1977, 0, 1));
  check('Sun, 29 Feb 2024 08:00:00 GMT', Date.UTC(2024, 1, 29, 8));
  for (const wrong of [
    'Sun, 29 Feb 2023 08:00:00 GMT',
    'Sun, 06 Nov 1994 25:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 PST',
    '1994-11-06T08:49:37Z',
    '0',
    '-1',
    '',
    'Sun, '.repeat(1000),
  ])
    check(wrong, undefined);
});

suite('Retry-After', () => {
  const check = (header: string | undefined, expected: number | undefined) =>
    test(String(header), () => assert.equal(retryAfter(header, NOW), expected));

  check('120', 120_000);
  check(' 0 ', 0);
  check('1.5', 1500);
  check('Thu, 05 Mar 2026 12:10:00 GMT', 600_000);
  check('Thu, 05 Mar 2026 11:00:00 GMT', 0);
  check('-5', undefined);
  check('soon', undefined);
  check('9'.repeat(400), undefined);
  check('', undefined);
  check(undefined, undefined);
});

suite('How long an answer stays good', () => {
  const check = (headers: Partial<CacheHeaders>, expected: number | undefined) =>
    test(JSON.stringify(headers), () =>
      assert.equal(
        cacheLifetime(
          { cacheControl: undefined, expires: undefined, date: undefined, age: undefined, ...headers },
          NOW,
        ),
        expected,
      ),
    );

  check({}, undefined);
  check({ cacheControl: 'public' }, undefined);
  check({ cacheControl: 'public, max-age=900', age: '300' }, 600);
  check({ cacheControl: 'MAX-AGE="900"' }, 900);
  check({ cacheControl: 'max-age = 900, max-age=5' }, 900);
  check({ cacheControl: 's-maxage=900' }, undefined);
  check({ cacheControl: 's-maxage=900, max-age=60' }, 60);
  check({ cacheControl: 'private="set-cookie, max-age=7", max-age=60' }, 60);
  check({ cacheControl: 'no-cache, max-age=900' }, 0);
  check({ cacheControl: 'no-store' }, 0);
  check({ cacheControl: 'max-age=soon' }, 0);
  check({ cacheControl: 'max-age=-1' }, 0);
  check({ cacheControl: 'max-age=60', age: '300' }, 0);
  check({ cacheControl: `max-age=${'9'.repeat(30)}` }, 2 ** 31);
  check({ expires: 'Thu, 05 Mar 2026 13:00:00 GMT' }, 3600);
  check({ expires: 'Thu, 05 Mar 2026 13:00:00 GMT', date: 'Thu, 05 Mar 2026 12:30:00 GMT' }, 1800);
  check({ expires: 'Thu, 05 Mar 2026 13:00:00 GMT', cacheControl: 'max-age=60' }, 60);
  check({ expires: '0' }, 0);
  check({ expires: 'Thu, 05 Mar 2026 11:00:00 GMT' }, 0);
});
