import assert from 'node:assert/strict';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { UserError } from '../../src/core/model/userError.ts';
import { connect, serve, type Connection, type Implementation, type Port } from '../../src/library/rpc.ts';

interface Sums {
  add(a: number, b: number): Promise<number>;
  fail(how: 'person' | 'bug'): Promise<void>;
  uncloneable(): Promise<unknown>;
  never(): Promise<void>;
}

const SUMS: Implementation<Sums> = {
  add: (a, b) => a + b,
  fail(how) {
    throw how === 'person' ? new UserError('The disk is full.') : new RangeError('Out of range');
  },
  uncloneable: () => () => 'a function',
  never: () => new Promise<void>(() => undefined),
};

suite('Calls across threads', () => {
  const open: MessageChannel[] = [];
  teardown(() => open.splice(0).forEach(({ port1 }) => port1.close()));

  const start = (
    implementation: () => Implementation<Sums> = () => SUMS,
  ): Connection<Sums> & { broken(reason: Error): void; readonly events: unknown[]; opened(): number } => {
    const events: unknown[] = [];
    let breakIt: (reason: Error) => void = () => undefined;
    let opened = 0;
    const connection = connect<Sums>(
      (broken) => {
        opened++;
        breakIt = broken;
        const channel = new MessageChannel();
        open.push(channel);
        const announce = serve<Sums>(toPort(channel.port2), implementation);
        announce('opened');
        return toPort(channel.port1);
      },
      { add: true, fail: true, uncloneable: true, never: true },
      (event) => events.push(event),
    );
    return { ...connection, events, broken: (reason) => breakIt(reason), opened: () => opened };
  };

  test('give the result, and events', async () => {
    const { remote, events } = start();
    assert.equal(await remote.add(2, 3), 5);
    assert.deepEqual(events, ['opened']);
  });

  test('carry errors with their kind, message and stack', async () => {
    const { remote } = start();
    await assert.rejects(
      remote.fail('person'),
      (error: Error) => error instanceof UserError && error.message === 'The disk is full.',
    );
    await assert.rejects(
      remote.fail('bug'),
      (error: Error) => !(error instanceof UserError) && (error.stack ?? '').includes('rpc.test.ts'),
    );
  });

  test('settle when the result cannot be copied', async () => {
    await assert.rejects(start().remote.uncloneable(), /could not be cloned/);
  });

  test('settle when the channel breaks, and the next call opens a new one', async () => {
    const sums = start();
    const waiting = sums.remote.never();
    sums.broken(new Error('gone'));
    await assert.rejects(waiting, /gone/);
    assert.equal(await sums.remote.add(1, 1), 2);
    assert.equal(sums.opened(), 2);
  });

  test('are refused after the end', async () => {
    const sums = start();
    const waiting = sums.remote.never();
    sums.close(new Error('closed'));
    await assert.rejects(waiting, /closed/);
    await assert.rejects(sums.remote.add(1, 1), /closed/);
  });

  test('tell every caller why the other side cannot open', async () => {
    let tries = 0;
    const { remote } = start(() => {
      tries++;
      if (tries < 3) throw new UserError('The disk is read-only.');
      return SUMS;
    });
    await assert.rejects(remote.add(1, 1), /read-only/);
    await assert.rejects(remote.add(1, 1), /read-only/);
    assert.equal(await remote.add(1, 1), 2);
  });
});

function toPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
  };
}
