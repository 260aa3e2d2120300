import assert from 'node:assert/strict';
import type { Headline } from '../../../src/core/model/item.ts';
import { groupHeadlines, groupStories } from '../../../src/host/sidebar/groupRows.ts';

const NOW = new Date(2026, 0, 15, 14).getTime();
const DAY = 86_400_000;
const NAMES = {
  ...{ today: 'Today', yesterday: 'Yesterday', thisWeek: 'This Week', lastWeek: 'Last Week' },
  noSection: 'No Section',
};

const item = (id: number, facts: Partial<Record<keyof Headline, unknown>> = {}): Headline =>
  ({ id, sortAt: NOW - id * DAY, sourceTitle: 'Feed', ...facts }) as unknown as Headline;
const around = { isWhole: false, isInTime: true, now: NOW, locale: 'en', names: NAMES };

suite('Grouped headlines', () => {
  const shown = (groups: ReturnType<typeof groupHeadlines>): unknown =>
    groups.map(({ label, items, isComplete }) => [label, items.map(({ id }) => id), isComplete]);

  test('stand beneath their days, of which the last may go on', () => {
    const items = [0, 1, 2, 3, 8, 9].map((id) => item(id));
    assert.deepEqual(shown(groupHeadlines(items, 'date', around)), [
      ['Today', [0], true],
      ['Yesterday', [1], true],
      ['This Week', [2, 3], false],
      ['Last Week', [8, 9], false],
    ]);
    const whole = groupHeadlines(items, 'date', { ...around, isWhole: true });
    assert.ok(whole.every(({ isComplete }) => isComplete));
  });

  test('stand beneath their sections, by name, and what has none comes last', () => {
    const items = [item(1), item(2, { section: 'World' }), item(3, { section: 'Arts' }), item(4)];
    assert.deepEqual(shown(groupHeadlines(items, 'section', around)), [
      ['Arts', [3], false],
      ['World', [2], false],
      ['No Section', [1, 4], false],
    ]);
  });

  test('stand beneath their outlets, or their source where none is known', () => {
    const items = [item(1, { outlet: 'Gazette' }), item(2), item(3, { outlet: 'Gazette' })];
    assert.deepEqual(shown(groupHeadlines(items, 'source', around)), [
      ['Feed', [2], false],
      ['Gazette', [1, 3], false],
    ]);
  });

  test('are not grouped by what all of them have', () => {
    assert.deepEqual(groupHeadlines([item(1), item(2)], 'source', around), []);
    assert.deepEqual(groupHeadlines([item(1), item(2)], 'section', around), []);
  });
});

suite('Headlines in stories', () => {
  test('show once for a story, where its first stands, with all that tell it', () => {
    const one = item(1, { story: 1 });
    const items = [item(5), one, item(2), item(3, { story: 1 })];
    const told = [item(4, { story: 1 }), one, item(3, { story: 1 })];
    assert.deepEqual(
      groupStories(items, told).map((row) => [
        row.kind,
        row.item.id,
        ...(row.kind === 'story' ? row.told.map(({ id }) => id) : []),
      ]),
      [
        ['item', 5],
        ['story', 1, 4, 1, 3],
        ['item', 2],
      ],
    );
  });

  test('stand alone where the others are gone', () => {
    const one = item(1, { story: 1 });
    assert.deepEqual(groupStories([one], [one]), [{ kind: 'item', item: one }]);
  });
});
