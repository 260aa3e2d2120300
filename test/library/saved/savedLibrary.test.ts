// Libraries in memory that are saved as a whole: nothing is lost, whoever saves when.

import assert from 'node:assert/strict';
import { NEWER } from '../../../src/library/store/migrate.ts';
import { textFile } from '../inMemory.ts';
import { openMemory } from './webSqlite.ts';
import { memoryFolder, openWindow, type MemoryWindow } from './windows.ts';

const article = (headline: string): string =>
  `---\ntitle: ${headline}\ndate: 2026-01-12\n---\n\nThe tide was late and so was everybody else.\n`;

suite('A saved library', () => {
  const add = async ({ library }: MemoryWindow, headline: string): Promise<void> => {
    const source = await library.addSource({ kind: 'folder', uri: 'file:///notes', title: 'Notes' });
    await library.ingest(source.id, [textFile(`${headline}.md`, article(headline))]);
  };
  const headlines = async ({ library }: MemoryWindow): Promise<readonly string[]> => {
    const page = await library.headlines({ sourceId: undefined, after: undefined, limit: 100 });
    return page.headlines.map(({ headline }) => headline).sort();
  };
  const versionsIn = (files: ReadonlyMap<string, unknown>): readonly string[] =>
    [...files.keys()].filter((name) => /^library-.*\.sqlite$/.test(name)).sort();

  test('is there again in the next window, and can be searched', async () => {
    const folder = memoryFolder();
    const window = await openWindow(folder);
    await add(window, 'Harbour Opens Again');
    await window.saved.close();
    const next = await openWindow(folder);
    assert.deepEqual(await headlines(next), ['Harbour Opens Again']);
    const request = { query: 'harbour tides', limit: 5, typing: false, passageLength: 60 };
    assert.equal((await next.library.search(request)).hits.length, 1);
    assert.equal((await next.library.check()).needsBackup, false);
  });

  test('is saved only where something has changed, and leaves two versions', async () => {
    const folder = memoryFolder();
    const window = await openWindow(folder);
    await window.saved.save();
    assert.deepEqual([...folder.files.keys()], []);
    for (const headline of ['One Came First', 'Two Came Next', 'Three Came Last']) {
      await add(window, headline);
      await window.saved.save();
      await headlines(window);
      await window.saved.save();
    }
    assert.equal(versionsIn(folder.files).length, 2);
  });

  test('takes over what another window has saved', async () => {
    const folder = memoryFolder();
    const one = await openWindow(folder);
    const two = await openWindow(folder);
    await add(one, 'Said in the First');
    await one.saved.save();
    await two.saved.look();
    assert.deepEqual(await headlines(two), ['Said in the First']);
    assert.ok(two.changes.some(({ kind }) => kind === 'elsewhere'));
    await add(two, 'Said in the Second');
    await two.saved.save();
    await one.saved.look();
    assert.deepEqual(await headlines(one), ['Said in the First', 'Said in the Second']);
  });

  test('has what two windows did at the same time', async () => {
    const folder = memoryFolder();
    const one = await openWindow(folder);
    await add(one, 'Known to Both');
    await one.saved.save();
    const two = await openWindow(folder);
    await add(one, 'Only in the First');
    await add(two, 'Only in the Second');
    await one.saved.save();
    await two.saved.save();
    await one.saved.look();
    const all = ['Known to Both', 'Only in the First', 'Only in the Second'];
    assert.deepEqual(await headlines(one), all);
    assert.deepEqual(await headlines(two), all);
    assert.deepEqual(await headlines(await openWindow(folder)), all);
  });

  test('has also what was saved in the same moment', async () => {
    const folder = memoryFolder();
    const one = await openWindow(folder);
    await add(one, 'Known to Both');
    await one.saved.save();
    const two = await openWindow(folder);
    await add(one, 'Only in the First');
    await add(two, 'Only in the Second');
    const before = folder.files.get('library.json');
    await one.saved.save();
    // The second window looks before the first one has said that it saved, and says it afterwards.
    const said = folder.files.get('library.json');
    assert.ok(before && said);
    folder.files.set('library.json', before);
    await two.saved.save();
    const all = ['Known to Both', 'Only in the First', 'Only in the Second'];
    assert.deepEqual(await headlines(await openWindow(folder)), all);
    await one.saved.look();
    assert.deepEqual(await headlines(one), all);
    await one.saved.save();
    await two.saved.look();
    assert.deepEqual(await headlines(two), all);
  });

  test('keeps a newer status, whichever window has it', async () => {
    const folder = memoryFolder();
    const one = await openWindow(folder);
    await add(one, 'Read in One of Them');
    await one.saved.save();
    const two = await openWindow(folder);
    const [item] = (await two.library.headlines({ sourceId: undefined, after: undefined, limit: 1 }))
      .headlines;
    assert.ok(item);
    await two.library.setStatus([item.id], { read: true, starred: true });
    await add(one, 'Came Meanwhile');
    await two.saved.save();
    await one.saved.save();
    const read = await one.library.read(item.id);
    assert.deepEqual([read?.read, read?.starred], [true, true]);
  });

  test('sets aside what is damaged, and goes on with the version before', async () => {
    const folder = memoryFolder();
    const window = await openWindow(folder);
    await add(window, 'Saved the First Time');
    await window.saved.save();
    await add(window, 'Saved the Second Time');
    await window.saved.save();
    const damaged = versionsIn(folder.files).at(-1) ?? '';
    folder.files.set(damaged, new TextEncoder().encode('nothing that SQLite knows'));
    const next = await openWindow(folder);
    assert.deepEqual(await headlines(next), ['Saved the First Time']);
    assert.ok(folder.files.has(`damaged-${damaged}`));
    assert.match(next.notices.join(' '), /is damaged and was not read; it is kept as damaged-library-/);
    await add(next, 'Saved the Third Time');
    await next.saved.save();
    assert.deepEqual(await headlines(await openWindow(folder)), [
      'Saved the First Time',
      'Saved the Third Time',
    ]);
  });

  test('is read by what is there where the file that names the newest was cut off', async () => {
    const folder = memoryFolder();
    const window = await openWindow(folder);
    await add(window, 'Not Lost With a Name');
    await window.saved.save();
    folder.files.set('library.json', new Uint8Array([0x7b, 0x22]));
    assert.deepEqual(await headlines(await openWindow(folder)), ['Not Lost With a Name']);
  });

  test('says that it cannot be saved, and is saved when it can', async () => {
    const folder = memoryFolder();
    const window = await openWindow(folder);
    await add(window, 'Waits for Room');
    folder.refuse('QuotaExceededError');
    await window.saved.save();
    assert.match(window.notices.join(' '), /could not be saved.*QuotaExceededError/);
    assert.deepEqual(await headlines(window), ['Waits for Room']);
    folder.refuse(undefined);
    await window.saved.save();
    assert.deepEqual(await headlines(await openWindow(folder)), ['Waits for Room']);
  });

  test('is as before when the person restores it', async () => {
    const folder = memoryFolder();
    const window = await openWindow(folder);
    await assert.rejects(window.saved.restore(), /There is no other version/);
    await add(window, 'Was There Before');
    await window.saved.save();
    await add(window, 'Came Afterwards');
    await window.saved.save();
    await window.saved.restore();
    assert.deepEqual(await headlines(window), ['Was There Before']);
  });

  test('of a newer version is read and not changed', async () => {
    const database = openMemory(undefined);
    const folder = memoryFolder();
    const window = await openWindow(folder);
    await add(window, 'From the Days to Come');
    await window.saved.save();
    const [name = ''] = versionsIn(folder.files);
    const newer = openMemory(folder.files.get(name));
    newer.exec('PRAGMA user_version = 1000');
    folder.files.set(name, newer.bytes());
    newer.close();
    database.close();
    const next = await openWindow(folder);
    assert.deepEqual(await headlines(next), ['From the Days to Come']);
    const misspelt = { query: 'futture daays', limit: 5, typing: false, passageLength: 0 };
    assert.deepEqual((await next.library.search(misspelt)).hits, []);
    await assert.rejects(add(next, 'Too Late'), { message: NEWER });
    const before = [...folder.files.keys()];
    await next.saved.close();
    assert.deepEqual([...folder.files.keys()], before);
  });
});
