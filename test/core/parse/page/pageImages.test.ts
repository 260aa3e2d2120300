import assert from 'node:assert/strict';
import { cleanHtml } from '../../../../src/core/parse/sanitize.ts';

const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

suite('Images of pages and feeds', () => {
  /** @param expected The addresses of the images that are left. */
  const check = (name: string, html: string, ...expected: readonly string[]) =>
    test(name, () => {
      const clean = cleanHtml(`<p>a</p>${html}`, 'https://example.org/a/').html;
      const found = [...clean.matchAll(/<img[^>]*? src="([^"]*)"/g)].map(([, src]) => src);
      assert.deepEqual(
        found,
        expected.map((address) => `https://example.org/${address}`),
      );
      assert.doesNotMatch(clean, /srcset|data-|noscript|picture|source/);
    });

  for (const name of ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-hi-res-src'])
    check(name, `<img src="${BLANK}" ${name}="/i.jpg">`, 'i.jpg');
  check('data-srcset', `<img src="${BLANK}" data-srcset="/s.jpg 400w, /l.jpg 1800w" loading=lazy>`, 'l.jpg');
  check(
    'an attribute of the page’s own',
    `<img src="/img/spacer.gif" data-imgsrc="/i.webp?w=2">`,
    'i.webp?w=2',
  );
  check('a blank late address', `<img data-src="${BLANK}" src="/i.jpg">`, 'i.jpg');
  check('a place keeper by its name', '<img src="/placeholder.png" srcset="/i.jpg 2x">', 'i.jpg');
  check('a place keeper alone stays', '<img src="/placeholder.png" alt=x>', 'placeholder.png');
  check(
    'sources that tell their width',
    '<img src="/tiny.jpg" srcset="/m.jpg 800w, /l.jpg 1600w, /xl.jpg 3200w">',
    'l.jpg',
  );
  check('sources for dense screens', '<img src="/one.jpg" srcset="/two.jpg 2x">', 'one.jpg');
  check(
    'sources with commas in them',
    '<img srcset="/w_400,c_fit/i.jpg 400w, /w_900,c_fit/i.jpg 900w">',
    'w_900,c_fit/i.jpg',
  );
  check(
    'a picture with an image',
    '<picture><source srcset="/i.avif" type="image/avif"><img src="/i.jpg" alt=x></picture>',
    'i.jpg',
  );
  check(
    'a picture with a blank image',
    `<picture><source data-srcset="/i.avif 900w" type="image/avif"><source srcset="/i.jpg 900w, /l.jpg 1700w"><img src="${BLANK}"></picture>`,
    'l.jpg',
  );
  check(
    'a twin for browsers without scripts',
    `<img class=lazy src="${BLANK}"><noscript><img src="/i.jpg"></noscript>`,
    'i.jpg',
  );
  check(
    'a twin of a late image goes',
    `<div><img data-src="/i.jpg"></div> <noscript><img src="/i.jpg?2"></noscript>`,
    'i.jpg',
  );
  check('a twin before its image', `<noscript><img src="/i.jpg"></noscript><img src="${BLANK}">`, 'i.jpg');
  check(
    'a twin in a picture',
    `<picture><noscript><img src="/i.jpg"></noscript><img src="${BLANK}"></picture>`,
    'i.jpg',
  );
  check('a twin alone', '<noscript><figure><img src="/i.jpg"></figure></noscript>', 'i.jpg');
  check('two images in a row are no twins', '<img src="/a.jpg"><img src="/b.jpg">', 'a.jpg', 'b.jpg');
  check(
    'an image of AMP',
    '<amp-img src="/i.jpg" width=900 height=600><img placeholder src="/b.jpg"></amp-img>',
    'i.jpg',
  );
  check(
    'images that count readers',
    '<img src="/a.gif" width=1 height=1><img src="/b" style="width:1px"><img src="//pixel.example.net/b.gif?x=1"><img src="https://stats.example.com/count.php?id=2" alt=""><noscript><img src="/c.gif" height="1"></noscript>',
  );
  check(
    'an image that only sounds like that',
    '<img src="/pixel-art.jpg"><img src="/track.png" alt="The track"><img src="/stats/chart.png" width=600>',
    'pixel-art.jpg',
    'track.png',
    'stats/chart.png',
  );

  test('alternative text, figure and caption stay', () => {
    const figure =
      '<figure><picture><source srcset="/l.jpg 1600w"><img alt="The quay"></picture><figcaption>Closed</figcaption></figure>';
    assert.equal(
      cleanHtml(figure, 'https://example.org/').html,
      '<figure><img alt="The quay" src="https://example.org/l.jpg"><figcaption>Closed</figcaption></figure>',
    );
  });
  test('endless lists of sources are bounded', () => {
    const sets = [','.repeat(60_000), `${'a'.repeat(60_000)} 5q x`, 'a '.repeat(30_000), 'a,'.repeat(30_000)];
    const html = sets.map((set) => `<img srcset="${set}">`).join('');
    assert.ok(cleanHtml(html.repeat(10), 'https://example.org/').html.length < 3_000_000);
  }).timeout(10_000);
});
