import assert from 'node:assert/strict';
import type { FreshAnswer } from '../../src/core/schedule/fetchOutcome.ts';
import type { WebAnswer } from '../../src/core/model/subscription.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const FEED = 'https://news.example/feed';
const HOUR = 3_600_000;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly link?: string;
  readonly author?: string;
}

function rss(...entries: readonly Entry[]): string {
  const items = entries.map(
    ({ id, title, body, link = `https://news.example/${id}`, author = '' }) =>
      `<item><guid>${id}</guid><title>${title}</title><link>${link}</link><dc:creator>${author}</dc:creator>
       <pubDate>Thu, 08 Jan 2026 10:00:00 GMT</pubDate><description><![CDATA[${body}]]></description></item>`,
  );
  return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Example</title>
    <link>https://news.example/</link>${items.join('')}</channel></rss>`;
}

function fresh(body: string, more: Partial<FreshAnswer> = {}): FreshAnswer {
  return {
    kind: 'fresh',
    status: 200,
    bytes: new TextEncoder().encode(body),
    contentType: 'application/rss+xml; charset=utf-8',
    finalUrl: FEED,
    movedTo: undefined,
    validators: { etag: '"1"', lastModified: undefined },
    cacheFor: undefined,
    ...more,
  };
}

function page(body: string, url = 'https://news.example/harbour'): WebAnswer {
  const html = `<html lang="en"><head><title>Harbour reopens – The Example</title>
    <meta property="og:site_name" content="The Example Daily"><meta property="article:section" content="World"></head>
    <body><article><h1>Harbour reopens</h1>${body}</article></body></html>`;
  return { bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8', url };
}

const paragraph = (word: string): string =>
  `<p>${`The ${word} stood in the harbour while the tide went out, and nobody on the quay could say when it would leave. `.repeat(4)}</p>`;
const whole = paragraph('ferry') + paragraph('crane') + paragraph('pilot');
const full = { id: 'harbour', title: 'Harbour reopens', body: whole };
const extract = {
  id: 'harbour',
  title: 'Harbour reopens',
  body: '<p>The ferry stood in the harbour while…</p>',
};

suite('Feeds in the library', () => {
  const following = async (now: () => number = () => Date.UTC(2026, 0, 15)) => {
    const made = libraryInMemory(now);
    const [subscription] = await made.library.subscribe([
      { url: FEED, title: 'The Example', homeUrl: undefined, folder: ['World', 'Wires'] },
    ]);
    assert.ok(subscription);
    const { sourceId } = subscription;
    const take = (outcome: Parameters<typeof made.library.takeFeed>[1]) =>
      made.library.takeFeed(sourceId, outcome, 0.5);
    const headlines = async () =>
      (await made.library.headlines({ sourceId, after: undefined, limit: 50 })).headlines;
    return { ...made, sourceId, subscription, take, headlines };
  };

  test('are due at once, keep their folder, and are followed once', async () => {
    const { library, subscription } = await following();
    assert.deepEqual(subscription.folder, ['World', 'Wires']);
    assert.equal(subscription.state.nextAt, Date.UTC(2026, 0, 15));
    await library.subscribe([{ url: FEED, title: 'Again', homeUrl: undefined, folder: [] }]);
    assert.deepEqual(
      (await library.subscriptions()).map(({ title, folder }) => [title, folder]),
      [['The Example', ['World', 'Wires']]],
    );
    assert.deepEqual(
      (await library.sources()).map(({ kind, uri }) => [kind, uri]),
      [['feed', FEED]],
    );
  });

  test('bring items once, and an edited one as a new revision', async () => {
    const { library, take, headlines, changes } = await following();
    const first = await take(
      fresh(rss(full, { id: 'tide', title: 'High tide', body: '<p>Water came.</p>' })),
    );
    assert.deepEqual([first.added, first.updated, first.unchanged], [2, 0, 0]);
    assert.equal(first.subscription.state.validators?.etag, '"1"');
    assert.ok(changes.some(({ kind }) => kind === 'items'));
    assert.equal((await take(fresh(rss(full)))).unchanged, 1);

    const edited = await take(fresh(rss({ ...full, title: 'Harbour reopens after storm' })));
    assert.equal(edited.updated, 1);
    const [item] = (await headlines()).filter(({ headline }) => headline.startsWith('Harbour'));
    assert.ok(item);
    assert.deepEqual(
      (await library.revisions(item.id)).map(({ ordinal, headline, isCurrent }) => [
        ordinal,
        headline,
        isCurrent,
      ]),
      [
        [2, 'Harbour reopens after storm', true],
        [1, 'Harbour reopens', false],
      ],
    );
    assert.match((await library.readRevision(item.id, 1))?.text ?? '', /^The ferry stood/);
    assert.equal(await library.readRevision(item.id, 7), undefined);
  });

  test('bring a headline that recurs each day as other news, without a body to compare', async () => {
    const { library, take, headlines } = await following();
    const day = (id: string): Entry => ({ id, title: 'What to Know This Morning', body: '' });
    await take(fresh(rss(day('10'))));
    const [first] = await headlines();
    assert.ok(first);
    await library.setStatus([first.id], { read: true });
    const counts = async (...entries: Entry[]) => {
      const { added, updated, unchanged } = await take(fresh(rss(...entries)));
      return [added, updated, unchanged];
    };
    assert.deepEqual(await counts(day('12'), day('11'), day('10')), [2, 0, 1]);
    assert.deepEqual(
      (await headlines()).map(({ kind, read }) => [kind, read]),
      [
        ['headline', false],
        ['headline', false],
        ['headline', true],
      ],
    );
    // The same news under another name, as after a move to other software, has the same address.
    const moved = { ...day('wp-12'), link: 'https://news.example/12' };
    assert.deepEqual(await counts(moved), [0, 0, 1]);
    assert.equal((await headlines()).length, 3);
  });

  test('bring recordings, which their pages leave in place', async () => {
    const { library, take } = await following();
    const audio = (name: string): string =>
      `<enclosure url="https://news.example/${name}.mp3" type="audio/mpeg" length="12000000"/>`;
    const body = rss(extract);
    const report = await take(fresh(body.replace('</item>', `${audio('a')}</item>`)));
    const [id] = report.extracts;
    assert.ok(id);
    const urls = async () => (await library.read(id))?.enclosures.map(({ url, length }) => [url, length]);
    assert.deepEqual(await urls(), [['https://news.example/a.mp3', 12_000_000]]);
    assert.equal((await take(fresh(body.replace('</item>', `${audio('b')}</item>`)))).updated, 1);
    await library.takeFullText(id, page(whole));
    assert.deepEqual(await urls(), [['https://news.example/b.mp3', 12_000_000]]);
  });

  test('plan the next fetch, remember failures, and tell of them once', async () => {
    let now = Date.UTC(2026, 0, 15);
    const { library, sourceId, take } = await following(() => now);
    const taken = await take(fresh(rss(full)));
    assert.ok((taken.subscription.state.nextAt ?? 0) > now);
    const failure = {
      kind: 'failed',
      reason: 'timeout',
      status: undefined,
      sentence: 'It took too long.',
    } as const;
    await take(failure);
    now += HOUR;
    const report = await take(failure);
    assert.equal(report.subscription.state.failure?.count, 2);
    assert.equal(report.added, 0);
    await library.toldOfFailures([sourceId]);
    assert.equal((await library.subscriptions())[0]?.state.failure?.told, true);
    const gone = await take({ kind: 'gone', sentence: 'It is gone.' });
    assert.equal(gone.subscription.state.nextAt, undefined);
  });

  test('move for good with their address, and stay where a page that is no feed answers', async () => {
    const { library, take } = await following();
    const moved = 'https://news.example/new-feed';
    const portal = await take(
      fresh('<html><body>Log in</body></html>', { movedTo: moved, contentType: 'text/html' }),
    );
    assert.equal(portal.subscription.url, FEED);
    assert.equal(portal.subscription.state.failure?.cause, 'no feed');
    const taken = await take(fresh(rss(full), { movedTo: moved, finalUrl: moved }));
    assert.equal(taken.subscription.url, moved);
    assert.equal((await library.sources())[0]?.uri, moved);
  });

  test('give way to the page of an article, and come back only as facts', async () => {
    const { library, take, headlines } = await following();
    const report = await take(fresh(rss(extract)));
    const [id] = report.extracts;
    assert.ok(id);
    assert.equal((await headlines())[0]?.isExtract, true);

    assert.equal((await library.takeFullText(id, page(whole))).itemId, id);
    const read = await library.read(id);
    assert.match(read?.text ?? '', /The pilot stood/);
    assert.equal(read?.isExtract, false);
    assert.equal(read.outlet, 'The Example Daily');
    assert.equal(read.section, 'World');
    assert.equal((await library.revisions(id)).length, 2);

    assert.equal((await take(fresh(rss(extract)))).unchanged, 1);
    const again = await take(
      fresh(rss({ ...extract, title: 'Harbour opens again', body: '<p>A ferry left the harbour at…</p>' })),
    );
    assert.equal(again.updated, 1);
    const edited = await library.read(id);
    assert.equal(edited?.headline, 'Harbour opens again');
    assert.match(edited.text, /The pilot stood/);
    assert.equal(edited.isExtract, true, 'its page is worth reading again');
  });

  test('keep their words where the page has fewer', async () => {
    const { library, take } = await following();
    const [id] = (await take(fresh(rss({ ...extract, body: `${paragraph('ferry')}<p>Read more…</p>` }))))
      .extracts;
    assert.ok(id);
    const report = await library.takeFullText(
      id,
      page('<p>Subscribe to read this article in full today.</p>'),
    );
    assert.equal(report.itemId, undefined);
    assert.equal(report.problems.length > 0, true);
    assert.match((await library.read(id))?.text ?? '', /^The ferry stood/);
  });

  test('are reserved by one window at a time', async () => {
    let now = 0;
    const { library } = libraryInMemory(() => now);
    assert.equal(await library.claimRefresh('one', 1000), true);
    assert.equal(await library.claimRefresh('other', 1000), false);
    assert.equal(await library.claimRefresh('one', 1000), true);
    now = 1001;
    assert.equal(await library.claimRefresh('other', 1000), true);
  });

  test('are told from pages, and pages from what is neither', async () => {
    const { library } = libraryInMemory();
    const feed = await library.inspect({
      bytes: new TextEncoder().encode(rss(full)),
      contentType: 'text/xml',
      url: FEED,
    });
    assert.deepEqual(feed, {
      kind: 'feed',
      title: 'The Example',
      homeUrl: 'https://news.example/',
      entries: 1,
    });
    const found = await library.inspect(
      page(`${whole}<link rel="alternate" type="application/atom+xml" title="All news" href="/atom.xml">`),
    );
    assert.ok(found.kind === 'page');
    assert.deepEqual(found.feeds, [{ url: 'https://news.example/atom.xml', title: 'All news' }]);
    assert.equal(found.isArticle, true);
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
    const neither = await library.inspect({ bytes: picture, contentType: 'image/png', url: `${FEED}.png` });
    assert.equal(neither.kind, 'neither');
  });

  test('and pages that are saved are listed together, each once', async () => {
    const { library } = libraryInMemory();
    const first = await library.savePage(page(whole));
    const second = await library.savePage(page(whole));
    assert.ok(first.itemId);
    assert.equal(first.itemId, second.itemId);
    const [source] = await library.sources();
    assert.deepEqual([source?.kind, source?.total], ['pages', 1]);
    const nothing = await library.savePage({ ...page(''), url: 'https://news.example/empty' });
    assert.equal(nothing.itemId, undefined);
    assert.ok(nothing.problems.length > 0);
  });

  test('and pages of items that they list complete these', async () => {
    const { library, take, headlines } = await following();
    await take(fresh(rss(extract)));
    const [before] = await headlines();
    const { itemId } = await library.savePage(page(whole));
    assert.equal(itemId, before?.id);
    const article = await library.read(before?.id ?? (0 as never));
    assert.match(article?.text ?? '', /pilot/);
    await take(fresh(rss({ ...extract, title: 'Harbour reopens at last' })));
    const [after, ...others] = await headlines();
    assert.deepEqual([after?.headline, others.length], ['Harbour reopens at last', 0]);
    assert.match((await library.read(before?.id ?? (0 as never)))?.text ?? '', /pilot/);
    assert.deepEqual((await library.sources()).map(({ kind, total }) => [kind, total]).toSorted(), [
      ['feed', 1],
      ['pages', 1],
    ]);
  });

  test('and the page behind a link that leads elsewhere is the item of that link', async () => {
    const { library, take, headlines } = await following();
    await take(fresh(rss({ ...extract, link: 'https://links.example/r/1' })));
    const [before] = await headlines();
    const { itemId } = await library.savePage({ ...page(whole), askedFor: 'https://links.example/r/1' });
    assert.equal(itemId, before?.id);
    assert.equal((await library.savePage(page(whole))).itemId, before?.id);
  });
});

suite('Rules', () => {
  const setUp = async () => {
    const made = libraryInMemory();
    const source = await made.library.addSource({ kind: 'folder', uri: 'file:///n', title: 'Wire' });
    const take = (path: string, content: string) => made.library.ingest(source.id, [textFile(path, content)]);
    const listed = async () =>
      (await made.library.headlines({ sourceId: source.id, after: undefined, limit: 50 })).headlines;
    return { ...made, source, take, listed };
  };
  const football =
    'Football club wins again\n\nThe club won its game in the evening. Nobody was surprised by that.';
  const harbour = 'Harbour opens again today\n\nThe harbour opened in the morning. Ferries left at once.';

  test('do to what arrives what they say', async () => {
    const { library, source, take, listed } = await setUp();
    await library.addRule({ query: 'title:football', action: { kind: 'mute' } });
    await library.addRule({ query: 'source:wire ferries', action: { kind: 'tag', tag: 'Ships' } });
    await library.addRule({ query: 'harbour', action: { kind: 'star' } });
    await take('a.txt', football);
    await take('b.txt', harbour);
    assert.deepEqual(
      (await listed()).map(({ headline, starred }) => [headline, starred]),
      [['Harbour opens again today', true]],
    );
    const find = async (query: string) =>
      (await library.search({ query, limit: 9, typing: false, passageLength: 0 })).hits.length;
    assert.equal(await find('football'), 1, 'what is muted is still found');
    assert.equal(await find('tag:ships'), 1);
    assert.deepEqual(
      (await library.sources()).map(({ total, unread }) => [total, unread]),
      [[1, 1]],
    );
    assert.equal(await library.unreadCount(), 1);

    await take('a.txt', `${football} It was late.`);
    assert.equal((await listed()).length, 1, 'an edit does not bring it back');
    await library.removeSource(source.id);
    assert.equal(await find('football'), 0);
  });

  test('are undone where they muted', async () => {
    const { library, take, listed } = await setUp();
    await take('a.txt', football);
    await take('b.txt', harbour);
    await take('c.txt', 'Council counts its trees\n\nOne was counted twice in the park by the river.');
    const mute = await library.addRule({ query: 'football OR harbour', action: { kind: 'mute' } });
    const other = await library.addRule({ query: 'title:harbour', action: { kind: 'mute' } });
    assert.equal(await library.applyRule(mute.id), 2);
    assert.deepEqual([await library.countMuted(), (await listed()).length], [2, 1]);
    assert.equal(await library.unmute(other.id), 1);
    assert.deepEqual((await listed()).map(({ headline, read }) => [headline, read]).toSorted(), [
      ['Council counts its trees', false],
      ['Harbour opens again today', true],
    ]);
    assert.equal(await library.unmute(undefined), 1);
    assert.deepEqual([await library.countMuted(), (await listed()).length], [0, 3]);
    const [counted] = await library.sources();
    assert.deepEqual([counted?.total, counted?.unread], [3, 1]);
    assert.equal(await library.unmute(undefined), 0);
    assert.equal(await library.unmute(404 as never), 0);
  });

  test('hold for what is there when they are asked to', async () => {
    const { library, take, listed } = await setUp();
    await take('a.txt', football);
    await take('b.txt', harbour);
    const rule = await library.addRule({ query: 'by:nobody OR harbour', action: { kind: 'read' } });
    assert.deepEqual(
      await library.addRule({ query: 'by:nobody OR harbour', action: { kind: 'read' } }),
      rule,
    );
    assert.equal((await listed()).filter(({ read }) => read).length, 0);
    assert.equal(await library.applyRule(rule.id), 1);
    assert.deepEqual(
      (await listed()).filter(({ read }) => read).map(({ headline }) => headline),
      ['Harbour opens again today'],
    );
    await library.removeRule(rule.id);
    assert.deepEqual(await library.rules(), []);
    assert.equal(await library.applyRule(rule.id), 0);
  });

  test('that ask for nothing do nothing', async () => {
    const { library, take, listed } = await setUp();
    await library.addRule({ query: '   ', action: { kind: 'mute' } });
    await take('a.txt', football);
    assert.equal((await listed()).length, 1);
  });
});
