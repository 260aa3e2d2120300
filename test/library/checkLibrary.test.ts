import assert from 'node:assert/strict';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import { checkLibrary } from '../../src/library/store/checkLibrary.ts';
import type { Database } from '../../src/library/store/database.ts';
import { isUnfinished } from '../../src/library/store/rebuildIndex.ts';
import { libraryInMemory, textFile } from './inMemory.ts';
import { inEnglishTogether } from '../inEnglishTogether.ts';

suite('Checking a library', () => {
  const filled = async (): Promise<{ library: LibraryCalls; database: Database }> => {
    const { library, database } = libraryInMemory();
    const { id } = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
    const words = ['granite', 'basalt', 'marble'];
    await library.ingest(
      id,
      words.map((word) =>
        textFile(`${word}.txt`, `The ${word} of the harbour wall\n\nIt is ${word} all the way.\n`),
      ),
    );
    return { library, database };
  };
  const check = (database: Database): string =>
    inEnglishTogether(checkLibrary(database, true, () => undefined).sentences);
  const found = async (library: LibraryCalls, query: string): Promise<number> =>
    (await library.search({ query, limit: 5, typing: false, passageLength: 40 })).hits.length;

  test('finds a sound one sound, and leaves it alone', async () => {
    const { library, database } = await filled();
    const changes = database.prepare('SELECT total_changes() AS changes');
    const before = changes.get();
    assert.equal(check(database), 'The library is sound: its file, its search index and its counts.');
    assert.deepEqual(changes.get(), before);
    assert.equal(await found(library, 'marble'), 1);
  });

  test('adds items that the index lacks and takes out those that are gone', async () => {
    const { library, database } = await filled();
    database.exec('DELETE FROM search WHERE rowid IN (1, 2)');
    database.exec(`INSERT INTO search (rowid, headline) VALUES (77, 'ghost')`);
    assert.match(
      check(database),
      /2 items missing from the search index were added\. 1 item of the search index that is gone was taken out/,
    );
    assert.deepEqual([await found(library, 'granite'), await found(library, 'ghost')], [1, 0]);
  });

  test('corrects counts', async () => {
    const { library, database } = await filled();
    database.exec('UPDATE source SET total = 99, unread = -1');
    assert.match(check(database), /The counts of 1 source were wrong and were corrected/);
    const [source] = await library.sources();
    assert.deepEqual([source?.total, source?.unread], [3, 3]);
  });

  test('takes out listings of items that are gone', async () => {
    const { library, database } = await filled();
    database.exec('PRAGMA foreign_keys = OFF');
    database.exec('DELETE FROM revision WHERE item_id = 1; DELETE FROM item WHERE id = 1');
    assert.match(check(database), /entries of items that are gone were taken out/);
    assert.equal((await library.sources())[0]?.total, 2);
    assert.deepEqual(database.prepare('PRAGMA foreign_key_check').all(), []);
  });

  test('finishes an index that was being made anew when a process died', async () => {
    const { library, database } = await filled();
    database.exec(`INSERT INTO unfinished (work) VALUES ('index'); DELETE FROM search WHERE rowid > 1`);
    assert.equal(isUnfinished(database), true);
    check(database);
    assert.equal(isUnfinished(database), false);
    assert.equal(await found(library, 'marble'), 1);
  });
});
