import assert from 'node:assert/strict';
import { feedItems } from '../../../src/core/parse/feed/feedItems.ts';
import { cleanHtml } from '../../../src/core/parse/sanitize.ts';
import { corpusBytes, corpusFeed, corpusFiles } from './corpus.ts';
import { read, rss } from '../../core/parse/feed/writtenFeeds.ts';

suite('A hostile feed', () => {
  const inFeed = (dtd: string, text: string): string =>
    `<?xml version="1.0"?>${dtd}<rss version="2.0"><channel><title>${text}</title><item><title>One</title></item></channel></rss>`;
  const check = (name: string, text: string, title: string | undefined, items: number) =>
    test(name, () => {
      const feed = read(text);
      assert.equal(feed.title, title);
      assert.equal(feed.entries.length, items);
    });

  check(
    'entities are not expanded',
    inFeed('<!DOCTYPE r [<!ENTITY a "1234567890"><!ENTITY b "&a;&a;">]>', 'x&b;'),
    'x&b;',
    1,
  );
  check(
    'external entities are not fetched',
    inFeed('<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 'x&e;'),
    'x&e;',
    1,
  );
  check(
    'declarations with tags in them',
    inFeed('<!DOCTYPE r [<!ENTITY a "<rss><channel><title>no</title></channel></rss>">\n]>', 'yes'),
    'yes',
    1,
  );
  check(
    '100,000 levels',
    rss(`<item><title>One</title>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</item>`),
    'News',
    1,
  );
  check(
    '100,000 levels and as many ends of others',
    rss(`<item><title>One</title>${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}</item>`),
    'News',
    1,
  );
  check('a million elements', rss(`<item><title>One</title></item>${'<x/>'.repeat(1_000_000)}`), 'News', 1);
  check(
    '100,000 levels in a text',
    rss(`<item><title>One</title><description>${'<b>'.repeat(100_000)}</description></item>`),
    'News',
    1,
  );
  check(
    '500,000 beginnings of tags',
    rss(`<item><title>One</title></item>${'<'.repeat(500_000)}`),
    'News',
    1,
  );
  check(
    '300,000 beginnings of CDATA',
    rss(`<item><title>One</title></item><x>${'<![CDATA['.repeat(300_000)}`),
    'News',
    1,
  );
  check(
    '300,000 beginnings of comments',
    rss(`<item><title>One</title></item>${'<!--'.repeat(300_000)}`),
    'News',
    1,
  );
  check('references without end', inFeed('', 'a&amp;'.repeat(100_000)), 'a&'.repeat(1000), 1);
  check('a million items', rss('<item/>'.repeat(1_000_000)), 'News', 0);
  check('20,000 items', rss('<item><title>One</title></item>'.repeat(20_000)), 'News', 10_000);
  check('deep JSON', `{"title":"N","items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'N', 0);

  test('files of other suites', function () {
    for (const file of corpusFiles(this, 'security/xml-bombs/')) {
      const feed = corpusFeed(`security/xml-bombs/${file}`);
      assert.equal(feed.format, undefined, file);
      const dtd = Buffer.from(corpusBytes(`security/xml-bombs/${file}`))
        .toString()
        .replace(/<\?[^]*?\?>/, '');
      const root = dtd.slice(dtd.search(/<[a-z]/));
      const wrapped = read(
        `${dtd.slice(0, dtd.indexOf(root))}${rss(`<item><description>${root}</description></item>`).slice(21)}`,
      );
      assert.ok(JSON.stringify(wrapped).length < 12_000, file);
    }
  });

  test('a body with more elements than can be cleaned keeps its text', () => {
    const [item] = feedItems(
      read(rss(`<item><guid>1</guid><description>${'&lt;b>x'.repeat(300_000)}</description></item>`)),
    );
    assert.equal(item?.html, `<p>${'x'.repeat(300_000)}</p>`);
  });

  test('markup of other suites is harmless wherever it stands', function () {
    const [file] = corpusFiles(this, 'security/').filter((name) => name === 'dompurify-cases.json');
    const cases = JSON.parse(Buffer.from(corpusBytes(`security/${file ?? ''}`)).toString()) as readonly {
      readonly payload: string;
    }[];
    assert.ok(cases.length > 200);
    for (const { payload } of cases) {
      const cdata = `<![CDATA[${payload.replaceAll(']]>', ']] >')}]]>`;
      const [item] = feedItems(
        read(
          rss(
            `<item><guid>1</guid><title>${cdata}</title><link>${cdata}</link><author>${cdata}</author><category>${cdata}</category>
            <description>${cdata}</description><comments>${cdata}</comments><image>${cdata}</image></item>`,
          ),
        ),
      );
      for (const url of [item?.url, item?.image, item?.commentsUrl])
        assert.match(url ?? 'https:', /^https?:/);
      const html = item?.html ?? '';
      assert.equal(cleanHtml(html).html, html, payload);
      assert.doesNotMatch(
        html,
        /<(?:script|iframe|object|embed|svg|math|style|form)\b|<[^>]*\s(?:on\w+|style)=/iu,
        payload,
      );
      assert.ok(
        !`${item?.headline ?? ''}${item?.byline ?? ''}${item?.tags.join('') ?? ''}`.includes('\n'),
        payload,
      );
    }
  });
});
