import assert from 'node:assert/strict';
import { feedsOpml } from '../../../src/core/transfer/feedsOpml.ts';
import { basicAuthorization } from '../../../src/host/fetch/addressPassword.ts';
import type { ObservableLibrary } from '../../../src/library/library.ts';
import { useNewsServer } from '../../fetch/useNewsServer.ts';
import { answering, inFeedWindow } from './feedWindow.ts';
import { removeFeeds } from './feeds.ts';

suite('Adding a feed', () => {
  const { server } = useNewsServer();
  const at = (path: string): string => `${server().address}${path}`;
  teardown(removeFeeds);

  const urlsIn = async (library: ObservableLibrary): Promise<readonly string[]> =>
    (await library.subscriptions()).map(({ url }) => url.replace(server().address, '')).sort();

  test('lets the person choose among several', async () => {
    const offered: string[] = [];
    await answering(
      {
        chooseFeeds(feeds) {
          offered.push(...feeds.map(({ title }) => title ?? ''));
          return Promise.resolve(feeds.filter(({ title }) => title !== 'All news (JSON)'));
        },
      },
      async ({ feeds, library }) => {
        await feeds.add(at('/pages/several-feeds'));
        assert.deepEqual(offered.sort(), ['All news', 'All news (Atom)', 'All news (JSON)']);
        assert.deepEqual(await urlsIn(library), ['/feeds/atom', '/feeds/rss']);
        const sources = await library.sources();
        const totals = sources.filter(({ kind }) => kind === 'feed').map(({ total }) => total);
        assert.deepEqual(totals, [6, 6]);
      },
    );
  });

  test('follows nothing when the person chooses nothing', () =>
    answering({}, async ({ feeds, library }) => {
      await feeds.add(at('/pages/several-feeds'));
      assert.deepEqual(await urlsIn(library), []);
    }));

  test('keeps a page without a feed as one article, if the person wants it', async () => {
    const slug = 'ferry-to-lintel-island-runs-again';
    await answering({ keepPage: () => Promise.resolve(true) }, async ({ feeds, library, kept }) => {
      await feeds.add(at(`/articles/${slug}`));
      const [id] = kept;
      assert.ok(id);
      const article = await library.read(id);
      assert.equal(article?.headline, 'Ferry to Lintel Island runs again');
      assert.equal(article.sourceKind, 'pages');
      assert.deepEqual(await urlsIn(library), []);
      // Well-known places were looked at before.
      assert.ok(
        server()
          .requests()
          .some(({ path }) => path === '/feed'),
      );
    });
    await answering({}, async ({ feeds, kept }) => {
      await feeds.add(at(`/articles/${slug}`));
      assert.deepEqual(kept, []);
    });
  });

  const refused: readonly (readonly [path: string, sentence: RegExp])[] = [
    ['/missing', /nothing at this address \(404\)/],
    ['/gone', /gone for good/],
    ['/loop/self', /without an end/],
    ['/pictures/quay.png?key=secret', /^(?!.*secret).*127\.0\.0\.1/],
  ];
  for (const [path, sentence] of refused) {
    test(`says in a sentence what is wrong with ${path}`, () =>
      answering({}, async ({ feeds, library }) => {
        await assert.rejects(feeds.add(at(path)), { name: 'UserError', message: sentence });
        assert.deepEqual(await urlsIn(library), []);
      }));
  }
  test('says what is no address', () =>
    answering({}, async ({ feeds }) => {
      for (const typed of ['news', 'file:///etc/passwd'])
        await assert.rejects(feeds.add(typed), { name: 'UserError', message: /not a web address/ });
    }));

  const secret = basicAuthorization('reader', 'pässword:1');
  const passwords: readonly (readonly [path: string, authorization: string])[] = [
    ['/secret/basic', secret],
    ['/secret/bearer', 'Bearer token-of-a-reader'],
  ];
  for (const [path, authorization] of passwords) {
    test(`asks for the password of ${path} until it is right, and keeps it where no one sees it`, async () => {
      const asked: string[] = [];
      const answers = ['Bearer wrong', authorization];
      await answering(
        {
          authorization(_url, sentence) {
            asked.push(sentence);
            return Promise.resolve(answers.shift());
          },
        },
        async ({ feeds, library, secrets, logged }) => {
          await feeds.add(at(path));
          assert.equal(asked.length, 2);
          assert.match(asked[1] ?? '', /not accepted/);
          assert.deepEqual(await urlsIn(library), [path]);
          const [feed] = await library.subscriptions();
          assert.ok(feed);
          server().forget();
          await feeds.refresh([feed.sourceId]);
          assert.equal(server().requests()[0]?.headers.authorization, authorization);
          assert.equal((await library.subscriptions())[0]?.state.failure, undefined);
          assert.ok(secrets.all().some((one) => one.includes(authorization)));
          const all = [...logged, JSON.stringify(await library.subscriptions()), feedsOpml([feed], '')].join(
            '\n',
          );
          for (const word of [authorization.split(' ')[1] ?? '', 'wrong', 'pässword', 'token-of-a-reader'])
            assert.ok(!all.includes(word), all);
        },
      );
    });
  }

  test('takes name and password out of a typed address', () =>
    answering({}, async ({ feeds, library, secrets, logged }) => {
      const typed = at('/secret/basic').replace('//', '//reader:p%C3%A4ssword%3A1@');
      await feeds.add(typed);
      assert.deepEqual(await urlsIn(library), ['/secret/basic']);
      assert.ok(secrets.all().some((one) => one.includes(secret)));
      assert.ok(!logged.join('\n').includes('p%C3%A4ssword'));
    }));

  test('follows nothing without the password', () =>
    answering({}, async ({ feeds, library }) => {
      await feeds.add(at('/secret/basic'));
      assert.deepEqual(await urlsIn(library), []);
    }));

  test('forgets the password with the feed', () =>
    answering({ authorization: () => Promise.resolve(secret) }, async ({ feeds, library, secrets }) => {
      await feeds.add(at('/secret/basic'));
      const source = (await library.sources()).find(({ kind }) => kind === 'feed');
      assert.ok(source);
      await feeds.remove(source);
      assert.deepEqual(secrets.all(), []);
    }));

  test('tells a feed that begins to fail with a password by its state', () =>
    answering({}, async ({ feeds, library }) => {
      const wanted = { url: at('/secret/bearer'), title: 'Secret', homeUrl: undefined, folder: [] };
      const [feed] = await library.subscribe([wanted]);
      assert.ok(feed);
      await feeds.refresh([feed.sourceId]);
      const [after] = await library.subscriptions();
      assert.equal(after?.state.failure?.cause, 'password');
    }));

  test('does not let a public page lead into the person’s own network', () => {
    const page = `<!doctype html><title>Front page</title><link rel="alternate" type="application/rss+xml" href="${at('/feeds/rss')}">`;
    const html = { headers: { 'content-type': 'text/html' } };
    return inFeedWindow(
      {
        fetch: (url, init) =>
          url.startsWith('https://public.example/')
            ? Promise.resolve(new Response(page, html))
            : fetch(url, init),
        resolveHost: () => Promise.resolve(['192.0.2.1']),
      },
      async ({ feeds, library }) => {
        await assert.rejects(feeds.add('https://public.example/'), {
          name: 'UserError',
          message: /not public/,
        });
        assert.deepEqual(await urlsIn(library), []);
        assert.deepEqual(server().requests(), []);
      },
    );
  });
});
