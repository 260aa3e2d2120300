import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../src/core/model/ids.ts';
import type { Headline } from '../../src/core/model/item.ts';
import { KEEP_EVERYTHING, type Retention } from '../../src/core/model/retention.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import type { IncomingDocument } from '../../src/library/library.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const NOW = Date.UTC(2026, 0, 31);

suite('Retention', () => {
  const folder = async (library: LibraryCalls, name = 'news'): Promise<SourceId> =>
    (await library.addSource({ kind: 'folder', uri: `file:///${name}`, title: name })).id;
  const listed = async (library: LibraryCalls, sourceId: SourceId): Promise<readonly Headline[]> =>
    (await library.headlines({ sourceId, after: undefined, limit: 1000 })).headlines;
  const days = async (library: LibraryCalls, source: SourceId): Promise<string[]> =>
    (await listed(library, source)).map(({ published }) => published?.slice(8) ?? '');

  /** An article for each day of January that is named. */
  const january = (...named: number[]): IncomingDocument[] =>
    named.map((day) => {
      const date = `2026-01-${String(day).padStart(2, '0')}`;
      const text = `---\ntitle: What Happened in the Harbour on the ${day}th\ndate: ${date}\n---\n\nShips came in on ${date}.\n`;
      return textFile(`${day}.md`, text);
    });
  const keep = async (
    library: LibraryCalls,
    source: SourceId,
    rule: Partial<Retention>,
  ): Promise<readonly string[]> => {
    await library.setRetention(source, { ...KEEP_EVERYTHING, ...rule });
    const removed: string[] = [];
    for (;;) {
      const { removals, more } = await library.applyRetention();
      removed.push(...removals.flatMap(({ headlines }) => headlines));
      if (!more) return removed;
    }
  };

  test('keeps everything unless told otherwise', async () => {
    const { library, changes } = libraryInMemory(() => NOW);
    const source = await folder(library);
    assert.equal((await library.ingest(source, january(1, 2, 3))).removed, 0);
    assert.deepEqual(await library.applyRetention(), { removals: [], more: false });
    assert.deepEqual((await library.sources())[0]?.retention, KEEP_EVERYTHING);
    assert.equal((await listed(library, source)).length, 3);
    assert.ok(changes.every(({ kind }) => kind !== 'removed'));
  });

  test('removes what rules keep out of the lists as well, but not what the person kept', async () => {
    const { library, database } = libraryInMemory(() => NOW);
    await library.addRule({ query: 'harbour', action: { kind: 'mute' } });
    const source = await folder(library);
    await library.ingest(source, january(1, 2, 20));
    const [kept] = database.prepare('SELECT id FROM item ORDER BY sort_at').all();
    await library.setStatus([kept?.['id'] as ItemId], { starred: true });
    assert.equal(await library.countRemovable(source, { ...KEEP_EVERYTHING, days: 15 }), 1);
    assert.equal((await keep(library, source, { days: 15 })).length, 1);
    const left = database.prepare('SELECT published FROM item ORDER BY sort_at').all();
    assert.deepEqual(
      left.map((row) => row['published']),
      ['2026-01-01', '2026-01-20'],
    );
    assert.equal((await library.ingest(source, january(2))).unchanged, 1);
  });

  test('lets a page come back that the person saves again', async () => {
    let now = NOW;
    const { library } = libraryInMemory(() => now);
    const body = '<p>Ships came in while the tide went out, and nobody could say when they would leave.</p>';
    const html = `<html><body><article><h1>Ships Came In</h1>${body.repeat(9)}</article></body></html>`;
    const bytes = new TextEncoder().encode(html);
    const page = { bytes, contentType: 'text/html', url: 'https://news.example/ships' };
    assert.ok((await library.savePage(page)).itemId);
    const [source] = await library.sources();
    now += 20 * 24 * 3_600_000;
    assert.equal((await keep(library, source?.id ?? (0 as SourceId), { days: 10 })).length, 1);
    assert.ok((await library.savePage(page)).itemId);
    assert.equal((await library.sources())[0]?.total, 1);
  });

  const check = (title: string, rule: Partial<Retention>, expected: readonly string[]): void => {
    test(title, async () => {
      const { library, changes } = libraryInMemory(() => NOW);
      const source = await folder(library);
      await library.ingest(source, january(1, 5, 10, 20, 30));
      const count = await library.countRemovable(source, { ...KEEP_EVERYTHING, ...rule });
      const removed = await keep(library, source, rule);
      assert.deepEqual(await days(library, source), expected);
      assert.deepEqual([removed.length, count], [5 - expected.length, 5 - expected.length]);
      const { total, unread } = (await library.sources())[0] ?? {};
      assert.deepEqual([total, unread], [expected.length, expected.length]);
      const hits = await library.search({ query: 'ships', limit: 9, typing: false, passageLength: 80 });
      assert.equal(hits.hits.length, expected.length);
      const said = changes.flatMap((change) => (change.kind === 'removed' ? change.removals : []));
      assert.deepEqual(
        said.flatMap(({ headlines }) => headlines),
        removed,
      );
    });
  };
  check('by age', { days: 15 }, ['30', '20']);
  check('by number', { newest: 3 }, ['30', '20', '10']);
  check('by both, whichever is less', { days: 25, newest: 4 }, ['30', '20', '10']);
  check('by both, whichever is less, the other way round', { days: 29, newest: 1 }, ['30']);
  check('by a number that is not reached', { newest: 9 }, ['30', '20', '10', '05', '01']);
  check('all of them', { newest: 0 }, []);

  test('leaves starred, cited and quoted items', async () => {
    const { library } = libraryInMemory(() => NOW);
    const source = await folder(library);
    await library.ingest(source, january(1, 2, 3, 4, 5));
    const [, ...older] = (await listed(library, source)).map(({ id }) => id);
    const [starred, cited, quoted] = older as [ItemId, ItemId, ItemId, ItemId];
    await library.setStatus([starred], { starred: true });
    await library.markCited(cited, 'cited');
    await library.markCited(quoted, 'quoted');
    const removed = await keep(library, source, { newest: 1 });
    assert.deepEqual(removed, ['What Happened in the Harbour on the 1th']);
    assert.deepEqual(await days(library, source), ['05', '04', '03', '02']);
  });

  test('takes an item out of one list and leaves it in the other', async () => {
    const { library, database } = libraryInMemory(() => NOW);
    const [short, long] = [await folder(library, 'short'), await folder(library, 'long')];
    const page = 'Council Delays Vote on Harbour Fees Until Spring\nMuseum Finds Lost Letters of a Captain\n';
    const second = page + 'Fishermen Call Off Strike After Talks\n';
    await library.ingest(short, [textFile('page.txt', page, NOW - 86_400_000)]);
    await library.ingest(long, [textFile('page.txt', second, NOW - 86_400_000)]);
    const before = (await listed(library, long)).map(({ id }) => id);
    assert.equal(before.length, 3);
    await keep(library, short, { newest: 0 });
    assert.deepEqual(await listed(library, short), []);
    assert.deepEqual(
      (await listed(library, long)).map(({ id }) => id),
      before,
    );
    assert.ok((await listed(library, long)).every(({ sourceTitle }) => sourceTitle === 'long'));
    await library.ingest(short, [textFile('page.txt', page, NOW - 86_400_000)]);
    assert.deepEqual(await listed(library, short), []);
    await keep(library, long, { newest: 0 });
    assert.equal(database.prepare('SELECT count(*) AS n FROM item').get()?.['n'], 0);
  });

  test('is applied to what arrives, and what left does not come back as new', async () => {
    const { library } = libraryInMemory(() => NOW);
    const source = await folder(library);
    await keep(library, source, { newest: 2 });
    const first = await library.ingest(source, january(1, 2, 3));
    assert.deepEqual([first.added, first.removed], [3, 1]);
    const again = await library.ingest(source, january(1, 2, 3));
    assert.deepEqual([again.added, again.updated, again.removed], [0, 0, 0]);
    assert.deepEqual(await days(library, source), ['03', '02']);
    await keep(library, source, {});
    assert.equal((await library.ingest(source, january(1))).added, 0);
  });

  test('a source that is removed and added again starts anew', async () => {
    const { library } = libraryInMemory(() => NOW);
    const source = await folder(library);
    await library.ingest(source, january(1, 2, 3));
    await keep(library, source, { newest: 1 });
    await library.removeSource(source);
    const again = await folder(library);
    assert.equal((await library.ingest(again, january(1, 2, 3))).added, 3);
  });

  test('works in steps and leaves nothing behind', async () => {
    const { library, database } = libraryInMemory(() => NOW);
    const source = await folder(library);
    const page = Array.from(
      { length: 700 },
      (_, index) => `Report Number ${index} From the Northern Harbour`,
    );
    await library.ingest(source, [textFile('page.txt', page.join('\n'), NOW)]);
    assert.equal((await listed(library, source)).length, 700);
    const removed = await keep(library, source, { newest: 100 });
    assert.equal(removed.length, 600);
    const left = ['item', 'listing', 'identity', 'tombstone'].map(
      (table) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'],
    );
    assert.deepEqual(left, [100, 100, 100, 600]);
  });
});
