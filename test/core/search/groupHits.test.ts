import assert from 'node:assert/strict';
import type { Headline } from '../../../src/core/model/item.ts';
import { groupHits } from '../../../src/core/search/groupHits.ts';

const item = (headline: string, outlet: string | undefined, day: string): Headline =>
  ({ headline, outlet, sourceTitle: 'folder', sortAt: Date.parse(day) }) as Headline;

suite('Groups of hits', () => {
  const items = [
    item('a', 'Gazette', '2026-01-02'),
    item('b', undefined, '2026-01-03'),
    item('c', 'Gazette', '2026-01-03T12:00Z'),
  ];
  const check = (by: 'source' | 'date', expected: readonly (readonly [string, string])[]): void =>
    assert.deepEqual(
      groupHits(items, by, 'en-GB').map(({ label, items: grouped }) => [
        label,
        grouped.map(({ headline }) => headline).join(''),
      ]),
      expected,
    );

  test('by source, the largest first', () =>
    check('source', [
      ['Gazette', 'ac'],
      ['folder', 'b'],
    ]));
  test('by day, the newest first', () =>
    check('date', [
      ['3 January 2026', 'bc'],
      ['2 January 2026', 'a'],
    ]));
});
