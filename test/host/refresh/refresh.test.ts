import assert from 'node:assert/strict';
import { useNewsServer } from '../../fetch/useNewsServer.ts';
import { eventually, headlinesOf, inOtherWindow, run, sourceOf, theLibrary } from '../broadsheet.ts';
import { refreshFeed, removeFeeds, subscribe, subscriptionOf, subscriptions } from './feeds.ts';

suite('Feeds', () => {
  const { server } = useNewsServer();
  const at = (path: string): string => `${server().address}${path}`;
  teardown(removeFeeds);

  for (const format of ['rss', 'atom', 'json']) {
    test(`are followed by their own address: ${format}`, async () => {
      await run('broadsheet.addFeed', at(`/feeds/${format}`));
      const source = await sourceOf(at(`/feeds/${format}`));
      assert.deepEqual([source.kind, source.title, source.total], ['feed', 'The Sillbury Courier', 6]);
      assert.equal(server().requests().length, 1);
      const article = await (await theLibrary()).read((await headlinesOf(source.uri))[0]?.id ?? (0 as never));
      assert.match(article?.text ?? '', /Eleven boats waited outside until noon/);
    });
  }

  test('are followed by an address without its scheme', async () => {
    await run('broadsheet.addFeed', at('/feeds/rss').replace('http://', ''));
    assert.equal((await headlinesOf(at('/feeds/rss'))).length, 6);
  });

  test('are followed by a page that names one', async () => {
    await run('broadsheet.addFeed', at('/pages/one-feed'));
    assert.equal((await headlinesOf(at('/feeds/rss'))).length, 6);
  });

  test('are followed under the address to which they have moved', async () => {
    await run('broadsheet.addFeed', at('/redirects/301/2'));
    assert.equal((await headlinesOf(at('/feeds/rss'))).length, 6);
  });

  test('are followed once', async () => {
    await run('broadsheet.addFeed', at('/feeds/rss'));
    await run('broadsheet.addFeed', `feed:${at('/feeds/rss')}`);
    const uris = (await (await theLibrary()).sources()).map(({ uri }) => uri);
    assert.equal(uris.filter((uri) => uri === at('/feeds/rss')).length, 1);
    assert.equal(server().requests().length, 1);
  });

  test('show an edit, keep the version before it, and cost nothing when they have not changed', async () => {
    await run('broadsheet.addFeed', at('/feeds/rss'));
    await refreshFeed(at('/feeds/rss'));
    const { headers } = server().requests().at(-1) ?? {};
    assert.equal(headers?.['if-none-match'], '"edition-0"');
    server().edit();
    server().publish();
    await refreshFeed(at('/feeds/rss'));
    const headlines = await headlinesOf(at('/feeds/rss'));
    assert.equal(headlines.length, 7);
    const edited = headlines.find(({ headline }) => headline.endsWith('an hour later'));
    assert.ok(edited);
    assert.match((await (await theLibrary()).read(edited.id))?.text ?? '', /Correction 1/);
    const [, before] = await inOtherWindow(async (library) => {
      const versions = await library.revisions(edited.id);
      return Promise.all(versions.map(({ ordinal }) => library.readRevision(edited.id, ordinal)));
    });
    assert.equal(before?.headline, 'Ferry to Lintel Island runs again');
    assert.doesNotMatch(before.text, /Correction 1/);
  });

  test('that fail harm no other', async () => {
    const expected = {
      '/feeds/atom': undefined,
      '/missing': 'status',
      '/gone': 'gone',
      '/loop/self': 'redirect loop',
      '/pages/no-feed': 'no feed',
      '/endless': 'too large',
      '/bomb/gzip': 'too large',
      '/broken/gzip': 'unreadable',
      '/redirect?to=file:///etc/passwd': 'forbidden redirect',
    };
    await subscribe(...Object.keys(expected).map(at));
    await run('broadsheet.refresh');
    assert.equal((await headlinesOf(at('/feeds/atom'))).length, 6);
    const causes = (await subscriptions()).map(
      ({ url, state }) => [url.replace(server().address, ''), state.failure?.cause] as const,
    );
    assert.deepEqual(Object.fromEntries(causes), expected);
  });

  test('are left where they were when the person stops', async () => {
    await subscribe(at('/silent'), at('/silent/later'));
    const reading = run('broadsheet.refresh');
    await eventually(
      () => server().requests().length,
      (count) => count === 2,
    );
    await run('broadsheet.stopRefresh');
    await reading;
    assert.deepEqual(
      (await subscriptions()).map(({ state }) => state.failure),
      [undefined, undefined],
    );
  });

  test('that are gone for good are not asked again, and the person is told once', async () => {
    await subscribe(at('/gone'), at('/feeds/rss'));
    await run('broadsheet.refresh');
    await eventually(
      async () => (await subscriptionOf(at('/gone'))).state.failure?.told,
      (told) => told === true,
    );
    assert.equal((await subscriptionOf(at('/gone'))).state.nextAt, undefined);
    server().forget();
    await run('broadsheet.refresh');
    assert.deepEqual(
      server()
        .requests()
        .map(({ path }) => path),
      ['/feeds/rss'],
    );
  });

  test('that have moved for good are followed', async () => {
    await subscribe(at('/redirect?status=301&to=/feeds/rss'));
    await run('broadsheet.refresh');
    assert.equal((await subscriptionOf(at('/feeds/rss'))).state.failure, undefined);
    assert.equal((await headlinesOf(at('/feeds/rss'))).length, 6);
  });

  test('are read whole where the person wants it', async () => {
    await subscribe(at('/feeds/extracts'));
    const row = { kind: 'source', source: await sourceOf(at('/feeds/extracts')) };
    await run('broadsheet.fullTextAlways', row);
    await run('broadsheet.refreshFeed', row);
    const library = await theLibrary();
    for (const { id } of await headlinesOf(at('/feeds/extracts'))) {
      assert.match((await library.read(id))?.text ?? '', /notice on its door asks for patience/);
    }
  });

  test('wait for another window that is reading, and are read then', async () => {
    await run('broadsheet.addFeed', at('/feeds/rss'));
    server().forget();
    const turn = (milliseconds: number) =>
      inOtherWindow((library) => library.claimRefresh('another window', milliseconds));
    assert.equal(await turn(60_000), true);
    const reading = refreshFeed(at('/feeds/rss'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(server().requests().length, 0);
    await turn(0);
    await reading;
    assert.equal(server().requests().length, 1);
    assert.equal(await turn(0), true);
  });

  test('in a folder are refreshed and marked as read together', async () => {
    await subscribe(at('/feeds/rss'), at('/feeds/numbered/1'), at('/feeds/atom'));
    const rows = await Promise.all(
      ['/feeds/rss', '/feeds/numbered/1'].map(async (path) => ({
        kind: 'source',
        source: await sourceOf(at(path)),
      })),
    );
    const folder = { kind: 'folder', path: ['News'], children: rows, unread: 0 };
    await run('broadsheet.refreshFolder', folder);
    assert.deepEqual(
      server()
        .requests()
        .map(({ path }) => path)
        .sort(),
      ['/feeds/numbered/1', '/feeds/rss'],
    );
    void run('broadsheet.markSourceRead', folder);
    await eventually(
      async () => [...(await headlinesOf(at('/feeds/rss'))), ...(await headlinesOf(at('/feeds/numbered/1')))],
      (items) => items.length === 7 && items.every(({ read }) => read),
    );
  });

  test('are renamed, moved into folders and out of the library by their menu', async () => {
    await subscribe(at('/feeds/rss'), at('/feeds/atom'));
    const row = { kind: 'source', source: await sourceOf(at('/feeds/rss')) };
    await run('broadsheet.renameFeed', row, 'The Courier');
    await run('broadsheet.moveFeed', row, ['News', 'Local']);
    const { title, folder } = await subscriptionOf(at('/feeds/rss'));
    assert.deepEqual([title, folder], ['The Courier', ['News', 'Local']]);
    await run('broadsheet.renameFolder', { kind: 'folder', path: ['News'], children: [], unread: 0 }, [
      'Papers',
    ]);
    assert.deepEqual((await subscriptionOf(at('/feeds/rss'))).folder, ['Papers', 'Local']);
    assert.deepEqual((await subscriptionOf(at('/feeds/atom'))).folder, []);
  });
});
