// Parts of pages that are the article, and parts that are not, whatever their names are.

import assert from 'node:assert/strict';
import { extractPage } from '../../../../src/core/parse/page/extractPage.ts';

const SENTENCES = [
  'The quay of Port Selwyn stays closed, the harbour authority said on Monday, after divers found cracks in two of its pillars.',
  'Fishing crews have moved to the smaller basin in the north, where berths are scarce, tempers are short, and fuel is dear.',
  'The mayor promised help, but the council has not yet voted on the money, and some members doubt that it will.',
  'Ferries to the islands keep to their timetable, according to the authority, and nobody was hurt in the inspection.',
];
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>${SENTENCES[index % 4] ?? ''} (${index})</p>`).join('');
const page = (body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Quay closed</title></head><body><nav><a href="/s">Section</a></nav>${body}<footer>Imprint</footer></body></html>`;
const marked = (article: string): string =>
  page(`<main><article><h1>Quay closed</h1>${article}</article></main>`);
const unmarked = (article: string): string =>
  page(`<div id="page"><div class="content"><h1>Quay closed</h1>${article}</div></div>`);
const extracted = (html: string) =>
  extractPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html',
    url: 'https://www.example.org/news/quay',
  }).item;

/** Every paragraph and what is said to be kept is there, and nothing with "OTHER" in it. */
function check(name: string, html: string, ...kept: readonly string[]): void {
  test(name, () => {
    const { html: found = '', text = '' } = extracted(html) ?? {};
    for (const words of [...(html.match(/\(\d+\)(?=<\/p>)/g) ?? []), ...kept])
      assert.ok(text.includes(words) || found.includes(words), `${words} in ${found}`);
    assert.doesNotMatch(found, /OTHER/);
  });
}

suite('Comments of readers', () => {
  const comment =
    'OTHER I think, as many do, that this is a very long comment, which has commas, and opinions, and more.';
  const list = `<div id="comments" class="comments-area"><ol class="comment-list">${`<li class="comment"><p>${comment}</p></li>`.repeat(30)}</ol></div>`;
  const articles = `<section id="comments">${`<article class="comment-body"><p>${comment}</p></article>`.repeat(20)}<div id="respond"><p>OTHER Your address will not be shown.</p></div></section>`;
  for (const count of [1, 2, 8]) {
    check(
      `after ${count} paragraphs`,
      page(`<main><article><h1>Quay closed</h1>${paragraphs(count)}</article>${list}</main>`),
    );
    check(`in an article of ${count} paragraphs`, marked(paragraphs(count) + list));
    check(`as articles after ${count} paragraphs`, unmarked(paragraphs(count) + articles));
  }

  test('stay where they are all there is', () => {
    assert.match(extracted(page(`<div class="comments"><p>${comment}</p></div>`))?.text ?? '', /opinions/);
  });
});

suite('Names that say nothing', () => {
  const words = 'WORDS of the harbour authority, which are known to all.';
  const inside = (part: string): string => marked(paragraphs(6).replace('(2)</p>', `(2)</p>${part}`));
  for (const part of [
    `<p>See the <a class="social-link" href="/x">WORDS</a>, of the harbour authority, that is known to all.</p>`,
    `<p>See the <span class="comment">WORDS</span>, of the harbour authority, that is known to all.</p>`,
    '<h2 class="header-anchor-post">WORDS</h2>',
    '<h2 class="sidebar-title">WORDS</h2>',
    '<h2 class="meta">WORDS</h2>',
    `<p class="extra">${words}</p>`,
    '<figure class="header-image"><img src="/i.jpg"><figcaption>WORDS</figcaption></figure>',
    `<ul class="menu-list"><li>${words}</li><li>Another that is as long</li></ul>`,
    '<pre class="hljs"><code>a = 1 <span class="hljs-comment"># WORDS</span></code></pre>',
    `<div class="footnote"><a href="#f">1</a><div class="footnote-content"><p>${words}</p></div></div>`,
  ])
    check(part.slice(0, 40), inside(part), 'WORDS');
});

