// What a damaged file still has comes back after a backup has taken its place.

import assert from 'node:assert/strict';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openFileLibrary, type ThreadEvent } from '../../src/library/fileLibrary.node.ts';
import type { IncomingDocument, StoredLibrary } from '../../src/library/library.ts';
import type { Implementation } from '../../src/library/rpc.ts';
import { spawnLibrary } from '../../src/library/spawn.node.ts';
import { backUp } from '../../src/library/store/backups.node.ts';
import { noteUnread } from '../../src/library/store/salvage.node.ts';
import { createUpkeep } from '../../src/library/upkeep.node.ts';
import { assertSound } from './sound.ts';
import { useFolder } from './victims.ts';
import { inEnglishTogether } from '../inEnglishTogether.ts';

const NOW = Date.UTC(2026, 0, 15);
const PAGE = 4096;
const WORKER = join(import.meta.dirname, '../../src/library/worker.node.ts');

type Opened = Implementation<StoredLibrary>;

suite('What a damaged library still has', () => {
  const folder = useFolder();
  let path = '';
  setup(() => (path = join(folder(), 'library.sqlite')));

  const open = (events: ThreadEvent[] = []): Opened =>
    openFileLibrary({ path, idleAfter: Infinity, now: () => NOW, announce: (event) => events.push(event) });
  const salvage = async (): Promise<string> =>
    inEnglishTogether(
      await createUpkeep(
        path,
        () => NOW,
        () => undefined,
      ).salvage(),
    );
  const has = async (library: Pick<Opened, 'search'>, query: string): Promise<boolean> =>
    (await library.search({ query, limit: 1, typing: false, passageLength: 40 })).hits.length === 1;
  const keep = async (library: Opened, from: number, to: number): Promise<void> => {
    const source = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
    await library.ingest(
      source.id,
      Array.from({ length: to - from }, (_, index) => article(from + index)),
    );
  };
  const asides = (): readonly string[] =>
    readdirSync(folder()).filter((name) => /\.damaged-.*\.sqlite$/.test(name));

  /** Articles 0 to 199 stand in the backup, 200 to 599 were added since. */
  const makeLibrary = async (): Promise<void> => {
    const library = open();
    await keep(library, 0, 200);
    assert.equal(backUp(path, NOW), 'made');
    await keep(library, 200, 600);
    const { hits } = await library.search({ query: 'w7x', limit: 1, typing: false, passageLength: 40 });
    await library.setStatus(
      hits.map(({ item }) => item.id),
      { starred: true },
    );
    await library.saveSearch('harbour wall');
    await library.close();
  };

  test('is added to the backup, with what has changed in the others', async () => {
    await makeLibrary();
    const pages = pagesOf(path, 'item');
    overwrite(path, pages[Math.floor(pages.length * 0.8)] ?? 0);
    const damaged = readFileSync(path);
    const library = open();
    await library.restoreBackup();
    assert.deepEqual([await has(library, 'w100x'), await has(library, 'w599x')], [true, false]);
    const said = await salvage();
    const [, added] =
      /^(\d+) items that came after the backup were read from the damaged file\. /.exec(said) ?? [];
    assert.ok(Number(added) > 300 && Number(added) < 400, said);
    assert.match(
      said,
      /What has changed since in 1 other was read from it too\. Some of that file cannot be read\.$/,
    );
    assert.deepEqual([await has(library, 'w201x'), await has(library, 'w599x')], [true, true]);
    assert.equal(await has(library, 'w7x is:starred'), true);
    assert.deepEqual(
      (await library.savedSearches()).map(({ query }) => query),
      ['harbour wall'],
    );
    assert.equal((await library.sources())[0]?.total, 200 + Number(added));
    await library.close();
    assertSound(path);
    assert.ok(readFileSync(join(folder(), asides()[0] ?? '')).equals(damaged));
    assert.equal(await salvage(), '');
  });

  test('is read to where a file was cut off', async () => {
    await makeLibrary();
    truncateSync(path, Math.floor((statSync(path).size / PAGE) * 0.9) * PAGE);
    const library = open();
    assert.equal(await has(library, 'w250x'), false);
    assert.match(await salvage(), /items that came after the backup were read/);
    assert.equal(await has(library, 'w250x'), true);
    await library.close();
    assertSound(path);
  });

  test('is nothing where the file is no library', async () => {
    await makeLibrary();
    overwrite(path, 1);
    const library = open();
    assert.equal(await salvage(), '');
    assert.equal(await has(library, 'w100x'), true);
    await library.close();
    assert.ok(!existsSync(`${path}-unread`));
  });

  test('comes back from every file that was set aside before one of them was read', async () => {
    await makeLibrary();
    truncateSync(path, Math.floor((statSync(path).size / PAGE) * 0.9) * PAGE);
    const first = open();
    await keep(first, 600, 700);
    await first.close();
    truncateSync(path, Math.floor((statSync(path).size / PAGE) * 0.95) * PAGE);
    const library = open();
    assert.deepEqual([await has(library, 'w250x'), await has(library, 'w610x')], [false, false]);
    assert.match(await salvage(), /items that came after the backup were read/);
    assert.deepEqual([await has(library, 'w250x'), await has(library, 'w610x')], [true, true]);
    await library.close();
    assert.equal(asides().length, 2);
    assert.ok(!existsSync(`${path}-unread`));
    assertSound(path);
  });

  test('is more than its sources’ own rows', async () => {
    await makeLibrary();
    for (const page of pagesOf(path, 'source')) overwrite(path, page);
    const library = open();
    await library.restoreBackup();
    assert.match(await salvage(), /^400 items that came after the backup were read/);
    assert.equal(await has(library, 'w599x'), true);
    await library.close();
    assertSound(path);
  });

  test('is all that is text, and nothing of which a part is none', async () => {
    await makeLibrary();
    const before = open();
    const source = await before.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
    await before.ingest(source.id, [
      { ...article(700), bytes: new TextEncoder().encode('Odd w700x\uFFFD mark\n\nIt says \\u0000 here.') },
      article(701),
      article(702),
    ]);
    await before.close();
    const file = new DatabaseSync(path);
    const change = (headline: string, bytes: string): void => {
      file
        .prepare(`UPDATE item SET summary = CAST(${bytes} AS TEXT) WHERE headline LIKE ?`)
        .run(`%${headline}%`);
    };
    change('w701x', `x'61ff62'`);
    change('w702x', `x'610062'`);
    file.close();
    const library = open();
    await library.restoreBackup();
    assert.match(await salvage(), /^401 items .* Some of that file cannot be read\.$/);
    const found = ['w700x', 'w701x', 'w702x'].map((word) => has(library, word));
    assert.deepEqual(await Promise.all(found), [true, false, false]);
    await library.close();
  });

  test('is passed over where SQLite or JavaScript cannot take it', async () => {
    await makeLibrary();
    const file = new DatabaseSync(path, { defensive: false });
    file.exec(`UPDATE item SET position = 9223372036854775807 WHERE id = 300;
      UPDATE revision SET seen_at = -9223372036854775807 WHERE item_id = 301;
      PRAGMA writable_schema = ON;
      DELETE FROM sqlite_schema WHERE name = 'saved_search';`);
    file.close();
    const library = open();
    await library.restoreBackup();
    assert.match(await salvage(), /^398 items .* Some of that file cannot be read\.$/);
    await library.close();
    assert.ok(!existsSync(`${path}-unread`));
    assertSound(path);
  });

  test('includes the names of what was removed by age or number', async () => {
    await makeLibrary();
    const before = open();
    const source = await before.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
    await before.setRetention(source.id, { days: undefined, newest: 300 });
    assert.equal((await before.applyRetention()).removals[0]?.headlines.length, 299);
    await before.close();
    const library = open();
    await library.restoreBackup();
    await salvage();
    await library.close();
    const file = new DatabaseSync(path);
    // The others stand in the backup.
    const { names } = file.prepare('SELECT count(*) AS names FROM tombstone').get() ?? {};
    assert.equal(names, 100);
    file.close();
  });

  test('is read together with its log where a process died while setting it aside', async () => {
    await makeLibrary();
    const library = open();
    await keep(library, 600, 620);
    // The log is there as long as the library is open.
    copyFileSync(path, `${path}-copy`);
    copyFileSync(`${path}-wal`, `${path}-copy-wal`);
    await library.close();
    renameSync(`${path}-copy`, path);
    const aside = join(folder(), 'library.damaged-before.sqlite');
    noteUnread(path, aside);
    renameSync(`${path}-copy-wal`, `${aside}-wal`);
    overwrite(path, 1);
    await open().close();
    assert.deepEqual(asides(), ['library.damaged-before.sqlite']);
  });

  test('keeps no backup from its turn where it cannot be brought back', async () => {
    const asked: string[] = [];
    let wake: () => void = () => undefined;
    const library = openFileLibrary({
      path,
      idleAfter: 0,
      now: () => NOW,
      announce: (event) => {
        if (event.kind !== 'upkeep') return;
        asked.push(event.work);
        wake();
      },
    });
    noteUnread(path, join(folder(), 'library.damaged-before.sqlite'));
    for (let turn = 0; turn < 3; turn++) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      await library.sources();
      await woken;
    }
    await library.close();
    assert.deepEqual(asked, ['salvage', 'backup', 'salvage']);
  });

  test('is read by itself, and the person is told', async () => {
    await makeLibrary();
    truncateSync(path, Math.floor((statSync(path).size / PAGE) * 0.9) * PAGE);
    const library = spawnLibrary(WORKER, path);
    const told = new Promise<string>((resolve) => {
      library.onDidChange((change) => {
        if (change.kind !== 'notice') return;
        const said = inEnglishTogether(change.sentences);
        if (said.includes('came after the backup')) resolve(said);
      });
    });
    await library.sources();
    assert.match(await told, /^\d+ items that came after the backup were read from the damaged file\./);
    assert.equal(await has(library, 'w250x'), true);
    await library.close();
    assertSound(path);
  });
});

function article(number: number): IncomingDocument {
  const text = `Report w${number}x from the harbour wall\n\nThe word is w${number}x.\n\n${'The ships came in, one by one.\n\n'.repeat(20)}`;
  return {
    path: `/news/${number}.txt`,
    name: `${number}.txt`,
    bytes: new TextEncoder().encode(text),
    modifiedAt: NOW,
  };
}

function overwrite(path: string, page: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, new Uint8Array(PAGE).fill(0xa5), 0, PAGE, (page - 1) * PAGE);
  closeSync(file);
}

/** The pages of a table's leaves, in the order of its rows. */
function pagesOf(path: string, name: string): readonly number[] {
  const database = new DatabaseSync(path);
  const rows = database
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`)
    .all(name);
  database.close();
  return rows.map((row) => Number(row['pageno']));
}
