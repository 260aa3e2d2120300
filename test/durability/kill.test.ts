// Processes that write are killed at any moment: what was acknowledged is there and found, and all else is whole.

import assert from 'node:assert/strict';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openFileLibrary } from '../../src/library/fileLibrary.node.ts';
import { openLibraryFile } from '../../src/library/store/openLibraryFile.node.ts';
import { LATER_STEPS } from './laterSteps.ts';
import { assertSound } from './sound.ts';
import { runVictim, useFolder, type Lines } from './victims.ts';

const INGESTS = 100;
const REMOVALS = 60;
const MIGRATIONS_KILLED = 40;
/** After so many deaths a new library is begun, so that checking it stays quick. */
const DEATHS_EACH = 20;

suite('A process killed', () => {
  const folder = useFolder();

  test(`${INGESTS} times while it takes items in loses nothing that was acknowledged`, async () => {
    let kept = 0;
    await inLanes(INGESTS, async (lane) => {
      let acknowledged: string[] = [];
      for (const [index, death] of lane.entries()) {
        const path = join(folder(), `library${lane[0]}-${Math.floor(index / DEATHS_EACH)}.sqlite`);
        if (index % DEATHS_EACH === 0) acknowledged = [];
        const lines = await runVictim(path, 'ingest', `d${death}`, {
          killAfter: Math.random() * 50,
          lines: 1 + Math.floor(Math.random() * 6),
        });
        const words = said(lines, 'kept');
        acknowledged.push(...words);
        kept += words.length;
        const found = await foundIn(path, acknowledged);
        assert.deepEqual(
          acknowledged.filter((word) => !found.has(word)),
          [],
        );
        assertSound(path);
      }
    });
    assert.ok(kept > 0, 'No process lived long enough to keep anything.');
  });

  test(`${REMOVALS} times while it removes sources leaves each whole or gone`, async () => {
    let removed = 0;
    await inLanes(REMOVALS, async (lane) => {
      for (const [index, death] of lane.entries()) {
        const path = join(folder(), `library${lane[0]}-${Math.floor(index / DEATHS_EACH)}.sqlite`);
        const lines = await runVictim(path, 'remove', `d${death}`, {
          killAfter: Math.random() * 150,
          lines: 1 + Math.floor(Math.random() * 4),
        });
        const gone = new Set(said(lines, 'removed'));
        removed += gone.size;
        for (const title of said(lines, 'filled')) {
          const found = await foundIn(
            path,
            Array.from({ length: 30 }, (_, number) => `${title}x${number}`),
          );
          assert.ok(found.has(`${title}x0`), 'The starred item is gone.');
          if (gone.has(title)) assert.equal(found.size, 1);
          else assert.ok(found.size === 30 || found.size === 1, `${found.size} of 30 items are left.`);
        }
        assertSound(path);
      }
    });
    assert.ok(removed > 0, 'No process lived long enough to remove anything.');
  });

  test(`${MIGRATIONS_KILLED} times while it brings a library to a new schema leaves it at one step or the next`, async () => {
    const old = join(folder(), 'old.sqlite');
    await runVictim(old, 'ingest', 'm', { rounds: 200 });
    const seen = new Set<number>();
    const time = await timeOf(old, join(folder(), 'timed.sqlite'));
    for (let death = 0; death < MIGRATIONS_KILLED; death++) {
      const path = join(folder(), 'new.sqlite');
      for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
      copyFileSync(old, path);
      await runVictim(path, 'migrate', '', { killAfter: Math.random() * time });
      const raw = new DatabaseSync(path);
      assert.deepEqual(Object.values(raw.prepare('PRAGMA integrity_check').get() ?? {}), ['ok']);
      const version = Number(raw.prepare('PRAGMA user_version').get()?.['user_version']);
      seen.add(version);
      raw.close();
      const file = openLibraryFile(path, { steps: LATER_STEPS });
      if (file.kind !== 'writable') assert.fail(file.kind);
      const { database } = file;
      const row = database.prepare('SELECT count(*) AS items, count(shelf) AS shelved FROM item').get();
      assert.deepEqual({ ...row }, { items: 1000, shelved: 1000 });
      assert.equal(database.prepare('SELECT count(*) AS copies FROM copy').get()?.['copies'], 1000);
      database.close();
      assertSound(path);
    }
    assert.ok(seen.size > 1, `Every process died at the same step: ${[...seen].join()}.`);
  });
});

/** Shares numbered deaths among two lanes that run at the same time, each with libraries of its own. */
async function inLanes(deaths: number, work: (lane: readonly number[]) => Promise<void>): Promise<void> {
  const all = Array.from({ length: deaths }, (_, death) => death);
  await Promise.all([0, 1].map((lane) => work(all.filter((death) => death % 2 === lane))));
}

function said(lines: Lines, verb: string): string[] {
  return lines.filter((line) => line.startsWith(`${verb} `)).flatMap((line) => line.split(' ').slice(1));
}

/** The words by which the library finds an item that has them. */
async function foundIn(path: string, words: readonly string[]): Promise<ReadonlySet<string>> {
  const library = openFileLibrary({ path, idleAfter: Infinity, now: Date.now, announce: () => undefined });
  const found = new Set<string>();
  for (const query of words) {
    const { hits } = await library.search({ query, limit: 2, typing: false, passageLength: 40 });
    if (hits.some(({ item }) => item.headline.startsWith(`${query} `))) found.add(query);
  }
  await library.close();
  return found;
}

/** How long the migration takes from the moment its process is ready, in milliseconds. */
async function timeOf(old: string, path: string): Promise<number> {
  copyFileSync(old, path);
  const start = performance.now();
  const file = openLibraryFile(path, { steps: LATER_STEPS });
  const time = performance.now() - start;
  if (file.kind === 'writable') file.database.close();
  await runVictim(path, 'migrate', '', {});
  return time;
}
