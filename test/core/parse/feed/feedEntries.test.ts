import assert from 'node:assert/strict';
import type { FeedEntry } from '../../../../src/core/model/feed.ts';
import { atom, rdf, read, rss, URL_OF_FEED } from './writtenFeeds.ts';

suite('An entry of a feed', () => {
  const check = (name: string, text: string, expected: Partial<FeedEntry>) =>
    test(name, () => {
      const [entry] = read(text).entries;
      assert.ok(entry);
      const actual = Object.fromEntries(
        Object.keys(expected).map((key) => [key, entry[key as keyof FeedEntry]]),
      );
      assert.deepEqual(actual, expected);
    });
  const text = (
    kind: 'text' | 'html' | 'unsaid' | 'markdown',
    value: string,
    baseUrl?: string,
    language?: string,
  ) => ({
    kind,
    value,
    baseUrl,
    language,
  });
  const person = (name: string | undefined, email?: string, url?: string) => ({ name, email, url });

  // Addresses.
  check('the link before the guid', rss('<item><link>/a</link><guid>https://example.org/b</guid></item>'), {
    id: 'https://example.org/b',
    url: 'https://example.org/a',
  });
  check('the guid where there is no link', rss('<item><guid>https://example.org/b</guid></item>'), {
    url: 'https://example.org/b',
  });
  check(
    'a guid that is no link',
    rss('<item><guid isPermaLink="false">https://example.org/b</guid></item>'),
    {
      url: undefined,
    },
  );
  check('a guid that is no address', rss('<item><guid>post-1</guid></item>'), {
    id: 'post-1',
    url: undefined,
  });
  check(
    'addresses that are escaped once too often',
    rss(
      '<item><link><![CDATA[https://example.org/?a=1&amp;b=2]]></link><enclosure url="/a.mp3?a=1&amp;amp;b=2"/></item>',
    ),
    {
      url: 'https://example.org/?a=1&b=2',
      enclosures: [
        {
          url: 'https://example.org/a.mp3?a=1&b=2',
          type: undefined,
          length: undefined,
          title: undefined,
          duration: undefined,
        },
      ],
    },
  );
  check(
    'an identifier of Atom that is an address, where there is no link',
    atom('<entry><id>https://example.org/c</id><link rel="self" href="/s"/></entry>'),
    { id: 'https://example.org/c', url: 'https://example.org/c' },
  );
  check(
    'an identifier of Atom beside a link',
    atom('<entry><id>https://example.org/c</id><link href="/d"/></entry>'),
    {
      url: 'https://example.org/d',
    },
  );
  check(
    'a picture named as that of a channel',
    rss('<item><image><url>/i.jpg</url><title>I</title></image></item>'),
    {
      image: 'https://example.org/i.jpg',
    },
  );
  check('a picture between tags', rss('<item><image>https://example.org/i.jpg</image></item>'), {
    image: 'https://example.org/i.jpg',
  });
  check(
    'names without a namespace',
    rss('<item><creator>Ada Byron</creator><date>2025-10-08</date></item>'),
    {
      authors: [person('Ada Byron')],
      published: '2025-10-08',
    },
  );
  check(
    'a name in quotation marks',
    rss('<item><author>"Byron, Ada" &lt;ada@example.org&gt;</author></item>'),
    {
      authors: [person('Byron, Ada', 'ada@example.org')],
    },
  );
  check('a name with a link', rss('<item><author>by <a href="/ada">Ada Byron</a></author></item>'), {
    authors: [person('by Ada Byron')],
  });
  check(
    'an author of Atom with much beside the name',
    atom(
      `<entry><author><name>Ada Byron</name>${'<link rel="avatar" href="/a.png"/>'.repeat(9)}</author></entry>`,
    ),
    { authors: [person('Ada Byron')] },
  );
  check(
    'about of RDF',
    rdf('<channel><title>N</title></channel><item rdf:about="https://example.org/c"><title>x</title></item>'),
    {
      id: 'https://example.org/c',
      url: 'https://example.org/c',
    },
  );
  check('javascript is no link', rss('<item><link>javascript:alert(1)</link></item>'), {
    url: undefined,
    links: [],
  });
  check(
    'alternate before others',
    atom(
      '<entry><link rel="self" href="/x.atom"/><link rel="enclosure" href="/x.mp3"/><link href="/x"/></entry>',
    ),
    { url: 'https://example.org/x' },
  );
  check(
    'the page before other forms of it',
    atom('<entry><link type="application/json" href="/x.json"/><link type="text/html" href="/x"/></entry>'),
    { url: 'https://example.org/x' },
  );
  check(
    'the original before the copy',
    rss(
      '<item><link>https://feedproxy.example/1</link><feedburner:origLink>https://example.org/1?a=1&amp;b=2</feedburner:origLink></item>',
    ),
    { url: 'https://example.org/1?a=1&b=2' },
  );
  check(
    'xml:base all the way down',
    atom(
      '<entry xml:base="b/"><link href="c"/><content type="html" xml:base="d/">x</content></entry>',
      ' xml:base="https://base.example/a/"',
    ),
    { url: 'https://base.example/a/b/c', content: text('html', 'x', 'https://base.example/a/b/d/') },
  );
  check(
    'xml:base of a channel',
    rss('<item xml:base="b/"><link>c</link></item>').replace(
      '<channel>',
      '<channel xml:base="https://base.example/a/">',
    ),
    { url: 'https://base.example/a/b/c' },
  );
  check(
    'JSON: the page, then what it is about',
    '{"version":"https://jsonfeed.org/version/1","title":"N","items":[{"id":7,"external_url":"https://other.example/","url":"/p"}]}',
    {
      id: '7',
      url: 'https://example.org/p',
      links: [
        { url: 'https://example.org/p', rel: 'alternate', type: undefined, title: undefined },
        { url: 'https://other.example/', rel: 'related', type: undefined, title: undefined },
      ],
    },
  );

  // People.
  check('creator', rss('<item><author>x@example.org</author><dc:creator>Ada Byron</dc:creator></item>'), {
    authors: [person('Ada Byron')],
  });
  check('address with a name', rss('<item><author>ada@example.org (Ada Byron)</author></item>'), {
    authors: [person('Ada Byron', 'ada@example.org')],
  });
  check(
    'markup in a name',
    rss(
      '<item><dc:creator>&lt;a href="/ada"&gt;Ada &amp;amp; Li&lt;/a&gt;&lt;script&gt;x()&lt;/script&gt;</dc:creator></item>',
    ),
    {
      authors: [person('Ada & Li')],
    },
  );
  check(
    'authors of the feed hold for its entries',
    atom('<author><name>Ada &lt;Byron></name><uri>/ada</uri></author><entry><id>1</id></entry>'),
    { authors: [person('Ada <Byron>', undefined, 'https://example.org/ada')] },
  );

  // Dates.
  check(
    'published and updated',
    atom('<entry><published>2025-10-08T14:05:00+05:00</published><updated>2025-10-09</updated></entry>'),
    {
      published: '2025-10-08T14:05:00+05:00',
      updated: '2025-10-09',
    },
  );
  check('only updated', atom('<entry><updated>2025-10-09</updated></entry>'), {
    published: '2025-10-09',
    updated: '2025-10-09',
  });
  check(
    'Atom 0.3',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14</modified></entry></feed>',
    {
      published: '2003-12-13T08:29:29-04:00',
      updated: '2003-12-14',
    },
  );
  check('Dublin Core', rss('<item><dc:date>2025-10-08</dc:date></item>'), { published: '2025-10-08' });

  // Texts.
  check(
    'RSS does not say what its texts are',
    rss(
      '<item><title>A</title><description>&lt;p>B&lt;/p></description><content:encoded><![CDATA[<p>C</p>]]></content:encoded></item>',
    ),
    {
      title: text('unsaid', 'A'),
      summary: text('unsaid', '<p>B</p>'),
      content: text('unsaid', '<p>C</p>'),
    },
  );
  check(
    'markup that is not escaped',
    rss('<item><description>One <b>two</b><br>&lt;3 <img src="a.png"></description></item>'),
    {
      summary: text('unsaid', 'One <b>two</b><br/>&lt;3 <img src="a.png"/>'),
    },
  );
  check(
    'XHTML beside the texts of RSS',
    rss('<item><body xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B</p></body></item>'),
    {
      content: text('unsaid', '<p>A &lt; B</p>'),
    },
  );
  check(
    'XHTML of Atom',
    atom(
      '<entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; <i/>B</p></div></content></entry>',
    ),
    {
      content: text('html', '<p>A &lt; <i></i>B</p>', URL_OF_FEED),
    },
  );
  check('a title of Atom by the letter', atom('<entry><title>&lt;b&gt; &amp;amp;</title></entry>'), {
    title: text('text', '<b> &amp;', URL_OF_FEED),
  });
  check(
    'base64 of Atom 0.3',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><content type="text/html" mode="base64">PGI+UmFpbjwvYj4gJmFtcDsg4oKs</content></entry></feed>',
    {
      content: text('html', '<b>Rain</b> &amp; €', URL_OF_FEED),
    },
  );
  check(
    'base64 of Atom 1.0',
    atom('<entry><content type="application/octet-stream">UmFpbg==</content></entry>'),
    {
      content: text('unsaid', 'Rain', URL_OF_FEED),
    },
  );
  check('content elsewhere', atom('<entry><content type="text/html" src="/x"/></entry>'), {
    content: undefined,
    url: 'https://example.org/x',
  });
  check('a title of Dublin Core', rss('<item><dc:title>Rain</dc:title></item>'), {
    title: text('unsaid', 'Rain'),
  });
  check(
    "the entry's title before its media's",
    rss(
      '<item><media:content xmlns:media="http://search.yahoo.com/mrss/" url="/a.jpg"><media:title>Photo</media:title></media:content><title>Rain</title></item>',
    ),
    {
      title: text('unsaid', 'Rain'),
      image: 'https://example.org/a.jpg',
    },
  );

  // The rest.
  check(
    'categories',
    rss(
      '<item><category domain="d">A</category><category>A &amp;amp; B</category><dc:subject>C</dc:subject></item>',
    ),
    {
      categories: [
        { name: 'A', scheme: 'd' },
        { name: 'A & B', scheme: undefined },
        { name: 'C', scheme: undefined },
      ],
    },
  );
  check(
    'enclosures',
    rss('<item><enclosure url="/a.mp3" length="12" type="audio/mpeg"/><enclosure url="ftp://x/y"/></item>'),
    {
      enclosures: [
        {
          url: 'https://example.org/a.mp3',
          type: 'audio/mpeg',
          length: 12,
          title: undefined,
          duration: undefined,
        },
      ],
    },
  );
  check(
    'the widest picture',
    rss(
      '<item><media:group xmlns:media="http://search.yahoo.com/mrss/"><media:content medium="image" url="/s.jpg" width="100"/><media:content medium="image" url="/l.jpg" width="900"/></media:group></item>',
    ),
    { image: 'https://example.org/l.jpg', enclosures: [] },
  );
  check(
    'licence',
    rss(
      '<item><creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license><dc:rights>Ada</dc:rights></item>',
    ),
    {
      licence: 'https://creativecommons.org/licenses/by/4.0/',
    },
  );
  check(
    'section, comments, place',
    rss(
      '<item><slash:section>Ports</slash:section><slash:comments>3</slash:comments><comments>/c</comments><georss:point>51.2 2.9</georss:point></item>',
    ),
    {
      section: 'Ports',
      comments: { url: 'https://example.org/c', count: 3 },
      place: { latitude: 51.2, longitude: 2.9, name: undefined },
    },
  );
  check(
    'source',
    rss('<item><source url="https://other.example/feed">The &lt;b>Other&lt;/b></source></item>'),
    {
      source: { title: 'The Other', url: 'https://other.example/feed' },
    },
  );
  check(
    'threads',
    atom(
      '<entry xmlns:thr="http://purl.org/syndication/thread/1.0"><thr:in-reply-to ref="tag:1" href="https://example.org/1"/><link rel="replies" type="text/html" href="/r"/><thr:total>5</thr:total></entry>',
    ),
    {
      inReplyTo: 'https://example.org/1',
      comments: { url: 'https://example.org/r', count: 5 },
    },
  );
});
