import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { findFeeds } from '../../../../src/core/parse/page/findFeeds.ts';
import { wellKnownFeeds } from '../../../../src/core/parse/page/wellKnownFeeds.ts';

const PAGE = 'https://example.org/blog/post';

suite('Feeds of a page', () => {
  const check = (
    name: string,
    html: string,
    ...expected: readonly (readonly [url: string, title?: string | undefined, type?: string])[]
  ) =>
    test(name, () =>
      assert.deepEqual(
        findFeeds(html, PAGE).map(({ url, title, type }) => [url, title, type]),
        expected.map(([url, title, type]) => [url, title, type]),
      ),
    );

  check(
    'link elements of all types, in order',
    '<link rel=alternate type="application/rss+xml" title="Posts &amp; more" href="/feed"><link rel="ALTERNATE" type="Application/Atom+XML; charset=utf-8" href="atom"><link rel=alternate type=application/feed+json href="//example.com/f.json"><link rel="alternate home" type=application/rdf+xml href=/x.rdf>',
    ['https://example.org/feed', 'Posts & more', 'rss'],
    ['https://example.org/blog/atom', undefined, 'atom'],
    ['https://example.com/f.json', undefined, 'json'],
    ['https://example.org/x.rdf', undefined, 'rss'],
  );
  check(
    'comments last, podcasts before them',
    '<link rel=alternate type=application/rss+xml title="Post: Comments" href=/post/feed><link rel=alternate type=application/rss+xml href=/comments/feed/><link rel=alternate type=application/rss+xml title="Our podcast" href=/pod><link rel=alternate type=application/rss+xml title=News href=/feed>',
    ['https://example.org/feed', 'News', 'rss'],
    ['https://example.org/pod', 'Our podcast', 'rss'],
    ['https://example.org/post/feed', 'Post: Comments', 'rss'],
    ['https://example.org/comments/feed/', undefined, 'rss'],
  );
  check(
    'once each, whatever the scheme and the slash at the end',
    '<link rel=alternate type=application/rss+xml href=https://example.org/feed><link rel=alternate type=application/rss+xml href=http://www.example.org/feed/>',
    ['https://example.org/feed', undefined, 'rss'],
  );
  check(
    'base',
    '<base href="https://example.net/a/"><link rel=alternate type=application/rss+xml href=feed>',
    ['https://example.net/a/feed', undefined, 'rss'],
  );
  check(
    'types in other words',
    '<link rel=feed href=/f><link rel=alternate type=application/json href=/feed.json><link rel=alternate type=text/xml href=/index.rss>',
    ['https://example.org/f'],
    ['https://example.org/feed.json'],
    ['https://example.org/index.rss'],
  );
  check(
    'no feeds: other languages, styles, programs, other schemes',
    '<link rel=alternate hreflang=de href=/rss><link rel="alternate stylesheet" type=text/css href=/feed.css><link rel=alternate type=application/json href=/wp-json/wp/v2/posts/1><link rel=alternate type=application/json+oembed href=/oembed?url=x><link rel=alternate href=android-app://org.example/feed><link rel=alternate type=application/rss+xml href="javascript:x()"><link rel=alternate type=application/rss+xml>',
  );
  check(
    'links where no link element tells',
    '<a href="/feed/"> RSS <b>feed</b></a><a href=/blog/atom.xml title=Atom>x</a><a href="feed://example.org/x.rss">y</a><a href="feed:https://example.org/z">z</a><a href="?feed=rss2">w</a>',
    ['https://example.org/feed/', 'RSS feed'],
    ['https://example.org/blog/atom.xml', 'Atom'],
    ['https://example.org/x.rss', 'y'],
    ['https://example.org/z', 'z'],
    ['https://example.org/blog/post?feed=rss2', 'w'],
  );
  check(
    'links that are none',
    '<a href="/topics/rss">rss</a><a href="/newsfeed">a</a><a href="/feed/a-long-post">b</a><a href="https://reader.example/i?url=https%3A%2F%2Fexample.org%2Ffeed&format=rss">c</a><a href="/rss-guide.html">d</a>',
  );
  check(
    'links give way to link elements',
    '<a href=/other.rss>x</a><link rel=alternate type=application/rss+xml href=/feed>',
    ['https://example.org/feed', undefined, 'rss'],
  );
  check(
    'titles are text',
    '<link rel=alternate type=application/rss+xml title="&lt;img src=x&gt; a" href=/f>',
    ['https://example.org/f', '<img src=x> a', 'rss'],
  );

  test('many links are bounded', () => {
    assert.equal(findFeeds('<a href="/a.rss">'.repeat(200_000), PAGE).length, 1);
    const many = Array.from({ length: 5000 }, (_, index) => `<link rel=feed href=/${index}>`).join('');
    assert.ok(findFeeds(many, PAGE).length <= 100);
  });

  test('real pages', function () {
    const folder = new URL('../../../../../shared/corpora/feeds/netnewswire/', import.meta.url);
    if (!existsSync(folder)) {
      process.stdout.write('      skipped: ../shared/corpora/feeds/netnewswire is absent\n');
      return this.skip();
    }
    const found = (name: string, url: string) =>
      findFeeds(readFileSync(new URL(name, folder), 'utf8'), url).map((feed) => feed.url);
    const pages: readonly (readonly [name: string, url: string, feeds: readonly string[]])[] = [
      ['DaringFireball.html', 'https://daringfireball.net/', ['https://daringfireball.net/feeds/main']],
      ['apple.html', 'https://www.apple.com/', []],
      [
        'coco.html',
        'https://www.theatlantic.com/a',
        ['https://www.theatlantic.com/feed/all/', 'https://www.theatlantic.com/feed/best-of/'],
      ],
      [
        'daringfireball.html',
        'https://daringfireball.net/',
        ['https://daringfireball.net/feeds/main', 'https://daringfireball.net/feeds/json'],
      ],
      ['furbo.html', 'http://furbo.org/', ['http://furbo.org/feed/']],
      [
        'inessential.html',
        'http://inessential.com/',
        ['https://inessential.com/xml/rss.xml', 'https://inessential.com/feed.json'],
      ],
      ['scripting.html', 'http://scripting.com/', ['http://scripting.com/rss.xml']],
      ['sixcolors.html', 'https://sixcolors.com/', ['http://feedpress.me/sixcolors']],
      ['unsung.html', 'https://unsung.example/', []],
      [
        'YouTubeTheVolvoRocks.html',
        'https://www.youtube.com/user/TheVolvorocks',
        ['https://www.youtube.com/feeds/videos.xml?channel_id=UCct7QF2jcWRY6dhXWMSq9LQ'],
      ],
    ];
    for (const [name, url, feeds] of pages) assert.deepEqual(found(name, url), feeds, name);
  });
});

