import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalUrl, namesOnePage } from '../../../src/core/text/canonicalUrl.ts';

suite('Canonical addresses', () => {
  const check = (address: string, expected: string | undefined): void => {
    test(address, () => assert.equal(canonicalUrl(address), expected));
  };

  check('http://www.example.org:80/news/amp/?utm_source=x&b=2&a=1#top', 'https://example.org/news?a=1&b=2');
  check('https://example.org/a', 'https://example.org/a');
  check('HTTPS://EXAMPLE.ORG./A/', 'https://example.org/A');
  check('https://m.example.org/a?fbclid=Iw&gclid=1&mc_cid=2', 'https://example.org/a');
  check('https://amp.example.org/a.amp.html?amp=1', 'https://example.org/a.html');
  check('https://m.org/a', 'https://m.org/a');
  check('https://www2.example.org/x.amp', 'https://example.org/x');
  check('https://example.org/x.amp/amp.amp/', 'https://example.org/x');
  check('https://example.org/a?wt_mc=1&wt.mc_id=2&maca=de-rss&traffic_source=rss', 'https://example.org/a');
  check('https://example.org/a?ocid=1&mtm_source=2&pk_campaign=3&igsh=4&srsltid=5', 'https://example.org/a');
  check('https://example.org/a?gad_source=1&feedType=RSS&feedName=x&ito=1&wprss=2', 'https://example.org/a');
  check('https://example.org/a?.tsrc=rss&ref=rss&mod=rss_top&partner=rss&emc=rss', 'https://example.org/a');
  check(
    'https://example.org/a?partner=x&ref=page&mod=5&pk_id=7&xtsrc=1',
    'https://example.org/a?mod=5&partner=x&pk_id=7&ref=page&xtsrc=1',
  );
  check('https://example.org:8080/a', 'https://example.org:8080/a');
  check('https://example.org/a?id=5&id=4', 'https://example.org/a?id=4&id=5');
  check('https://example.org/a?UTM_Medium=x&page=2', 'https://example.org/a?page=2');
  check('https://example.org/a?utmost=x', 'https://example.org/a?utmost=x');
  check('https://example.org/%7Eada/%63af%C3%A9', 'https://example.org/~ada/caf%C3%A9');
  check('https://example.org/#/story/5', 'https://example.org/#/story/5');
  check('https://example.org/amp', 'https://example.org/amp');
  check('https://www.google.com/amp/s/www.example.org/a/', 'https://example.org/a');
  check('https://example-org.cdn.ampproject.org/c/s/example.org/a', 'https://example.org/a');
  check('https://www.google.com/search?q=amp', 'https://google.com/search?q=amp');
  check('mailto:ada@example.org', undefined);
  check('https://', undefined);
  check('', undefined);

  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const key = canonicalUrl(address);
        assert.ok(key !== undefined);
        assert.equal(canonicalUrl(key), key);
      }),
      { numRuns: 30 },
    );
  });

  test('front pages name no article', () => {
    const pages = [
      'https://example.org',
      'https://www.example.org/?utm_source=x',
      'https://example.org/#top',
    ];
    assert.deepEqual(
      pages.map((address) => namesOnePage(canonicalUrl(address) ?? '')),
      [false, false, false],
    );
    assert.equal(namesOnePage('https://example.org/?p=5'), true);
    assert.equal(namesOnePage('https://example.org/a'), true);
  });
});
