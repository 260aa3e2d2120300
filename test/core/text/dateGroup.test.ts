import assert from 'node:assert/strict';
import { dateGroup } from '../../../src/core/text/dateGroup.ts';

const NAMES = { today: 'Today', yesterday: 'Yesterday', thisWeek: 'This Week', lastWeek: 'Last Week' };

suite('Groups by date', () => {
  // A Thursday.
  const now = new Date(2026, 0, 15, 14).getTime();
  const cases: readonly (readonly [string, number, string])[] = [
    ['a moment ago', now - 1, 'Today'],
    ['the first moment of today', new Date(2026, 0, 15).getTime(), 'Today'],
    ['the last of yesterday', new Date(2026, 0, 15).getTime() - 1, 'Yesterday'],
    ['what is yet to come', new Date(2026, 0, 17).getTime(), 'Today'],
    ['only dated today', Date.UTC(2026, 0, 15), 'Today'],
    ['only dated yesterday', Date.UTC(2026, 0, 14), 'Yesterday'],
    ['Monday of this week', new Date(2026, 0, 12, 0, 1).getTime(), 'This Week'],
    ['Sunday before it', new Date(2026, 0, 11, 12).getTime(), 'Last Week'],
    ['Monday of last week', new Date(2026, 0, 5, 0, 1).getTime(), 'Last Week'],
    ['the Sunday before that', new Date(2026, 0, 4, 12).getTime(), 'January 2026'],
    ['another year', new Date(2024, 1, 29, 12).getTime(), 'February 2024'],
    ['only dated the first of a month', Date.UTC(2025, 11, 1), 'December 2025'],
    ['no date', 0, 'January 1970'],
  ];
  for (const [what, time, expected] of cases) {
    test(`put ${what} in its place`, () => {
      assert.equal(dateGroup(time, now, 'en', NAMES).label, expected);
    });
  }

  test('let the week begin where it does', () => {
    const sunday = new Date(2026, 0, 11, 12).getTime();
    assert.equal(dateGroup(sunday, now, 'en', NAMES, 7).label, 'This Week');
    assert.equal(dateGroup(sunday, now, 'en', NAMES, 1).label, 'Last Week');
  });

  test('are told apart whatever they are called', () => {
    const time = new Date(2025, 4, 3).getTime();
    const [english, arabic] = ['en', 'ar'].map((locale) => dateGroup(time, now, locale, NAMES));
    assert.equal(english?.key, '2025-05');
    assert.equal(arabic?.key, '2025-05');
    assert.notEqual(arabic.label, english.label);
  });
});
