import assert from 'node:assert/strict';
import { rdf, read, rss, titles, URL_OF_FEED } from './writtenFeeds.ts';

suite('A broken feed', () => {
  const check = (name: string, text: string, expected: readonly string[], problem = /not well-formed/) =>
    test(name, () => {
      const feed = read(text);
      assert.deepEqual(titles(feed), expected);
      assert.match(feed.problems.map(({ sentence }) => sentence).join(' '), problem);
      assert.ok(feed.problems.every(({ where }) => where === URL_OF_FEED));
    });
  const two = '<item><title>One</title></item><item><title>Two</title></item>';
  const clean = /^$/;

  check('whole', rss(two), ['One', 'Two'], clean);
  check(
    'a prefix of the writer’s own',
    rss(two)
      .replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
      .replace('<x:rss', '<x:rss xmlns:x="https://example.org/rss"'),
    ['One', 'Two'],
    clean,
  );
  check(
    'a prefix that a program numbered',
    '<ns0:feed xmlns:ns0="http://www.w3.org/2005/Atom"><ns0:title>N</ns0:title><ns0:entry><ns0:title>One</ns0:title></ns0:entry></ns0:feed>',
    ['One'],
    clean,
  );
  test('people that are no names take no time', () => {
    const brackets = `<author>${'a@b ('.repeat(100_000)}</author>`;
    const [entry] = read(rss(`<item><title>One</title>${brackets}</item>`, brackets)).entries;
    assert.deepEqual(entry?.authors, []);
  }).timeout(5000);
  check('white space before the prolog', `\n \t${rss(two)}`, ['One', 'Two'], clean);
  check('a notice before the prolog', `<br />\n<b>Warning</b>: no "x" in <b>a.php</b><br />${rss(two)}`, [
    'One',
    'Two',
  ]);
  check('words before the prolog', `It works! ${rss(two)}`, ['One', 'Two']);
  check('words behind the end', `${rss(two)}<!-- cached --><script>x()</script>`, ['One', 'Two'], clean);
  check('cut off in an item', rss(two).slice(0, -35), ['One'], /cut off/);
  check('cut off in a tag', rss(two).replace(/Two<.*$/, 'Two</tit'), ['One'], /cut off/);
  check(
    'cut off in CDATA',
    rss(`${two}<item><title>x</title><description><![CDATA[<p>`).replace(/<p>.*$/, '<p>'),
    ['One', 'Two'],
    /cut off/,
  );
  check('cut off behind an item', rss(two).replace('</channel></rss>', ''), ['One', 'Two'], /cut off/);
  check(
    'JSON, cut off',
    '{"version":"https://jsonfeed.org/version/1","title":"N","items":[{"id":"1","title":"One"},{"id":"2","title":"T{}',
    ['One'],
    /cut off/,
  );
  check(
    'JSON with line ends in strings and commas too many',
    '{"version":"https://jsonfeed.org/version/1","title":"N","items":[{"id":"1","title":"One\nmore",},],}',
    ['One more'],
    /not well-formed JSON/,
  );
  check('bare ampersands', rss('<item><title>R&D & more</title><link>/?a=1&copy=2</link></item>'), [
    'R&D & more',
  ]);
  check(
    'names of HTML',
    rss('<item><title>Caf&eacute;&nbsp;&mdash; &own; &#8364;</title></item>'),
    ['Café\u00A0— &own; €'],
    clean,
  );
  check('characters that XML forbids', rss('<item><title>O\u0000n\u0008e&#0;&#x1F;</title></item>'), ['One']);
  check('less than', rss('<item><title>1 < 2 <!-- < --><![CDATA[ < 3]]></title></item>'), ['1 < 2  < 3']);
  check('a tag that is none', rss('<item><title>I <3 Rain</title></item><item><title>Two</title></item>'), [
    'I <3 Rain',
    'Two',
  ]);
  check('references without their end', rss('<item><title>Tom &amp Jerry &#8211 &ampere</title></item>'), [
    'Tom & Jerry – &ampere',
  ]);
  check(
    'an instruction that is none',
    rss('<item><title>Why <?php?</title></item><?x y?><item><title>Two</title></item>'),
    ['Why <?php?', 'Two'],
  );
  check('unclosed title', rss('<item><title>One<link>/a</link></item><item><title>Two</title></item>'), [
    'One',
    'Two',
  ]);
  check('unclosed items', rss('<item><title>One</title><item><title>Two</title>'), ['One', 'Two']);
  check('crossed tags', rss('<item><title>One</item></title><item><title>Two</title></item>'), [
    'One',
    'Two',
  ]);
  check('names of JavaScript', rss('<item><__proto__>x</__proto__><constructor/><title>One</title></item>'), [
    'One',
  ]);
  check(
    'attributes twice and without quotes',
    rss('<item><enclosure url=/a.mp3 url="/b.mp3" type=audio/mpeg /><title>One</title></item>'),
    ['One'],
    clean,
  );
  check(
    'unclosed CDATA',
    rss(
      '<item><title>One</title><description><![CDATA[<p>A</p></description></item><item><title><![CDATA[Two]]></title></item>',
    ),
    ['One', 'Two'],
  );
  check(
    'RDF whose contents name other items',
    rdf(
      '<channel><title>N</title><items><rdf:Seq><rdf:li rdf:resource="https://example.org/1"/></rdf:Seq></items></channel><item rdf:about="https://example.org/1"><title>One</title></item><item rdf:about="https://example.org/2"><title>Two</title></item>',
    ),
    ['One', 'Two'],
    clean,
  );

  check('unclosed elements before the items', rss(two, '<image><url>/a.png<docs>x'), ['One', 'Two']);
  check(
    'a comment that nothing ends',
    rss('<item><title>One</title></item><!-- <item><title>Two</title></item>'),
    ['One', 'Two'],
  );
  check(
    'items of something else inside an item',
    rss('<item><order><item>x</item></order><title>One</title></item>'),
    ['One'],
    clean,
  );

  test('wherever it is cut off, what came whole is read', () => {
    const whole = rss(`${two}<item><title><![CDATA[<b>Three</b> & 4]]></title><link>/3</link></item>`);
    for (let end = whole.indexOf('<item>'); end < whole.length; end++) {
      const feed = read(whole.slice(0, end));
      assert.equal(feed.entries.length, whole.slice(0, end).split('</item>').length - 1, whole.slice(0, end));
      assert.match(feed.problems[0]?.sentence ?? '', /cut off/, whole.slice(0, end));
    }
  });
  test('the parts of a broken entry are whole', () => {
    const [first, second] = read(
      rss(
        '<item><title>One</title><description><![CDATA[<p>A</p></description><link>/1</link></item><item><title><![CDATA[Two]]></title></item>',
      ),
    ).entries;
    assert.equal(first?.summary?.value, '<p>A</p>');
    assert.equal(first.url, 'https://example.org/1');
    assert.equal(second?.title?.value, 'Two');
  });
  test('an address with ampersands', () => {
    const [entry] = read(rss('<item><link>/?a=1&copy=2&b=3</link></item>')).entries;
    assert.equal(entry?.url, 'https://example.org/?a=1&copy=2&b=3');
  });
});

