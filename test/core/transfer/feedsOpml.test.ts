import assert from 'node:assert/strict';
import type { NewSubscription } from '../../../src/core/model/subscription.ts';
import { feedsOpml } from '../../../src/core/transfer/feedsOpml.ts';
import { readOpml } from '../../../src/core/transfer/readOpml.ts';

const CREATED = 'Tue, 03 Mar 2026 06:00:00 GMT';

const feed = (title: string, change: Partial<NewSubscription> = {}): NewSubscription => ({
  url: `https://example.org/${encodeURIComponent(title)}.xml`,
  title,
  homeUrl: undefined,
  folder: [],
  ...change,
});

/** What is written, as it is read again; folders come before the feeds beside them. */
const check = (name: string, feeds: readonly NewSubscription[]) =>
  test(name, () => {
    const { subscriptions, problems } = readOpml(feedsOpml(feeds, CREATED), 'feeds.opml');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      subscriptions.map(({ title, feedUrl, homeUrl, folders }) => ({
        url: feedUrl,
        title,
        homeUrl,
        folder: folders,
      })),
      feeds,
    );
  });

suite('Feeds as OPML', () => {
  check('a feed with its website', [feed('Wire', { homeUrl: 'https://example.org/?a=1&b=%222%22&copy=3' })]);
  check('feeds in folders and beside them', [
    feed('deep', { folder: ['News', 'World'] }),
    feed('near', { folder: ['News'] }),
    feed('science', { folder: ['Science'] }),
    feed('free'),
  ]);
  check('folders whose feeds are apart are one', [
    feed('one', { folder: ['News'] }),
    feed('two', { folder: ['News'] }),
    feed('three'),
  ]);
  check(
    'names with characters that mean something',
    [
      'R&D',
      'A & B &amp; C',
      'The <b> tag',
      '"Quoted" <em>twice</em>',
      '1 < 2 > 0',
      'Ærø · 新闻 🗞',
      '&#65;',
    ].map((title) => feed(title)),
  );
  check(
    'folders with characters that mean something',
    ['News & <i>Views</i>', 'a/b', '"'].map((name) => feed('x', { folder: [name] })),
  );

  test('a feed whose folder comes after it is in it all the same', () => {
    const feeds = [feed('free'), feed('one', { folder: ['News'] }), feed('two', { folder: ['News'] })];
    const { subscriptions } = readOpml(feedsOpml(feeds, CREATED), 'feeds.opml');
    assert.deepEqual(
      subscriptions.map(({ title, folders }) => [title, ...folders]),
      [['one', 'News'], ['two', 'News'], ['free']],
    );
  });

  test('control characters are left out, and the date is in the head', () => {
    const written = feedsOpml([feed('bell\u0007\u0000')], CREATED);
    assert.match(written, /text="bell"/);
    assert.match(written, new RegExp(`<dateCreated>${CREATED}</dateCreated>`));
  });
});