suite('Feeds at well-known addresses', () => {
  const check = (url: string, first: readonly string[]) =>
    test(url, () => assert.deepEqual(wellKnownFeeds(url).slice(0, first.length), first));

  check('https://example.org', [
    'https://example.org/feed',
    'https://example.org/rss',
    'https://example.org/rss.xml',
  ]);
  check('http://example.org:8080/blog/', [
    'http://example.org:8080/blog/feed',
    'http://example.org:8080/blog/rss.xml',
  ]);
  check('https://example.org/blog/a.html?x#y', ['https://example.org/blog/feed']);
  check('https://example.org/@ada', ['https://example.org/@ada.rss']);
  check('https://example.org/ada/engine/releases', ['https://example.org/ada/engine/releases.atom']);
  check('https://example.org/channel/UCct7QF2jcWRY6dhXWMSq9LQ', [
    'https://example.org/feeds/videos.xml?channel_id=UCct7QF2jcWRY6dhXWMSq9LQ',
  ]);

  test('each once, absolute, few', () => {
    const found = wellKnownFeeds('https://example.org/a/b');
    assert.equal(new Set(found).size, found.length);
    assert.ok(found.length <= 20 && found.every((url) => url.startsWith('https://example.org/')));
    assert.ok(
      found.includes('https://example.org/index.xml') && found.includes('https://example.org/feed.json'),
    );
  });
  test('none for what is no address of the web', () => {
    assert.deepEqual([...wellKnownFeeds('file:///a'), ...wellKnownFeeds('x')], []);
  });
});
