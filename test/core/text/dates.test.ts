import assert from 'node:assert/strict';
import { longDate } from '../../../src/core/text/longDate.ts';
import { relativeDate } from '../../../src/core/text/relativeDate.ts';

suite('Long date', () => {
  const check = (iso: string, locale: string, withTime: boolean, expected: string) =>
    test(`${iso} ${locale} ${withTime ? 'with time' : ''}`, () =>
      assert.equal(longDate(iso, locale, withTime), expected));

  check('2025-10-08', 'en', false, '8 October 2025');
  check('2025-10-08', 'en', true, '8 October 2025');
  check('2025-10-08T23:30:00-11:00', 'en', false, '8 October 2025');
  check('2025-10-08T00:30:00+14:00', 'de', false, '8. Oktober 2025');
  check('2025-10-08T14:05:00+05:00', 'en', true, '8 October 2025 at 14:05');
  check('2025-10', 'en', false, 'October 2025');
  check('2025', 'en', false, '2025');
  check('2025-10-08', 'en-US', false, 'October 8, 2025');
  check('some day', 'en', false, 'some day');
});

suite('Relative date', () => {
  const now = new Date(2025, 9, 8, 15, 0).getTime();
  const check = (name: string, sortAt: number, expected: string) =>
    test(`${name} is ${expected}`, () => assert.equal(relativeDate(sortAt, now, 'en'), expected));

  check('half a minute ago', now - 30_000, 'now');
  check('a clock that runs ahead', now + 30_000, 'now');
  check('five minutes ago', now - 5 * 60_000, '5m');
  check('three hours ago', now - 3 * 3_600_000 - 1, '3h');
  check('last evening', new Date(2025, 9, 7, 20, 0).getTime(), 'Yesterday');
  check('last week', new Date(2025, 9, 3, 12, 0).getTime(), 'Fri');
  check('last month', new Date(2025, 8, 8, 12, 0).getTime(), '8 Sept');
  check('last year', new Date(2024, 9, 8, 12, 0).getTime(), '8 Oct 2024');
  check('today without a time', Date.UTC(2025, 9, 8), 'Today');
  check('yesterday without a time', Date.UTC(2025, 9, 7), 'Yesterday');
  check('a week ago without a time', Date.UTC(2025, 9, 1), '1 Oct');
});
