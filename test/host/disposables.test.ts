import assert from 'node:assert/strict';
import { createDisposableStore } from '../../src/host/disposables.ts';

suite('Disposables', () => {
  const recorder = (): {
    readonly ended: string[];
    readonly thing: (name: string) => { dispose(): void };
  } => {
    const ended: string[] = [];
    return { ended, thing: (name) => ({ dispose: () => void ended.push(name) }) };
  };

  test('end together, the last first, and each once', () => {
    const { ended, thing } = recorder();
    const store = createDisposableStore();
    store.add(thing('first'));
    store.add(thing('last'));
    store.dispose();
    store.dispose();
    assert.deepEqual(ended, ['last', 'first']);
  });

  test('that come late end at once', () => {
    const { ended, thing } = recorder();
    const store = createDisposableStore();
    store.dispose();
    store.add(thing('late'));
    assert.deepEqual(ended, ['late']);
  });

  test('end although others fail, and the errors are told', () => {
    const { ended, thing } = recorder();
    const store = createDisposableStore();
    const broken = new Error('It does not end.');
    store.add(thing('first'));
    store.add({
      dispose() {
        throw broken;
      },
    });
    assert.throws(
      () => store.dispose(),
      (error) => error instanceof AggregateError && error.errors[0] === broken,
    );
    assert.deepEqual(ended, ['first']);
  });
});