suite('What is no feed', () => {
  const check = (name: string, text: string | Uint8Array, kind: string, words: RegExp) =>
    test(name, () => {
      const feed = read(text);
      assert.equal(feed.format, undefined);
      assert.deepEqual(feed.entries, []);
      assert.deepEqual(
        feed.problems.map((problem) => problem.kind),
        [kind],
      );
      assert.match(feed.problems.map(({ sentence }) => sentence).join(' '), words);
    });

  check('nothing', '', 'empty', /feed\.xml is empty\.$/);
  check('white space', ' \n ', 'empty', /is empty\.$/);
  check(
    'a web page',
    '<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
    'unknown type',
    /it is a web page\.$/,
  );
  check(
    'a web page about feeds',
    '<html><body><rss version="2.0"></rss></body></html>',
    'unknown type',
    /it is a web page\.$/,
  );
  check('OPML', '<opml version="2.0"><body><outline text="x"/></body></opml>', 'unknown type', /OPML/);
  check('a site map', '<?xml version="1.0"?><urlset><url/></urlset>', 'unknown type', /site/);
  check('other XML', '<tv><channel id="1"/></tv>', 'unknown type', /XML of another kind \(<tv>\)/);
  check('other JSON', '{"error":"not found"}', 'unknown type', /JSON of another kind/);
  check('a list in JSON', '[1,2]', 'unknown type', /JSON of another kind/);
  check('plain text', 'Not found', 'unknown type', /plain text/);
  check(
    'a picture',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 1, 2]),
    'binary',
    /not a text file/,
  );
  check('too much', new Uint8Array(20_000_001).fill(32), 'too large', /larger than 20 MB/);
});
