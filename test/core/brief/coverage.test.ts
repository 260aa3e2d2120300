import assert from 'node:assert/strict';
import { coverage, type Listed } from '../../../src/core/brief/coverage.ts';
import type { ItemId } from '../../../src/core/model/ids.ts';

/** "7 a 3 Wire": item 7 of story a at time 3 by Wire; a "+" in front says that it is new. */
function listed(line: string): Listed {
  const [id = '', story = '', at = '', ...publisher] = line.replace(/^\+/, '').split(' ');
  return {
    itemId: Number(id) as ItemId,
    story: story === '-' ? undefined : story.charCodeAt(0),
    at: Number(at),
    publisher: publisher.join(' '),
    isNew: line.startsWith('+'),
  };
}

suite('Coverage', () => {
  const check = (lines: readonly string[], expected: readonly (readonly [string, string])[]): void =>
    assert.deepEqual(
      coverage(lines.map(listed), 9).map(({ itemIds, publishers }) => [
        itemIds.join(' '),
        publishers.join(', '),
      ]),
      expected,
    );

  test('is by stories of several publishers, the most covered first', () => {
    check(
      ['+1 a 5 Wire', '+2 a 3 Herald', '+3 b 9 Wire', '+4 b 1 Herald', '+5 b 2 Gazette', '+6 - 9 Wire'],
      [
        ['3 5 4', 'Herald, Gazette, Wire'],
        ['1 2', 'Herald, Wire'],
      ],
    );
  });

  test('takes what was known before in, behind what is new', () => {
    check(['+1 a 5 Wire', '2 a 7 Herald', '3 a 9 Gazette'], [['1 3 2', 'Wire, Herald, Gazette']]);
    check(['2 a 7 Herald', '3 a 9 Gazette'], []);
  });

  test('counts an item that two sources list, and a publisher once', () => {
    check(['+1 - 5 Wire', '+1 - 5 Herald'], [['1', 'Wire, Herald']]);
    check(['+1 - 5 Wire', '+1 - 5 Wire'], []);
    check(['+1 a 5 Wire', '+2 a 6 Wire'], []);
  });

  test('has a report for each item and publisher, in time', () => {
    const [story] = coverage(['+1 a 5 Wire', '+1 a 5 Herald', '2 a 3 Wire'].map(listed), 9);
    assert.deepEqual(
      story?.reports.map(({ at, publisher, isNew }) => `${at} ${publisher} ${isNew}`),
      ['3 Wire false', '5 Wire true', '5 Herald true'],
    );
  });

  test('gives no more than was asked for, the newest of those that are alike', () => {
    const lines = ['+1 a 5 Wire', '+2 a 6 Herald', '+3 b 8 Wire', '+4 b 7 Herald'];
    assert.deepEqual(
      coverage(lines.map(listed), 1).map(({ itemIds }) => itemIds),
      [[3, 4]],
    );
  });
});
