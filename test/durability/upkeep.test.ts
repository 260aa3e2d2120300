// The library's threads: nothing is opened before it is needed, backups come by themselves, and closing is clean.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { spawnLibrary } from '../../src/library/spawn.node.ts';
import { listBackups } from '../../src/library/store/backups.node.ts';
import { assertSound } from './sound.ts';
import { runVictim, useFolder } from './victims.ts';
import { inEnglishTogether } from '../inEnglishTogether.ts';

const WORKER = join(import.meta.dirname, '../../src/library/worker.node.ts');

suite('The library’s threads', () => {
  const folder = useFolder();

  test('open no file before the first call', async () => {
    const path = join(folder(), 'library.sqlite');
    const library = spawnLibrary(WORKER, path);
    const stop = library.onDidChange(() => undefined);
    assert.deepEqual(readdirSync(folder()), []);
    await library.sources();
    assert.ok(existsSync(path));
    stop();
    await library.close();
  });

  test('that were never needed close without a trace', async () => {
    await spawnLibrary(WORKER, join(folder(), 'library.sqlite')).close();
    assert.deepEqual(readdirSync(folder()), []);
  });

  test('leave one file and no log when the library is closed', async () => {
    const path = join(folder(), 'library.sqlite');
    const library = spawnLibrary(WORKER, path);
    await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
    assert.ok(existsSync(`${path}-wal`));
    await library.close();
    assert.deepEqual(readdirSync(folder()), ['library.sqlite']);
    await assert.rejects(library.sources(), /closed/);
  });

  test('make a backup when nobody uses the library', async () => {
    const path = join(folder(), 'library.sqlite');
    mkdirSync(join(folder(), 'backups'));
    const watcher = watch(join(folder(), 'backups'));
    await runVictim(path, 'ingest', 'a', { rounds: 2 });
    const library = spawnLibrary(WORKER, path, { idleAfter: 100 });
    await library.sources();
    while (listBackups(path).length === 0) await once(watcher, 'change');
    watcher.close();
    await library.close();
    assertSound(listBackups(path)[0]?.path ?? '');
  });

  test('check the library while it is searched, and say what they do', async () => {
    const path = join(folder(), 'library.sqlite');
    await runVictim(path, 'ingest', 'a', { rounds: 20 });
    const library = spawnLibrary(WORKER, path);
    const steps: string[] = [];
    const checking = library.check((step) => steps.push(step));
    const { hits } = await library.search({ query: 'ax3x3', limit: 1, typing: false, passageLength: 40 });
    assert.equal(hits.length, 1);
    assert.match(inEnglishTogether((await checking).sentences), /^The library is sound/);
    assert.deepEqual(steps.slice(0, 2), [
      'Reading every page of the file',
      'Comparing the search index with the items',
    ]);
    await library.close();
  });
});
