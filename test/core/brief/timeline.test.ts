import assert from 'node:assert/strict';
import { clock, timeline } from '../../../src/core/brief/timeline.ts';

const at = (day: number, hour: number, minute = 0): number => new Date(2026, 2, day, hour, minute).getTime();

suite('Timeline', () => {
  test('has a tick for each report, and says the same in words', () => {
    const report = (time: number, publisher: string, isNew = true) => ({ at: time, publisher, isNew });
    const line = timeline(
      [report(at(3, 6, 10), 'Wire', false), report(at(3, 9, 35), 'Herald'), report(at(3, 13), 'Gazette')],
      at(3, 14),
      'en',
    );
    assert.deepEqual(line, {
      ticks: [
        { place: 0, isNew: false },
        { place: 0.5, isNew: true },
        { place: 1, isNew: true },
      ],
      from: '06:10',
      to: '13:00',
      text: '3 reports in 7 hours: the first by Wire at 06:10, the last by Gazette at 13:00',
    });
    assert.equal(timeline([report(at(3, 6), 'Wire'), report(at(3, 6), 'Herald')], at(3, 7), 'en'), undefined);
    assert.equal(timeline([], at(3, 7), 'en'), undefined);
    const days = timeline([report(at(1, 6), 'Wire'), report(at(3, 7), 'Herald')], at(3, 8), 'en');
    assert.match(days?.text ?? '', /^2 reports in 2 days: the first by Wire at Sun 06:00,/);
  });

  test('tells the time of day, and the day where it is another', () => {
    const check = (time: number, expected: string): void =>
      assert.equal(clock(time, at(5, 9), 'en'), expected);
    check(at(5, 8, 15), '08:15');
    check(at(4, 22, 40), 'Wed 22:40');
    check(new Date(2026, 0, 12, 22, 40).getTime(), '12 Jan, 22:40');
    check(Date.UTC(2026, 2, 4), 'Wed');
  });
});
