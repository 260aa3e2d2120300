// Full and read-only disks, damaged files, files of newer versions: one sentence each, and a way on.

import assert from 'node:assert/strict';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../src/core/model/userError.ts';
import { createLibrary } from '../../src/library/createLibrary.ts';
import { openFileLibrary, type ThreadEvent } from '../../src/library/fileLibrary.node.ts';
import type { IncomingDocument, StoredLibrary } from '../../src/library/library.ts';
import type { Implementation } from '../../src/library/rpc.ts';
import { backUp, listBackups } from '../../src/library/store/backups.node.ts';
import { openLibraryFile } from '../../src/library/store/openLibraryFile.node.ts';
import { createUpkeep } from '../../src/library/upkeep.node.ts';
import { mountSmallDisk, type SmallDisk } from './smallDisk.ts';
import { assertSound } from './sound.ts';
import { runVictim, useFolder } from './victims.ts';
import { inEnglishTogether } from '../inEnglishTogether.ts';

const NOW = Date.UTC(2026, 0, 15);
const DAY = 24 * 60 * 60 * 1000;

interface Opened {
  readonly library: Implementation<StoredLibrary>;
  readonly events: ThreadEvent[];
  notices(): readonly string[];
  found(query: string): Promise<number>;
  keep(word: string, paragraphs?: number): Promise<void>;
}

function open(path: string): Opened {
  const events: ThreadEvent[] = [];
  const library = openFileLibrary({
    path,
    idleAfter: Infinity,
    now: () => NOW,
    announce: (event) => events.push(event),
  });
  return {
    library,
    events,
    notices: () =>
      events.flatMap((event) => (event.kind === 'notice' ? [inEnglishTogether(event.sentences)] : [])),
    async found(query) {
      return (await library.search({ query, limit: 5, typing: false, passageLength: 40 })).hits.length;
    },
    async keep(word, paragraphs = 1) {
      const source = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
      await library.ingest(source.id, [article(word, paragraphs)]);
    },
  };
}

function article(word: string, paragraphs = 1): IncomingDocument {
  const text = `${word} reports from the harbour today\n\n${`The word of this article is ${word}, said twice for those who count the ships.\n\n`.repeat(paragraphs)}`;
  return {
    path: `/news/${word}.txt`,
    name: `${word}.txt`,
    bytes: new TextEncoder().encode(text),
    modifiedAt: NOW,
  };
}

/** Makes a library with the articles "first" to "third", and a backup without the last. */
async function withBackup(path: string): Promise<void> {
  const { library, keep } = open(path);
  await keep('first');
  await keep('second');
  assert.equal(backUp(path, NOW), 'made');
  await keep('third');
  await library.close();
}

function overwrite(path: string, offset: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, new Uint8Array(length).fill(0xa5), 0, length, offset);
  closeSync(file);
}

/** The pages of a table's or an index's tree. */
function pagesOf(path: string, name: string): readonly number[] {
  const database = new DatabaseSync(path);
  const rows = database.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').all(name);
  database.close();
  return rows.map((row) => Number(row['pageno']));
}

async function sentenceOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof UserError, String(error));
    return error.message;
  }
  return assert.fail('Nothing went wrong.');
}

suite('The library on a bad disk', () => {
  let disk: SmallDisk | undefined;
  // Before the folder is removed.
  teardown(() => disk?.unmount());
  const folder = useFolder();

  test('says that the disk is full, keeps what it had and writes again when there is room', async function () {
    const place = join(folder(), 'disk');
    disk = mountSmallDisk(place, 3);
    if (disk === undefined) this.skip();
    const { library, keep, found } = open(join(place, 'library.sqlite'));
    await keep('first');
    const ballast = join(place, 'ballast');
    const room = 600_000;
    writeFileSync(ballast, new Uint8Array(3 * 1024 * 1024 - usedIn(place) - room));
    assert.match(
      await sentenceOf(() => keep('second', 20_000)),
      /^The disk is full, so nothing was changed\./,
    );
    assert.deepEqual([await found('first'), await found('second')], [1, 0]);
    rmSync(ballast);
    await keep('third');
    assert.equal(await found('third'), 1);
    await library.close();
    assertSound(join(place, 'library.sqlite'));
  });

  test('says that the disk is full where SQLite has rolled back by itself', async () => {
    const file = openLibraryFile(join(folder(), 'library.sqlite'));
    if (file.kind !== 'writable') assert.fail(file.kind);
    const library = createLibrary(file.database, { now: () => NOW, announce: () => undefined });
    const source = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
    const pages = Number(file.database.prepare('PRAGMA page_count').get()?.['page_count']);
    file.database.exec(`PRAGMA max_page_count = ${pages + 10}`);
    assert.throws(() => library.ingest(source.id, [article('long', 5000)]), /full/);
    file.database.exec(`PRAGMA max_page_count = ${pages + 1000}`);
    assert.equal((await library.ingest(source.id, [article('short')])).added, 1);
    file.database.close();
  });

  test('is read and searched on a read-only disk', async function () {
    const place = join(folder(), 'disk');
    disk = mountSmallDisk(place, 3);
    if (disk === undefined) this.skip();
    const path = join(place, 'library.sqlite');
    const before = open(path);
    await before.keep('first');
    await before.library.close();
    disk.makeReadOnly();
    const { library, notices, keep, found } = open(path);
    assert.match(notices().join(), /read-only: everything can be read and searched/);
    assert.equal(await found('first'), 1);
    assert.equal((await library.sources()).length, 1);
    assert.match(await sentenceOf(() => keep('second')), /nothing can be changed/);
    await library.close();
  });

  test('says that it cannot be made on a read-only disk', async function () {
    const place = join(folder(), 'disk');
    disk = mountSmallDisk(place, 1);
    if (disk === undefined) this.skip();
    disk.makeReadOnly();
    assert.match(
      await sentenceOf(() => open(join(place, 'new', 'library.sqlite'))),
      /read-only|cannot be reached/,
    );
  });

  test('has no backup made where there is no room for one', async function () {
    const place = join(folder(), 'disk');
    disk = mountSmallDisk(place, 2);
    if (disk === undefined) this.skip();
    const path = join(place, 'library.sqlite');
    const { library, keep } = open(path);
    await keep('first');
    writeFileSync(join(place, 'ballast'), new Uint8Array(2 * 1024 * 1024 - usedIn(place) - 100_000));
    assert.equal(backUp(path, NOW), 'no room');
    assert.deepEqual(readdirSync(join(place, 'backups')), []);
    await library.close();
  });
});

