import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../src/core/model/ids.ts';
import type { LibraryCalls } from '../../src/library/createLibrary.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const FEED = 'https://news.example/feed';

suite('What is kept from a source that was removed', () => {
  const folder = async (library: LibraryCalls): Promise<SourceId> =>
    (await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'news' })).id;
  const files = ['One', 'Two'].map((word) =>
    textFile(`${word}.md`, `---\ntitle: Report ${word} of the harbour\n---\nShips came in: ${word}.`),
  );
  const listed = async (library: LibraryCalls, sourceId: SourceId): Promise<readonly ItemId[]> =>
    (await library.headlines({ sourceId, after: undefined, limit: 9 })).headlines.map(({ id }) => id);

  const kinds: Readonly<
    Record<string, (library: LibraryCalls, id: ItemId) => Promise<() => Promise<void> | void>>
  > = {
    'a star': async (library, id) => {
      await library.setStatus([id], { starred: true });
      return () => library.setStatus([id], { starred: false });
    },
    '“read later”': async (library, id) => {
      await library.setStatus([id], { later: true });
      return () => library.setStatus([id], { later: false });
    },
    'a clipping': async (library, id) => {
      const clipping = await library.addClipping({ itemId: id, passage: [0, 5], comment: '', tags: [] });
      return () => library.removeClipping(clipping.id);
    },
  };
  for (const [title, keep] of Object.entries(kinds)) {
    test(`goes with ${title} that is taken back, and not while it is listed`, async () => {
      const { library } = libraryInMemory();
      const source = await folder(library);
      await library.ingest(source, files);
      const [first, second] = (await listed(library, source)) as [ItemId, ItemId];
      await (
        await keep(library, second)
      )();
      assert.equal((await listed(library, source)).length, 2);
      const takeBack = await keep(library, first);
      await library.removeSource(source);
      assert.equal(await library.unreadCount(), 1);
      await takeBack();
      assert.equal(await library.unreadCount(), 1, 'until the next tidying it can be kept again');
      await library.applyRetention();
      assert.equal(await library.unreadCount(), 0);
      const { hits } = await library.search({ query: 'harbour', limit: 9, typing: false, passageLength: 0 });
      assert.deepEqual(hits, []);
    });
  }

  test('is listed again with its source, and counted', async () => {
    const { library } = libraryInMemory();
    const source = await folder(library);
    await library.ingest(source, files);
    const [first] = (await listed(library, source)) as [ItemId];
    await library.setStatus([first], { starred: true });
    await library.removeSource(source);
    assert.equal(await folder(library), source);
    assert.deepEqual(await listed(library, source), [first]);
    const [{ total, unread } = {}] = await library.sources();
    assert.deepEqual([total, unread], [1, 1]);
    await library.setStatus([first], { starred: false });
    assert.deepEqual(await listed(library, source), [first]);
  });

  test('is all that there is of it: what comes late is not taken in', async () => {
    const { library } = libraryInMemory();
    const [feed] = await library.subscribe([{ url: FEED, title: 'Wire', homeUrl: undefined, folder: [] }]);
    assert.ok(feed);
    const take = (...names: string[]) =>
      library.takeFeed(
        feed.sourceId,
        {
          kind: 'fresh',
          status: 200,
          bytes: new TextEncoder().encode(
            `<rss version="2.0"><channel><title>Wire</title>${names
              .map((name) => `<item><guid>${name}</guid><title>Report ${name}</title></item>`)
              .join('')}</channel></rss>`,
          ),
          contentType: 'text/xml',
          finalUrl: FEED,
          movedTo: undefined,
          validators: undefined,
          cacheFor: undefined,
        },
        0.5,
      );
    await take('one');
    const [first] = (await listed(library, feed.sourceId)) as [ItemId];
    await library.setStatus([first], { starred: true });
    await library.removeSource(feed.sourceId);
    const report = await take('one', 'two');
    assert.deepEqual([report.added, report.unchanged], [0, 0]);
    assert.equal((await library.ingest(feed.sourceId, files)).added, 0);
    assert.equal(await library.unreadCount(), 1);
  });
});
