// Who works when.

import assert from 'node:assert/strict';
import { createTurns } from '../../src/host/fetch/inTurn.ts';

suite('Work in turn', () => {
  /** Work that ends when it is told to, and notes what began. */
  function workshop(total: number, perHost: number) {
    const inTurn = createTurns({ total, perHost });
    const begun: string[] = [];
    const endings = new Map<string, () => void>();
    const all: Promise<string>[] = [];
    return {
      begun,
      add: (...names: readonly string[]) =>
        names.forEach((name) => {
          const work = async (): Promise<string> => {
            begun.push(name);
            await new Promise<void>((end) => endings.set(name, end));
            return name;
          };
          all.push(inTurn(name.charAt(0), work));
        }),
      async end(name: string) {
        endings.get(name)?.();
        await new Promise((resolve) => setImmediate(resolve));
      },
      all: () => Promise.all(all),
    };
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  test('begins as much as both limits allow', async () => {
    const { add, begun } = workshop(3, 2);
    add('a1', 'a2', 'a3', 'b1', 'b2');
    await settled();
    assert.deepEqual(begun, ['a1', 'a2', 'b1']);
  });

  test('goes to the hosts one after the other', async () => {
    const { add, begun, end, all } = workshop(1, 1);
    add('a1', 'a2', 'a3', 'b1', 'b2', 'c1');
    await settled();
    const order = ['a1', 'b1', 'c1', 'a2', 'b2', 'a3'];
    for (const name of order) await end(name);
    assert.deepEqual(begun, order);
    assert.deepEqual(await all(), ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']);
  });

  test('does not wait for a slow host', async () => {
    const { add, begun, end } = workshop(4, 1);
    add('a1', 'a2', 'a3', 'b1', 'b2', 'c1');
    await settled();
    await end('b1');
    await end('b2');
    await end('c1');
    assert.deepEqual(begun, ['a1', 'b1', 'c1', 'b2']);
    await end('a1');
    assert.deepEqual(begun.slice(4), ['a2']);
  });

  test('goes on after a failure, and later again', async () => {
    const inTurn = createTurns({ total: 1, perHost: 1 });
    await assert.rejects(
      inTurn('a', () => Promise.reject(new Error('broken'))),
      /broken/,
    );
    assert.equal(await inTurn('a', () => Promise.resolve(1)), 1);
    assert.equal(await inTurn('b', () => Promise.resolve(2)), 2);
  });

  test('never breaks its limits, whatever ends when', async () => {
    const [total, perHost] = [7, 2];
    const inTurn = createTurns({ total, perHost });
    const running = new Map<string, number>();
    let most = 0;
    let done = 0;
    const work = async (host: string, index: number): Promise<void> => {
      running.set(host, (running.get(host) ?? 0) + 1);
      const now = [...running.values()].reduce((sum, one) => sum + one, 0);
      most = Math.max(most, now);
      assert.ok((running.get(host) ?? 0) <= perHost);
      for (let step = 0; step < (index * 7) % 5; step++) await settled();
      running.set(host, (running.get(host) ?? 0) - 1);
      done++;
    };
    await Promise.all(
      Array.from({ length: 500 }, (_, index) => {
        const host = `host${(index * index) % 23}`;
        return inTurn(host, () => work(host, index));
      }),
    );
    assert.equal(done, 500);
    assert.equal(most, total);
  });
});