suite('A library of a newer version', () => {
  const folder = useFolder();

  test('is read and searched, and left as it is', async () => {
    const path = join(folder(), 'library.sqlite');
    const before = open(path);
    await before.keep('first');
    await before.library.close();
    const raw = new DatabaseSync(path);
    raw.exec('PRAGMA user_version = 1000');
    raw.close();
    const { library, notices, keep, found } = open(path);
    assert.match(notices().join(), /newer version of Broadsheet.*Update Broadsheet\.$/);
    assert.equal(await found('first'), 1);
    assert.match(await sentenceOf(() => keep('second')), /newer version of Broadsheet/);
    await library.close();
  });
});

suite('A damaged library', () => {
  const folder = useFolder();
  let path = '';
  setup(() => (path = join(folder(), 'library.sqlite')));

  const asides = (): readonly string[] => readdirSync(folder()).filter((name) => name.includes('.damaged-'));

  const damages: readonly (readonly [string, () => void])[] = [
    ['cut off in the middle', () => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['cut off to nothing', () => truncateSync(path, 0)],
    ['overwritten at its beginning', () => overwrite(path, 0, 4096)],
    ['replaced by another kind of file', () => writeFileSync(path, 'This is a letter.\n'.repeat(500))],
  ];
  for (const [name, damage] of damages) {
    test(`${name} is set aside, and the last backup takes its place`, async () => {
      await withBackup(path);
      damage();
      const damaged = readFileSync(path);
      const { library, notices, keep, found } = open(path);
      assert.match(
        notices().join('|'),
        /^The library’s file was damaged; the backup of 20\d\d-\d\d-\d\d was put in its place\.[^|]*$/,
      );
      assert.deepEqual([await found('first'), await found('second'), await found('third')], [1, 1, 0]);
      await keep('third');
      await library.close();
      assertSound(path);
      assert.deepEqual(
        asides().map((aside) => readFileSync(join(folder(), aside)).equals(damaged)),
        [true],
      );
    });
  }

  test('without a backup is set aside, and a new library is begun', async () => {
    writeFileSync(path, 'This is a letter.\n'.repeat(500));
    const { library, notices, keep, found } = open(path);
    assert.match(notices().join(), /there was no backup, so that Broadsheet began a new library\./);
    await keep('first');
    assert.equal(await found('first'), 1);
    await library.close();
    assert.equal(asides().length, 1);
  });

  test('gets the newest backup that is whole', async () => {
    await withBackup(path);
    const older = listBackups(path)[0]?.path ?? '';
    const newer = join(folder(), 'backups', 'library-2026-01-16T00-00-00-000.sqlite');
    copyFileSync(older, newer);
    overwrite(newer, 8192, 8192);
    truncateSync(path, 5000);
    const { library, notices, found } = open(path);
    assert.match(notices().join(), /the backup of 2026-01-15/);
    assert.equal(await found('first'), 1);
    await library.close();
  });

  test('is brought back where a process died between two renames', async () => {
    await withBackup(path);
    copyFileSync(listBackups(path)[0]?.path ?? '', `${path}-restoring`);
    rmSync(path);
    const { library, found } = open(path);
    assert.equal(await found('first'), 1);
    await library.close();
  });

  test('is brought back once, however many windows find it', async () => {
    await withBackup(path);
    truncateSync(path, 5000);
    const said = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => runVictim(path, 'ingest', name, { rounds: 3 })),
    );
    assert.ok(said.every((lines) => lines.at(-1) === 'done'));
    assert.equal(asides().length, 1);
    const { library, found } = open(path);
    for (const word of ['first', 'ax2x4', 'bx2x4', 'cx2x4', 'dx2x4'])
      assert.equal(await found(word), 1, word);
    await library.close();
    assertSound(path);
  });

  test('that another window brought back is followed', async () => {
    await withBackup(path);
    const one = open(path);
    const other = open(path);
    assert.match(inEnglishTogether(await other.library.restoreBackup()), /the backup of/);
    await one.keep('fourth');
    assert.deepEqual([await one.found('third'), await other.found('fourth')], [0, 1]);
    await one.library.close();
    await other.library.close();
    assertSound(path);
  });

  test('in its search index alone is repaired from the items', async () => {
    await withBackup(path);
    for (const page of pagesOf(path, 'search_data')) overwrite(path, (page - 1) * 4096, 4096);
    const { library, found } = open(path);
    assert.match(await sentenceOf(() => found('third')), /Check Library/);
    const report = await createUpkeep(
      path,
      () => NOW,
      () => undefined,
    ).check();
    assert.match(
      inEnglishTogether(report.sentences),
      /The search index was damaged and was made anew from the items/,
    );
    assert.deepEqual([await found('first'), await found('third')], [1, 1]);
    await library.close();
    assertSound(path);
    assert.deepEqual(asides(), []);
  });

  test('in an index of its lists is repaired', async () => {
    await withBackup(path);
    for (const page of pagesOf(path, 'listing_order')) overwrite(path, (page - 1) * 4096, 4096);
    const report = await createUpkeep(
      path,
      () => NOW,
      () => undefined,
    ).check();
    assert.match(inEnglishTogether(report.sentences), /An index of the lists was damaged and was made anew/);
    assertSound(path);
  });

  test('in its rows is left alone until a person asks for the backup', async () => {
    await withBackup(path);
    for (const page of pagesOf(path, 'revision')) overwrite(path, (page - 1) * 4096, 4096);
    const damaged = readFileSync(path);
    const { library, found } = open(path);
    const report = await createUpkeep(
      path,
      () => NOW,
      () => undefined,
    ).check();
    assert.equal(report.needsBackup, true);
    assert.ok(report.details.length > 0);
    assert.ok(readFileSync(path).equals(damaged));
    assert.match(
      inEnglishTogether(await library.restoreBackup()),
      /^The library’s file was damaged; the backup of/,
    );
    assert.equal(await found('first'), 1);
    await library.close();
    assertSound(path);
    assert.equal(asides().length, 1);
  });

  test('in its rows is left alone where there is no backup', async () => {
    const { library, keep, found } = open(path);
    await keep('first');
    assert.match(await sentenceOf(() => library.restoreBackup()), /^There is no good backup/);
    assert.equal(await found('first'), 1);
    await library.close();
    assert.deepEqual(asides(), []);
  });

  test('is not put into a backup', async () => {
    await withBackup(path);
    for (const page of pagesOf(path, 'revision')) overwrite(path, (page - 1) * 4096, 4096);
    const before = listBackups(path);
    assert.throws(() => backUp(path, NOW + 400 * DAY));
    assert.deepEqual(listBackups(path), before);
  });
});