suite('Lines that name somebody', () => {
  const authors = (
    name: string,
    article: string,
    expected: readonly string[],
    ...kept: readonly string[]
  ) => {
    check(name, marked(article), ...kept);
    test(`${name}: authors`, () => {
      assert.deepEqual(extracted(marked(article))?.authors, expected);
    });
  };
  authors(
    'the place and the agency',
    `<p><span class="dateline">OSTEND (Agency) — </span>It rains, and nobody minds.</p>${paragraphs(5)}`,
    [],
    'OSTEND (Agency)',
  );
  authors(
    'who is quoted',
    `<blockquote><p>We wait.</p><p class="quote-author">Li Wei</p></blockquote>${paragraphs(5)}`,
    [],
    'Li Wei',
  );
  authors(
    'who took a picture',
    `<figure><img src="/i.jpg"><figcaption>The quay <span class="image-byline">Li Wei</span></figcaption></figure>${paragraphs(5)}`,
    [],
    'Li Wei',
  );
  authors(
    'a note',
    `<p class="authors-note">Names were changed.</p>${paragraphs(5)}`,
    [],
    'Names were changed',
  );
  authors(
    'below a summary',
    `<p class="standfirst">${SENTENCES[3] ?? ''}</p><p class="byline">By <a rel="author" href="/ada">Ada Byron</a></p>${paragraphs(5)}`,
    ['Ada Byron'],
  );
});

suite('An image that keeps the place of another', () => {
  test('goes', () => {
    const images = '<div><img src="/grey-placeholder.png"> <img src="/i.jpg"></div>';
    const { html = '' } =
      extracted(marked(`${paragraphs(4)}<figure>${images}</figure>${paragraphs(4)}`)) ?? {};
    assert.match(html, /\/i\.jpg/u);
    assert.doesNotMatch(html, /placeholder/u);
  });
});

suite('A line with names and a date', () => {
  test('in a short article', () => {
    const line = '<p class="byline">By Ada Byron and Li Wei</p>';
    assert.deepEqual(extracted(marked(`${line}${paragraphs(2)}`))?.authors, ['Ada Byron and Li Wei']);
  });
  test('gives the names', () => {
    const line =
      '<div class="byline"><span>By Ada Byron, The Agency</span><span>Updated 3:15 PM EDT, May 7, 2024</span></div>';
    assert.deepEqual(extracted(marked(`${line}${paragraphs(8)}`))?.authors, ['Ada Byron, The Agency']);
  });
});

suite('What stands beside the paragraphs', () => {
  const figure = (name: string): string =>
    `<figure><img src="/${name}.jpg"><figcaption>Caption ${name}</figcaption></figure>`;
  const body = `<div class="body">${paragraphs(8)}</div>`;
  check('a picture above them', marked(`${figure('lead')}${body}`), 'lead.jpg', 'Caption lead');
  check(
    'a summary in the header',
    page(
      `<article><header><h1>Quay closed</h1><p class="standfirst">Crews move north</p></header>${body}</article>`,
    ),
    'Crews move north',
  );
  check(
    'a summary that only an attribute for scripts names',
    marked(
      `<div data-x-name="standfirst"><p>Crews move north, and the mayor promises help</p><ul><li><a href="/live">Live</a></li></ul></div>${body}`,
    ),
    'Crews move north',
  );
  check('a second headline', marked(`<h2 class="subtitle">Crews move north</h2>${body}`), 'Crews move north');
  check(
    'headings between boxes, without links to edit them',
    marked(
      `<div>${paragraphs(4)}</div><div class="mw-heading"><h2>History</h2><span class="mw-editsection">[<a>OTHER</a>]</span></div><div>${paragraphs(4)}</div>`,
    ),
    'History',
  );
  check(
    'a gallery',
    marked(
      `${paragraphs(4)}<div class="gallery">${figure('a')}${figure('b')}${figure('c')}</div>${paragraphs(4)}`,
    ),
    'a.jpg',
    'c.jpg',
  );
  check(
    'a gallery of boxes',
    unmarked(`${paragraphs(4)}<div><div>${figure('a')}</div><div>${figure('b')}</div></div>${paragraphs(4)}`),
    'a.jpg',
    'b.jpg',
  );
  check(
    'who is quoted in a footer',
    marked(
      `${paragraphs(4)}<blockquote><p>We wait, all of us.</p><footer>Li Wei</footer></blockquote>${paragraphs(4)}`,
    ),
    'Li Wei',
  );
  check(
    'an aside of facts, but no aside of links',
    marked(
      `${paragraphs(4)}<aside class="facts"><p>The quay is a hundred years old.</p></aside><aside class="related"><p>OTHER</p></aside><aside><a href="/o">OTHER article</a></aside>${paragraphs(4)}`,
    ),
    'hundred years',
  );
});

