import assert from 'node:assert/strict';
import type { FeedItem } from '../../../../src/core/model/feed.ts';
import { feedItems } from '../../../../src/core/parse/feed/feedItems.ts';
import { readFeed } from '../../../../src/core/parse/feed/readFeed.ts';

const URL_OF_FEED = 'https://example.org/news/feed.xml';

function itemsOf(text: string): readonly FeedItem[] {
  return feedItems(readFeed({ bytes: Buffer.from(text), contentType: undefined, url: URL_OF_FEED }));
}

const rss = (items: string): string =>
  `<rss version="2.0"><channel><title>The Post</title><link>https://example.org/</link><language>en</language>${items}</channel></rss>`;
const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry>${entry}</entry></feed>`;
const json = (item: object): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Post',
    items: [{ id: '1', ...item }],
  });
const long = 'The harbour authority closed the quay on Monday evening after divers found cracks. '
  .repeat(20)
  .trim();

suite('An item of a feed', () => {
  const check = (name: string, text: string, expected: Partial<FeedItem>) =>
    test(name, () => {
      const [item] = itemsOf(text);
      assert.ok(item);
      const actual = Object.fromEntries(
        Object.keys(expected).map((key) => [key, item[key as keyof FeedItem]]),
      );
      assert.deepEqual(actual, expected);
    });

  check(
    'has all that is known of it',
    rss(`<item><guid>https://example.org/1</guid><title>Rain &amp;amp; snow</title><dc:creator>Ada Byron</dc:creator><dc:creator>Li Wei</dc:creator>
      <pubDate>Wed, 08 Oct 2025 14:05:00 +0200</pubDate><category>Ports</category><category>ports</category><slash:section>World</slash:section>
      <description>&lt;p&gt;It &lt;b&gt;rained&lt;/b&gt;.&lt;/p&gt;</description><comments>https://example.org/1#c</comments></item>`),
    {
      kind: 'article',
      headline: 'Rain & snow',
      headlineFrom: 'document',
      guid: 'https://example.org/1',
      byline: 'Ada Byron and Li Wei',
      outlet: 'The Post',
      url: 'https://example.org/1',
      published: '2025-10-08T14:05:00+02:00',
      updated: undefined,
      language: 'en',
      section: 'World',
      tags: ['Ports'],
      html: '<p>It <b>rained</b>.</p>',
      text: 'It rained.',
      summary: 'It rained.',
      commentsUrl: 'https://example.org/1#c',
    },
  );
  check('without a body', rss('<item><link>/1</link><title>Rain</title></item>'), {
    kind: 'headline',
    html: '',
    text: '',
    isExtract: true,
  });
  check(
    'an update',
    atom('<id>1</id><title>x</title><published>2025-10-08</published><updated>2025-10-09</updated>'),
    {
      published: '2025-10-08',
      updated: '2025-10-09',
    },
  );
  check(
    'taken over from elsewhere',
    rss('<item><title>x</title><source url="https://other.example/">Other</source></item>'),
    {
      outlet: 'Other',
    },
  );
  check(
    'a picture alone',
    rss('<item><title>x</title><description>&lt;img src="/a.png"&gt;</description></item>'),
    {
      kind: 'article',
      html: '<img src="https://example.org/a.png">',
    },
  );
});

suite('The headline of an item', () => {
  const check = (name: string, text: string, headline: string, from: FeedItem['headlineFrom'] = 'document') =>
    test(name, () => {
      const [item] = itemsOf(text);
      assert.equal(item?.headline, headline);
      assert.equal(item.headlineFrom, from);
    });
  const title = (written: string): string => rss(`<item><title>${written}</title></item>`);

  // RSS does not say what a title is.
  check('plain', title('Rain'), 'Rain');
  check('entities twice', title('AT&amp;amp;T &amp;#8217;s'), 'AT&T ’s');
  check('formatting', title('&lt;b&gt;Rain&lt;/b&gt; &lt;i class="x"&gt;now&lt;/i&gt;'), 'Rain now');
  check('formatting in CDATA', title('<![CDATA[<em>Rain</em> &amp; snow]]>'), 'Rain & snow');
  check('a tag that the title is about', title('The &lt;script&gt; element'), 'The <script> element');
  check('a tag that is escaped twice', title('The &amp;lt;b&amp;gt; element'), 'The <b> element');
  check('numbers that are compared', title('1 &lt; 2 and 3 &gt; 2'), '1 < 2 and 3 > 2');
  check('a script', title('Rain&lt;script&gt;alert(1)&lt;/script&gt;'), 'Rain');
  check('a tag with an event', title('&lt;img src=x onerror=alert(1)&gt;Rain&lt;svg onload=x()&gt;'), 'Rain');
  check('lines', title('\n  Rain\n  and snow\n'), 'Rain and snow');
  // Atom says it.
  check('Atom: text', atom('<id>1</id><title>&lt;b&gt; &amp;amp; more</title>'), '<b> &amp; more');
  check(
    'Atom: html',
    atom('<id>1</id><title type="html">&lt;b&gt;Rain&lt;/b&gt; &amp;amp; &amp;lt;b&amp;gt;</title>'),
    'Rain & <b>',
  );
  check(
    'Atom: xhtml',
    atom(
      '<id>1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Rain</b> &lt;b></div></title>',
    ),
    'Rain <b>',
  );
  check('JSON: text', json({ title: '<b> &amp; more' }), '<b> &amp; more');
  // None is given.
  check(
    'from the text',
    rss('<item><description>The port closed on Friday. It rained.</description></item>'),
    'The port closed on Friday',
    'lede',
  );
  check(
    'from the file',
    rss('<item><enclosure url="/a/quay-walk.mp3" type="audio/mpeg"/></item>'),
    'quay-walk',
    'file name',
  );
  check(
    'from the address',
    rss('<item><link>/2025/port-strike.html</link></item>'),
    'port-strike',
    'file name',
  );
  check(
    'from a title of nothing but markup',
    rss('<item><title>&lt;b&gt;&lt;/b&gt;</title><description>The port closed.</description></item>'),
    'The port closed',
    'lede',
  );

  test('an item of which nothing is known is left out', () => {
    assert.deepEqual(itemsOf(rss('<item><pubDate>2025-10-08</pubDate></item>')), []);
  });
});