suite('Backups', () => {
  const folder = useFolder();

  test('are made once a day, only of what changed, and the last three are kept', async () => {
    const path = join(folder(), 'library.sqlite');
    const { library, keep } = open(path);
    await keep('first');
    const day = (number: number): number => Date.now() + number * DAY;
    assert.equal(backUp(path, day(0)), 'made');
    assert.equal(backUp(path, day(0.5)), 'not due');
    assert.equal(backUp(path, day(2)), 'not due');
    for (let number = 1; number < 6; number++) {
      await keep(`word${number}`);
      for (const ending of ['', '-wal']) {
        if (existsSync(path + ending)) utimesSync(path + ending, day(number) / 1000, day(number) / 1000);
      }
      assert.equal(backUp(path, day(number) + 1000), 'made');
    }
    assert.equal(listBackups(path).length, 3);
    await library.close();
    for (const backup of listBackups(path)) assertSound(backup.path);
    const raw = new DatabaseSync(listBackups(path)[0]?.path ?? '');
    assert.equal(raw.prepare('SELECT count(*) AS items FROM item').get()?.['items'], 6);
    raw.close();
  });

  test('that were cut short are taken away and made again', async () => {
    const path = join(folder(), 'library.sqlite');
    const { library, keep } = open(path);
    await keep('first');
    mkdirSync(join(folder(), 'backups'));
    writeFileSync(join(folder(), 'backups', 'library-2026-01-01T00-00-00-000.sqlite.partial'), 'half');
    assert.deepEqual(listBackups(path), []);
    assert.equal(backUp(path, NOW), 'made');
    assert.deepEqual(
      readdirSync(join(folder(), 'backups')),
      listBackups(path).map((backup) => basename(backup.path)),
    );
    await library.close();
  });
});

function usedIn(place: string): number {
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) => sum + Math.ceil(statSync(join(entry.parentPath, entry.name)).size / 4096) * 4096,
      0,
    );
}