suite('Surroundings of an article', () => {
  const between = (part: string): string => marked(paragraphs(8).replace('(3)</p>', `(3)</p>${part}`));
  check(
    'words before a link in a box of its own',
    between('<section class="box"><span>Lire aussi</span><h4><a href="/o">OTHER article</a></h4></section>'),
  );
  for (const heading of ['相关新闻', '関連記事', '관련 기사', 'اقرأ أيضا', 'Sur le même sujet'])
    check(
      `other articles under “${heading}”`,
      unmarked(
        `${paragraphs(8)}<div class="x1"><h3>${heading}</h3><ul><li><a href="/o">OTHER article</a></li></ul></div>`,
      ),
    );
  check(
    'calls to subscribe',
    between('<section class="gh-cta"><h2>OTHER For subscribers</h2><p>OTHER Sign in</p></section>'),
  );
  check(
    'a part named for tests alone',
    between(
      '<div class="css-1x"><div data-testid="share-tools"><p>OTHER Send this to a friend</p></div></div>',
    ),
  );
  check(
    'links behind the marked article',
    page(
      `<main><article><h1>Quay closed</h1><div>${paragraphs(8)}</div></article><div data-component="tags"><ul><li><a href="/t">OTHER topic</a></li></ul></div></main>`,
    ),
  );
  const consent =
    '<div id="onetrust-banner-sdk"><p>OTHER We use cookies to give you the best of all experiences, and to see how our site is used.</p></div><div class="cookie-notice"><p>OTHER We use cookies.</p></div>';
  const rail =
    '<div class="rail"><h3><a href="/o">OTHER Storm leaves thousands without power</a></h3><p>OTHER A storm has left thousands without power, in the north of the country, and more rain is coming.</p></div>';
  check(
    'beside one sentence',
    page(`${consent}<article><h1>Quay closed</h1><p>It stays closed.</p></article>${rail}`),
    'It stays closed.',
  );
  test('alone they are no article', () => {
    assert.equal(extracted(page(`${consent}<div id="app"></div>`))?.kind, 'headline');
  });

  const teasers = (names: string, heading = ''): string =>
    `<div class="${names}">${heading}${'<div><h3><a href="/o">OTHER Storm</a></h3><p>OTHER A storm has left thousands without power, in the north of the country, and more rain is on its way, as the office said.</p></div>'.repeat(5)}</div>`;
  for (const [shape, article] of Object.entries({ marked, unmarked })) {
    check(`long teasers, ${shape}`, article(paragraphs(4) + teasers('related-articles')));
    check(
      `long teasers below a heading, ${shape}`,
      article(`${paragraphs(4)}<h2>More from OTHER</h2>${teasers('list')}`),
    );
    check(
      `long teasers with a heading, ${shape}`,
      article(paragraphs(4) + teasers('list', '<h2>More from OTHER</h2>')),
    );
    check(
      `boxes, ${shape}`,
      article(
        `${paragraphs(4)}<div class="author-box"><p>OTHER Ada Byron writes.</p></div><div class="donation-appeal"><p>OTHER Please give.</p></div><p class="copyright">OTHER © The Quay</p>`,
      ),
    );
  }
});