suite('The body of an item', () => {
  const check = (name: string, text: string, html: string) =>
    test(name, () => assert.equal(itemsOf(text)[0]?.html, html));
  const description = (written: string): string =>
    rss(
      `<item><title>x</title><link>https://example.org/2025/1.html</link><description><![CDATA[${written}]]></description></item>`,
    );

  check(
    'escaped code stays text',
    description('<p><code>&lt;script&gt;x()&lt;/script&gt;</code></p>'),
    '<p><code>&lt;script&gt;x()&lt;/script&gt;</code></p>',
  );
  check(
    'markup that was escaped twice',
    description('&lt;p class="a"&gt;One &amp;amp; two&lt;/p&gt;'),
    '<p>One &amp; two</p>',
  );
  check(
    'text that speaks of markup',
    description('&lt;p&gt; begins a paragraph, and &lt;/p&gt; ends it.'),
    '<p>&lt;p&gt; begins a paragraph, and &lt;/p&gt; ends it.</p>',
  );
  check(
    'buttons of a service for feeds go',
    description(
      '<p>One</p><div class="feedflare"><a href="/x"><img src="/y"></img></a> <a href="/z">z</a></div>',
    ),
    '<p>One</p>',
  );
  check(
    'scripts go',
    description('<p>One<script>x()</script></p><p onclick="x()">Two</p>'),
    '<p>One</p><p>Two</p>',
  );
  check(
    'addresses stand under the page',
    description('<a href="2.html">a</a> <img src="/b.png">'),
    '<a href="https://example.org/2025/2.html">a</a> <img src="https://example.org/b.png">',
  );
  check(
    'addresses stand under a base',
    description('<base href="/old/"><a href="2.html">a</a>'),
    '<a href="https://example.org/old/2.html">a</a>',
  );
  check(
    'plain text',
    description('1 < 2 &amp; 3\n\nTwo\nlines'),
    '<p>1 &lt; 2 &amp; 3</p><p>Two<br>lines</p>',
  );
  check('lines between formatting', description('<b>One</b>\n\nTwo'), '<b>One</b><br><br>Two');
  check(
    'a whole page',
    description('<html><head><title>T</title></head><body><p>One</p></body></html>'),
    '<p>One</p>',
  );
  check(
    'Atom: text',
    atom('<id>1</id><title>x</title><content type="text">&lt;b&gt; &amp;amp;</content>'),
    '<p>&lt;b&gt; &amp;amp;</p>',
  );
  check(
    'Atom: HTML that is not said to be',
    atom('<id>1</id><title>x</title><content>&lt;p&gt;One&lt;/p&gt;</content>'),
    '<p>One</p>',
  );
  check(
    'Atom: XHTML',
    atom(
      '<id>1</id><title>x</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A<br/>B</p></div></content>',
    ),
    '<p>A<br>B</p>',
  );
  check('JSON: text', json({ content_text: 'One < two\n\nThree' }), '<p>One &lt; two</p><p>Three</p>');
  check(
    'JSON: Markdown',
    json({ content_text: '## One\n\n[two](https://example.org/2) <script>x()</script>' }),
    '<h2>One</h2>\n<p><a href="https://example.org/2">two</a> </p>\n',
  );
  check(
    'Markdown beside RSS',
    rss('<item><title>x</title><source:markdown>**One** two</source:markdown></item>'),
    '<p><strong>One</strong> two</p>\n',
  );
  check(
    'content before the summary',
    rss('<item><title>x</title><description>S</description><content:encoded>C</content:encoded></item>'),
    '<p>C</p>',
  );
  check(
    'the summary where content is empty',
    rss(
      '<item><title>x</title><description>S</description><content:encoded>&lt;p&gt;&lt;/p&gt;</content:encoded></item>',
    ),
    '<p>S</p>',
  );
});

