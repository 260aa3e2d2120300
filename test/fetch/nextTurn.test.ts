import assert from 'node:assert/strict';
import { createNextTurn } from '../../src/host/fetch/nextTurn.ts';

suite('Turns of the event loop', () => {
  test('each gets one of its own, in the order in which they were asked for', async () => {
    const nextTurn = createNextTurn();
    const met: string[] = [];
    const others = setInterval(() => met.push('other'), 0);
    const watchTurn = (): void => {
      met.push('|');
      if (met.filter((each) => each === 'c').length === 0) setImmediate(watchTurn);
    };
    setImmediate(watchTurn);
    await Promise.all(['a', 'b', 'c'].map((name) => nextTurn().then(() => met.push(name))));
    clearInterval(others);
    const turns = met
      .filter((each) => each !== 'other')
      .join('')
      .split('|')
      .filter(Boolean);
    assert.deepEqual(turns, ['a', 'b', 'c']);
  });
});
