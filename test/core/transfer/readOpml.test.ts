import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readOpml, type ListedFeed } from '../../../src/core/transfer/readOpml.ts';

const corpora = new URL('../../../../shared/corpora/', import.meta.url);

const opml = (outlines: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>${outlines}</body></opml>`;

suite('Subscriptions in OPML', () => {
  const check = (name: string, outlines: string, expected: readonly Partial<ListedFeed>[], problem = /^$/) =>
    test(name, () => {
      const { subscriptions, problems } = readOpml(opml(outlines), 'feeds.opml');
      const keys = [...new Set(expected.flatMap((wanted) => Object.keys(wanted)))] as (keyof ListedFeed)[];
      assert.deepEqual(
        subscriptions.map((found) => Object.fromEntries(keys.map((key) => [key, found[key]]))),
        expected,
      );
      assert.match(problems.map(({ sentence }) => sentence).join(' '), problem);
    });
  const feed = (name: string): string =>
    `<outline type="rss" text="${name}" xmlUrl="https://example.org/${name}"/>`;

  check(
    'a feed',
    '<outline text="A" title="A &amp; B" type="rss" xmlUrl="https://example.org/a?b=1&amp;c=2" htmlUrl="https://example.org/"/>',
    [
      {
        title: 'A & B',
        feedUrl: 'https://example.org/a?b=1&c=2',
        homeUrl: 'https://example.org/',
        folders: [],
      },
    ],
  );
  check(
    'folders',
    `<outline text="News"><outline text="World">${feed('a')}</outline>${feed('b')}</outline>${feed('c')}`,
    [
      { title: 'a', folders: ['News', 'World'] },
      { title: 'b', folders: ['News'] },
      { title: 'c', folders: [] },
    ],
  );
  check(
    'a feed in two folders',
    `<outline text="A">${feed('a')}</outline><outline text="B">${feed('a')}</outline>`,
    [
      { title: 'a', folders: ['A'] },
      { title: 'a', folders: ['B'] },
    ],
  );
  check('bare ampersands', '<outline text="R&D & more" xmlUrl="https://example.org/?a=1&copy=2&amp;b=3"/>', [
    { title: 'R&D & more', feedUrl: 'https://example.org/?a=1&copy=2&b=3' },
  ]);
  check('names of HTML', '<outline text="Caf&eacute;" xmlUrl="https://example.org/"/>', [{ title: 'Café' }]);
  check(
    'markup in a title',
    '<outline text="&lt;b onclick=x()>A&lt;/b>&lt;script>x()&lt;/script>" xmlUrl="https://example.org/"/>',
    [{ title: 'A' }],
  );
  check(
    'no titles',
    '<outline xmlUrl="https://example.org/a"/><outline text="" title=" " xmlUrl="https://example.org/b"/>',
    [
      { title: undefined, feedUrl: 'https://example.org/a' },
      { title: undefined, feedUrl: 'https://example.org/b' },
    ],
  );
  check('upper case', '<OUTLINE TEXT="A" XMLURL="https://example.org/a" HTMLURL="https://example.org/"/>', [
    { title: 'A', feedUrl: 'https://example.org/a', homeUrl: 'https://example.org/' },
  ]);
  check('single quotes and none', "<outline text='A' xmlUrl=https://example.org/a></outline>", [
    { title: 'A', feedUrl: 'https://example.org/a' },
  ]);
  check(
    'the address of a link',
    '<outline type="rss" text="A" url="https://example.org/a"/><outline type="link" text="B" url="https://example.org/b"/>',
    [{ title: 'A', feedUrl: 'https://example.org/a' }],
  );
  check(
    'schemes',
    '<outline xmlUrl="feed://example.org/a"/><outline xmlUrl="feed:https://example.org/b"/><outline xmlUrl="example.org/c"/>',
    [
      { feedUrl: 'http://example.org/a' },
      { feedUrl: 'https://example.org/b' },
      { feedUrl: 'http://example.org/c' },
    ],
  );
  check(
    'end tags that are missing',
    `<outline text="A">${feed('a').replace('/>', '>')}${feed('b').replace('/>', '>')}</outline><outline text="B">${feed('c').replace('/>', '>')}</outline>`,
    [
      { title: 'a', folders: ['A'] },
      { title: 'b', folders: ['A'] },
      { title: 'c', folders: ['B'] },
    ],
  );
  check(
    'feeds below a feed',
    `<outline text="a" xmlUrl="https://example.org/a">${feed('b')}</outline>${feed('c')}`,
    [
      { title: 'a', folders: [] },
      { title: 'b', folders: [] },
      { title: 'c', folders: [] },
    ],
  );
  check(
    'what was commented out',
    '<outline isComment="true" xmlUrl="https://example.org/a"/><!-- <outline xmlUrl="https://example.org/b"/> -->',
    [],
    /lists no feeds/,
  );
  check(
    'addresses of other kinds',
    `<outline xmlUrl="javascript:x()"/><outline xmlUrl="file:///etc/passwd"/>${feed('a')}`,
    [{ title: 'a' }],
    /^2 feeds in feeds\.opml could not be taken/,
  );
  check('100,000 levels', `${'<outline text="A">'.repeat(100_000)}${feed('a')}`, [], /more than 20000/);
  check('deep folders', `${'<outline text="A">'.repeat(1000)}${feed('a')}`, [
    { folders: Array.from({ length: 20 }, () => 'A') },
  ]);

  test('the title of the list', () => {
    assert.equal(readOpml(opml(feed('a')), 'feeds.opml').title, 'My feeds');
  });
  test('a file that is cut off', () => {
    const whole = opml(`<outline text="A">${feed('a')}${feed('b')}`);
    const { subscriptions } = readOpml(
      whole.slice(0, whole.indexOf('xmlUrl="https://example.org/b') + 10),
      'feeds.opml',
    );
    assert.deepEqual(
      subscriptions.map(({ title, folders }) => [title, folders]),
      [['a', ['A']]],
    );
  });
  test('another file', () => {
    for (const text of ['', 'words', '<html><body></body></html>', '{"a":1}']) {
      const { subscriptions, problems } = readOpml(text, 'page.html');
      assert.deepEqual(subscriptions, []);
      assert.match(problems[0]?.sentence ?? '', /^page\.html is no list of feeds/);
    }
  });
  test('bytes in another encoding', () => {
    const text = opml(feed('é')).replace('?>', ' encoding="iso-8859-1"?>');
    assert.equal(readOpml(Buffer.from(text, 'latin1'), 'feeds.opml').subscriptions[0]?.title, 'é');
    assert.match(readOpml(new Uint8Array(), 'feeds.opml').problems[0]?.sentence ?? '', /is empty/);
  });
});

interface ExpectedOutline {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly outlines?: readonly ExpectedOutline[];
}

suite('Lists of feeds that others exported', () => {
  test('have the feeds that are expected', function () {
    const folder = corpus(this, 'opml/');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const expected = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
        readonly head?: { readonly title?: string };
        readonly body?: { readonly outlines?: readonly ExpectedOutline[] };
      };
      const list = readOpml(readFileSync(new URL(file.replace('.json', '.opml'), folder)), file);
      assert.equal(list.title, expected.head?.title, file);
      assert.deepEqual(
        list.subscriptions,
        (expected.body?.outlines ?? []).flatMap((outline) => expectedFeeds(outline, [])),
        file,
      );
    }
  });

  const count = (path: string, feeds: number, folders: number) =>
    test(path, function () {
      const [folder = '', name = ''] = path.split(/(?<=\/)(?=[^/]+$)/u);
      const list = readOpml(readFileSync(new URL(name, corpus(this, folder))), path);
      assert.equal(list.subscriptions.length, feeds);
      assert.equal(new Set(list.subscriptions.map((found) => found.folders.join('/'))).size, folders);
      assert.ok(list.subscriptions.every(({ title }) => title !== undefined));
      assert.deepEqual(list.problems, []);
    });

  count('opml/engineering_blogs.opml', 422, 1);
  count('feeds/netnewswire/Subs.opml', 207, 5);
  count('feeds/netnewswire/SubsNoTitleAttributes.opml', 207, 5);
});

function expectedFeeds(outline: ExpectedOutline, folders: readonly string[]): readonly ListedFeed[] {
  const title = outline.title ?? outline.text;
  const own =
    outline.xmlUrl === undefined
      ? []
      : [
          {
            title,
            feedUrl: new URL(outline.xmlUrl).href,
            homeUrl: outline.htmlUrl && new URL(outline.htmlUrl).href,
            folders,
          },
        ];
  const inside = outline.xmlUrl === undefined && title !== undefined ? [...folders, title] : folders;
  return [...own, ...(outline.outlines ?? []).flatMap((entry) => expectedFeeds(entry, inside))];
}

function corpus(test: Mocha.Context, folder: string): URL {
  const url = new URL(folder, corpora);
  if (existsSync(url)) return url;
  process.stdout.write(`      skipped: ../shared/corpora/${folder} is absent\n`);
  return test.skip();
}
