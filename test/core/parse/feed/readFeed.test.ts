import assert from 'node:assert/strict';
import type { Feed } from '../../../../src/core/model/feed.ts';
import { atom, rdf, read, rss } from './writtenFeeds.ts';

suite('A feed in any format', () => {
  const check = (name: string, text: string, expected: Partial<Feed>) =>
    test(name, () => {
      const feed = read(text);
      const actual = Object.fromEntries(Object.keys(expected).map((key) => [key, feed[key as keyof Feed]]));
      assert.deepEqual(actual, expected);
    });

  check(
    'RSS',
    rss('', '<link>/</link><language>en_us</language><description>All &amp;amp; more</description>'),
    {
      format: 'rss',
      version: '2.0',
      title: 'News',
      homeUrl: 'https://example.org/',
      language: 'en-US',
      description: 'All & more',
      problems: [],
    },
  );
  check(
    'RSS says when it changes',
    rss(
      '',
      '<ttl>90</ttl><skipHours><hour>24</hour><hour>3</hour><hour>77</hour></skipHours><skipDays><day>sunday</day></skipDays><sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"> Daily </sy:updatePeriod>',
    ),
    {
      rhythm: { ttl: 90, skipHours: [0, 3], skipDays: ['Sunday'], updatePeriod: 'daily', updateFrequency: 1 },
    },
  );
  check(
    'RSS knows its own address',
    rss('', '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="feed2.xml"/>'),
    {
      selfUrl: 'https://example.org/news/feed2.xml',
    },
  );
  check(
    'RSS of a podcast that moved',
    rss('', '<itunes:new-feed-url>https://new.example/feed</itunes:new-feed-url>'),
    {
      movedTo: 'https://new.example/feed',
    },
  );
  check('a wrong default namespace', rss('').replace('<rss ', '<rss xmlns="http://www.w3.org/2005/Atom" '), {
    format: 'rss',
    title: 'News',
  });
  check('upper-case tags', '<RSS VERSION="0.91"><CHANNEL><TITLE>News</TITLE></CHANNEL></RSS>', {
    format: 'rss',
    version: '0.91',
    title: 'News',
  });
  check(
    'a channel without rss around it',
    '<channel><title>News</title><item><title>Rain</title></item></channel>',
    {
      format: 'rss',
      title: 'News',
    },
  );
  check(
    'RSS 1.0',
    rdf(
      '<channel><title>News</title><link>https://example.org/</link><dc:language>fr</dc:language></channel>',
    ),
    {
      format: 'rdf',
      version: '1.0',
      language: 'fr',
    },
  );
  check('Atom', atom('<link href="/"/><link rel="self" href="atom.xml"/>', ' xml:lang="de"'), {
    format: 'atom',
    version: '1.0',
    homeUrl: 'https://example.org/',
    selfUrl: 'https://example.org/news/atom.xml',
    language: 'de',
  });
  check(
    'Atom with a prefix',
    atom('')
      .replaceAll(/<(\/?)(\w)/g, '<$1a:$2')
      .replace('xmlns=', 'xmlns:a='),
    {
      format: 'atom',
      title: 'News',
    },
  );
  check(
    'JSON Feed',
    '{"version":"https://jsonfeed.org/version/1.1","title":"A < B &amp; C","items":[],"home_page_url":"/"}',
    {
      format: 'json',
      version: '1.1',
      title: 'A < B &amp; C',
      homeUrl: 'https://example.org/',
    },
  );
  check(
    'RSS in JSON',
    '{"rss":{"version":"2.0","channel":{"title":"R&D","item":{"title":"One","guid":{"isPermaLink":false,"#value":"1"}}}}}',
    {
      format: 'rss',
      version: '2.0',
      title: 'R&D',
    },
  );
});