suite('Whether an item is an extract', () => {
  const check = (name: string, text: string, expected: boolean) =>
    test(name, () => assert.equal(itemsOf(text)[0]?.isExtract, expected));
  const item = (rest: string): string => rss(`<item><title>Rain</title><link>/1</link>${rest}</item>`);
  const content = (text: string): string => `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>`;

  check('a short description', item('<description>It rained.</description>'), true);
  check('a long description', item(`<description>${long}</description>`), false);
  check('content', item(content(long)), false);
  check('short content', item(`<description>Rain.</description>${content('It rained on Monday.')}`), false);
  check(
    'content that is its summary',
    item(`<description>It rained.</description>${content('It rained.')}`),
    true,
  );
  check(
    'long content that is its summary',
    item(`<description>${long}</description>${content(long)}`),
    false,
  );
  check('an ellipsis', item(content(`${long} and then…`)), true);
  check('an ellipsis in brackets', item(content(`${long} [...]`)), true);
  check('an ellipsis as a reference', item(content(`${long} [&amp;hellip;]`)), true);
  check('a link to the rest', item(content(`${long} <a href="/1">Continue reading Rain</a>`)), true);
  check('a link to the rest in German', item(content(`${long} <a href="/1">Weiterlesen »</a>`)), true);
  check(
    'a sentence about reading',
    item(content(`${long} You can read more in the book. It is long.`)),
    false,
  );
  check(
    'a recording',
    item('<description>Notes.</description><enclosure url="/a.mp3" type="audio/mpeg"/>'),
    false,
  );
  check('a note', rss('<item><link>/1</link><description>It rained.</description></item>'), false);
  check(
    'without a page',
    rss('<item><title>Rain</title><description>It rained.</description></item>'),
    false,
  );
});

suite('The identity of an item', () => {
  const check = (name: string, first: string, second: string, isSame: boolean) =>
    test(name, () => {
      const guids = [first, second].map((item) => itemsOf(rss(item))[0]?.guid);
      assert.equal(guids[0] === guids[1], isSame, guids.join(' '));
    });
  const item = (rest: string): string => `<item>${rest}</item>`;

  check(
    'http becomes https',
    item('<guid>http://example.org/1</guid>'),
    item('<guid>https://example.org/1</guid>'),
    true,
  );
  check(
    'title and text change',
    item('<guid>1</guid><title>A</title>'),
    item('<guid>1</guid><title>B</title>'),
    true,
  );
  check(
    'tracking changes',
    item('<link>http://www.example.org/1?utm_source=a</link><title>A</title>'),
    item('<link>https://example.org/1</link><title>B</title>'),
    true,
  );
  check('other guids', item('<guid>1</guid><title>A</title>'), item('<guid>2</guid><title>A</title>'), false);
  check(
    'words alone',
    item('<title>A</title><description>x</description>'),
    item('<title>A</title><description>x</description><category>c</category>'),
    true,
  );
  check(
    'other words alone',
    item('<title>A</title><description>x</description>'),
    item('<title>A</title><description>y</description>'),
    false,
  );
  check('recordings alone', item('<enclosure url="/1.mp3"/>'), item('<enclosure url="/2.mp3"/>'), false);

  const count = (name: string, items: readonly string[], expected: number) =>
    test(name, () => {
      const found = itemsOf(rss(items.join('')));
      assert.equal(found.length, expected);
      assert.equal(new Set(found.map(({ guid }) => guid)).size, expected);
    });
  count(
    'one guid for all',
    ['A', 'B', 'C'].map((title) => item(`<guid>x</guid><title>${title}</title>`)),
    3,
  );
  count(
    'one link for all',
    ['A', 'B'].map((title) => item(`<link>/</link><title>${title}</title>`)),
    2,
  );
  count(
    'one guid for notes without titles',
    ['A', 'B'].map((text) => item(`<guid>x</guid><description>${text}</description>`)),
    2,
  );
  count(
    'the same twice',
    [item('<guid>1</guid><title>A</title>'), item('<guid>1</guid><title>A</title>')],
    1,
  );

  test('shared guids do not depend on the order', () => {
    const items = ['A', 'B', 'C'].map((title) => item(`<guid>x</guid><title>${title}</title>`));
    const guidsOf = (list: readonly string[]): readonly string[] =>
      itemsOf(rss(list.join(''))).map(({ guid }) => guid);
    assert.deepEqual(guidsOf(items.toReversed()), guidsOf(items).toReversed());
    assert.deepEqual(guidsOf([item('<guid>x</guid><title>D</title>'), ...items]).slice(1), guidsOf(items));
  });
  test('of two versions the newer is taken', () => {
    const version = (text: string, date: string): string =>
      item(
        `<guid>1</guid><title>A</title><description>${text}</description><dcterms:modified>${date}</dcterms:modified>`,
      );
    const [found] = itemsOf(rss(version('new', '2025-10-09') + version('old', '2025-10-08')));
    assert.equal(found?.text, 'new');
    assert.equal(itemsOf(rss(version('old', '2025-10-08') + version('new', '2025-10-09')))[0]?.text, 'new');
  });
});
