// Several windows, each a process of its own, share one library.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { LibraryChange } from '../../src/library/library.ts';
import { spawnLibrary } from '../../src/library/spawn.node.ts';
import { assertSound } from './sound.ts';
import { runVictim, useFolder } from './victims.ts';

const WORKER = join(import.meta.dirname, '../../src/library/worker.node.ts');

suite('Windows that share a library', () => {
  const folder = useFolder();

  test('make it at the same moment and all write to it', async () => {
    const path = join(folder(), 'library.sqlite');
    const names = ['a', 'b', 'c', 'd', 'e'];
    const said = await Promise.all(names.map((name) => runVictim(path, 'ingest', name, { rounds: 30 })));
    const words = said
      .flat()
      .filter((line) => line.startsWith('kept '))
      .flatMap((line) => line.split(' ').slice(1));
    assert.equal(words.length, names.length * 30 * 5);
    const library = spawnLibrary(WORKER, path);
    try {
      for (const query of words) {
        const { hits } = await library.search({ query, limit: 1, typing: false, passageLength: 40 });
        assert.equal(hits.length, 1, query);
      }
      const [source, ...others] = await library.sources();
      assert.deepEqual([source?.total, others], [words.length, []]);
    } finally {
      await library.close();
    }
    assertSound(path);
  });

  test('write and remove while others are killed', async () => {
    const path = join(folder(), 'library.sqlite');
    const rounds = [1, 2, 3, 4];
    await Promise.all([
      runVictim(path, 'ingest', 'steady', { rounds: 100 }),
      ...rounds.map((round) => runVictim(path, 'remove', `killed${round}`, { killAfter: 100 * round })),
    ]);
    assertSound(path);
  });

  test('learn of what another one wrote, and not of what they wrote themselves', async () => {
    const path = join(folder(), 'library.sqlite');
    const library = spawnLibrary(WORKER, path);
    const changes: LibraryChange['kind'][] = [];
    try {
      const told = new Promise<void>((resolve) => {
        library.onDidChange((change) => {
          changes.push(change.kind);
          if (change.kind === 'elsewhere') resolve();
        });
      });
      await library.addSource({ kind: 'folder', uri: 'file:///own', title: 'Own' });
      assert.deepEqual(changes, ['sources']);
      await runVictim(path, 'ingest', 'other', { rounds: 1 });
      await told;
      assert.equal((await library.sources()).length, 2);
    } finally {
      await library.close();
    }
  });

  test('read on while another one removes', async () => {
    const path = join(folder(), 'library.sqlite');
    await runVictim(path, 'ingest', 'first', { rounds: 1 });
    const library = spawnLibrary(WORKER, path);
    try {
      const other = runVictim(path, 'remove', 'busy', { rounds: 10 });
      const state = { ended: false };
      void other.then(() => (state.ended = true));
      let searches = 0;
      // At least one, however quick the other window is.
      do {
        const { hits } = await library.search({ query: 'first', limit: 1, typing: true, passageLength: 40 });
        assert.equal(hits.length, 1);
        searches++;
      } while (!state.ended);
      await other;
      assert.ok(searches > 0);
    } finally {
      await library.close();
    }
  });
});
