import assert from 'node:assert/strict';
import { feedItems } from '../../../../src/core/parse/feed/feedItems.ts';
import { atom, read, rss } from './writtenFeeds.ts';

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';

suite('Namespaces that single elements declare', () => {
  const channel = `<link ${ATOM} rel="self" href="/feed.xml"/><link>https://example.org/</link>`;
  const feed = read(
    rss(
      `<item><title>One</title><link ${ATOM} rel="replies" href="/c"></link><link>/1</link>
      <encoded xmlns="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;Rain&lt;/p&gt;</encoded>
      <creator xmlns="http://purl.org/dc/elements/1.1/">Ada Byron</creator>
      <group xmlns="http://search.yahoo.com/mrss/"><content url="/a.jpg" medium="image"/></group></item>
      <item xmlns="http://www.itunes.com/dtds/podcast-1.0.dtd"><title>Two</title></item>`,
      channel,
    ),
  );

  test('hold for them and for what is inside', () => {
    assert.equal(feed.homeUrl, 'https://example.org/');
    assert.equal(feed.selfUrl, 'https://example.org/feed.xml');
    const [entry] = feed.entries;
    assert.equal(entry?.url, 'https://example.org/1');
    assert.equal(entry.content?.value, '<p>Rain</p>');
    assert.equal(entry.authors[0]?.name, 'Ada Byron');
    assert.equal(entry.image, 'https://example.org/a.jpg');
    assert.equal(entry.links.find(({ rel }) => rel === 'replies')?.url, 'https://example.org/c');
  });
  test('do not change entries', () => assert.equal(feed.entries[1]?.title?.value, 'Two'));
  test('change nothing in a feed of that namespace', () => {
    const [entry] = read(atom(`<entry><title ${ATOM}>One</title></entry>`)).entries;
    assert.equal(entry?.title?.value, 'One');
  });
});

suite('Names of other formats', () => {
  test('in Atom', () => {
    const feed = read(
      atom(
        `<copyright>Ada Byron, 2004</copyright><entry><link>https://example.org/1?a=1&amp;b=2</link>
        <pubDate>Wed, 08 Oct 2025 14:05:00 GMT</pubDate><description>&lt;p&gt;Rain&lt;/p&gt;</description></entry>`,
      ),
    );
    const [entry] = feed.entries;
    assert.equal(feed.licence, 'Ada Byron, 2004');
    assert.equal(entry?.url, 'https://example.org/1?a=1&b=2');
    assert.equal(entry.published, '2025-10-08T14:05:00Z');
    assert.equal(entry.summary?.value, '<p>Rain</p>');
  });
  test('in RSS', () => {
    const [entry] = read(
      rss(
        `<item><link href="/1"/><content>&lt;p&gt;Rain&lt;/p&gt;</content><summary>It rained</summary>
        <published>2025-10-08T14:05:00Z</published><dc:author>Ada Byron</dc:author></item>`,
      ),
    ).entries;
    assert.equal(entry?.url, 'https://example.org/1');
    assert.equal(entry.content?.value, '<p>Rain</p>');
    assert.equal(entry.summary?.value, 'It rained');
    assert.equal(entry.published, '2025-10-08T14:05:00Z');
    assert.equal(entry.authors[0]?.name, 'Ada Byron');
  });
  test('come after those of the format', () => {
    const [entry] = read(
      rss(
        `<item><summary>no</summary><description>Rain</description><published>2020-01-01</published>
        <pubDate/><pubDate>Wed, 08 Oct 2025 14:05:00 GMT</pubDate></item>`,
      ),
    ).entries;
    assert.equal(entry?.summary?.value, 'Rain');
    assert.equal(entry.published, '2025-10-08T14:05:00Z');
  });
  test('XHTML with a prefix', () => {
    const [item] = feedItems(
      read(
        rss(
          '<item><title>One</title><xhtml:body><xhtml:p>Rain<xhtml:br/>again</xhtml:p></xhtml:body></item>',
        ),
      ),
    );
    assert.equal(item?.html, '<p>Rain<br>again</p>');
  });
  test('a base of a link of its own', () => {
    const urlOf = (base: string, href: string) =>
      read(
        atom(`<entry><link xml:base="${base}" href="${href}"/></entry>`, ' xml:base="https://b.example/x/"'),
      ).entries[0]?.url;
    assert.equal(urlOf('https://c.example/y/', 'z'), 'https://c.example/y/z');
    assert.equal(urlOf('y/', 'z'), 'https://b.example/x/y/z');
    assert.equal(urlOf('y/', '/z'), 'https://b.example/z');
  });
  for (const place of [
    '<georss:point>45.2,-71.9</georss:point>',
    '<georss:where><gml:Point><gml:pos>45.2 -71.9</gml:pos></gml:Point></georss:where>',
  ]) {
    test(place, () => {
      const [entry] = read(rss(`<item>${place}</item>`)).entries;
      assert.deepEqual(entry?.place, { latitude: 45.2, longitude: -71.9, name: undefined });
    });
  }
});
