import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extractPage, type PageItem } from '../../../../src/core/parse/page/extractPage.ts';

const URL_OF_PAGE = 'https://www.example.org/news/quay?ref=x';
const SENTENCES = [
  'The quay of Port Selwyn stays closed, the harbour authority said on Monday, after divers found cracks in two of its pillars.',
  'Fishing crews have moved to the smaller basin in the north, where berths are scarce, tempers are short, and fuel is dear.',
  'The mayor promised help, but the council has not yet voted on the money, and some members doubt that it will.',
  'Ferries to the islands keep to their timetable, according to the authority, and nobody was hurt in the inspection.',
  'Repairs will take until the end of the month, engineers said, if the weather holds and the new steel arrives in time.',
];
const paragraph = (index: number): string => `<p>${SENTENCES[index % SENTENCES.length] ?? ''}</p>`;
const ARTICLE = SENTENCES.map((_, index) => paragraph(index)).join('');
const MENU = `<nav><ul>${'<li><a href="/s">Section</a></li>'.repeat(8)}</ul></nav>`;
const site = (article: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Quay closed | The Post</title>${head}</head><body>${MENU}<div id="page"><div class="content"><h1>Quay closed</h1>${article}</div><div class="sidebar"><a href="/x">Other story of the day</a></div></div><footer>Imprint</footer></body></html>`;

function extracted(page: string, url = URL_OF_PAGE, contentType: string | undefined = 'text/html') {
  return extractPage({ bytes: new TextEncoder().encode(page), contentType, url });
}

suite('What a page says of its article', () => {
  const check = (name: string, page: string, expected: Partial<PageItem>, url = URL_OF_PAGE) =>
    test(name, () => {
      const { item, problems } = extracted(page, url);
      assert.deepEqual(problems, []);
      const found = Object.fromEntries(
        Object.keys(expected).map((key) => [key, item?.[key as keyof PageItem]]),
      );
      assert.deepEqual(found, expected);
    });

  const linked = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebPage', datePublished: '2020-01-01', inLanguage: 'en-GB', image: { '@id': '#lead' } },
      { '@type': 'ImageObject', '@id': '#lead', url: '/lead.jpg' },
      {
        '@type': 'NewsArticle',
        headline: 'Quay closed for the month',
        author: [{ name: 'Ada Byron' }, { name: 'Li Wei' }],
        publisher: { name: 'The Post' },
        datePublished: '2025-10-08T14:05:00+0500',
        dateModified: '2025-10-08T16:00:00+0500',
        articleSection: ['Harbour', 'News'],
        license: 'https://creativecommons.org/licenses/by/4.0/',
        image: [{ '@type': 'ImageObject', url: 'https://example.org/lead-wide.jpg' }],
        url: 'https://example.org/news/quay',
      },
    ],
  };
  check(
    'JSON-LD with names in parts and a date that counts seconds',
    site(
      ARTICLE,
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay closed","datePublished":1759932300,"author":[{"givenName":"Ada","familyName":"Byron"},{"name":"Li Wei"}]}</script>',
    ),
    { authors: ['Ada Byron', 'Li Wei'], published: '2025-10-08T14:05:00Z' },
  );
  check('JSON-LD', site(ARTICLE, `<script type="application/ld+json">${JSON.stringify(linked)}</script>`), {
    headline: 'Quay closed for the month',
    authors: ['Ada Byron', 'Li Wei'],
    byline: 'Ada Byron and Li Wei',
    outlet: 'The Post',
    published: '2025-10-08T14:05:00+05:00',
    updated: '2025-10-08T16:00:00+05:00',
    language: 'en-GB',
    section: 'Harbour',
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    image: 'https://example.org/lead-wide.jpg',
    url: 'https://example.org/news/quay',
    guid: 'https://example.org/news/quay',
  });
  const page = { '@graph': linked['@graph'].slice(0, 2) };
  check(
    'JSON-LD of the page alone',
    site(ARTICLE, `<script type="application/ld+json">${JSON.stringify(page)}</script>`),
    {
      headline: 'Quay closed',
      published: '2020-01-01',
      language: 'en-GB',
      image: 'https://www.example.org/lead.jpg',
    },
  );
  const others = ['/a', '/news/quay', '/b'].map((url) => ({
    '@type': 'Article',
    headline: `At ${url}`,
    url: `https://www.example.org${url}`,
  }));
  check(
    'of several articles, the one at the page’s address',
    site(
      ARTICLE,
      `<link rel=canonical href="/news/quay"><script type="application/ld+json">${JSON.stringify(others)}</script>`,
    ),
    { headline: 'At /news/quay' },
  );
  check(
    'an encyclopedia’s name and description',
    site(
      ARTICLE,
      '<script type="application/ld+json">{"@type":"Article","name":"Quay closed","headline":"closure"}</script>',
    ),
    { headline: 'Quay closed' },
  );
  check(
    'OpenGraph',
    site(
      ARTICLE,
      '<meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2025-10-08T14:05Z"><meta property="article:modified_time" content="2025-10-08T14:05:20Z"><meta property="article:section" content="Harbour"><meta property="og:image" content="/i.jpg"><meta property="article:author" content="https://example.org/ada"><meta name="author" content="ADA BYRON"><meta property="article:author" content="Ada Byron">',
    ),
    {
      outlet: 'The Post',
      published: '2025-10-08T14:05Z',
      updated: undefined,
      section: 'Harbour',
      image: 'https://www.example.org/i.jpg',
      authors: ['Ada Byron'],
    },
  );
  check(
    'microdata',
    site(
      `<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2025-10-08"><span itemprop="author" itemscope><a itemprop="url" href="/ada">x</a><span itemprop="name">Ada Byron</span></span><span itemprop="articleSection">Harbour</span><div itemprop="publisher" itemscope><meta itemprop="name" content="The Post"></div>${ARTICLE}</div>`,
    ),
    { authors: ['Ada Byron'], published: '2025-10-08', section: 'Harbour', outlet: 'The Post' },
  );
  check(
    'other meta elements',
    site(
      ARTICLE,
      '<meta name="DC.date.issued" content="Wed, 08 Oct 2025 14:05:00 GMT"><meta name="parsely-author" content="By Li Wei"><meta name="parsely-section" content="Harbour"><link rel="license" href="/terms">',
    ),
    {
      published: '2025-10-08T14:05:00Z',
      authors: ['Li Wei'],
      section: 'Harbour',
      licence: 'https://www.example.org/terms',
    },
  );
  check(
    'visible lines',
    site(`<p class="byline">By Ada Byron</p><p class="post-date">October 8, 2025</p>${ARTICLE}`),
    {
      authors: ['Ada Byron'],
      published: '2025-10-08',
    },
  );
  check('a line of dates is no byline', site(`<p class="byline">October 8, 2025 at 6:01 am</p>${ARTICLE}`), {
    authors: [],
  });
  check(
    'the address of another site is not believed',
    site(ARTICLE, '<link rel=canonical href="https://example.com/news/quay">'),
    {
      url: URL_OF_PAGE,
      canonicalUrl: 'https://example.com/news/quay',
      guid: 'https://example.org/news/quay?ref=x',
    },
  );
  check(
    'the front page is no article’s address',
    site(ARTICLE, '<link rel=canonical href="https://www.example.org/">'),
    {
      url: URL_OF_PAGE,
    },
  );
  check(
    'the same site by another door',
    site(ARTICLE, '<link rel=canonical href="https://www.example.org/a/b">'),
    { url: 'https://www.example.org/a/b' },
    'https://m.example.org/amp/b',
  );
});

suite('The article of a page', () => {
  const check = (name: string, article: string, expected: string) =>
    test(name, () => {
      const { item, problems } = extracted(site(article));
      assert.deepEqual(problems, []);
      assert.equal(item?.html, `<div><div>${expected}</div></div>`);
    });

  check('paragraphs without menu, sidebar and footer', ARTICLE, ARTICLE);
  check(
    'lists, tables, code and quotations stay',
    `${ARTICLE}<ul><li>One pillar, at the north end of the quay</li><li>Another</li></ul><pre>a  b\n c</pre><blockquote><p>We wait, and we are not happy about it.</p></blockquote><h2>What comes next</h2>${ARTICLE}<table><caption>Berths</caption><tbody><tr><th>North</th><td>12</td></tr><tr><th>South</th><td>3</td></tr></tbody></table>`,
    `${ARTICLE}<ul><li>One pillar, at the north end of the quay</li><li>Another</li></ul><pre>a  b\n c</pre><blockquote><p>We wait, and we are not happy about it.</p></blockquote><h2>What comes next</h2>${ARTICLE}<table><caption>Berths</caption><tbody><tr><th>North</th><td>12</td></tr><tr><th>South</th><td>3</td></tr></tbody></table>`,
  );
  check(
    'links and images become absolute',
    `${ARTICLE}<p>See <a href="../more#x">the report</a>, or <a href="javascript:x()">run</a> or <a href="mailto:a@example.org">write</a>, it is long enough.</p><figure><img src="/i.jpg" alt="The quay"><figcaption>The quay, closed</figcaption></figure>`,
    `${ARTICLE}<p>See <a href="https://www.example.org/more#x">the report</a>, or run or <a href="mailto:a@example.org">write</a>, it is long enough.</p><figure><img alt="The quay" src="https://www.example.org/i.jpg"><figcaption>The quay, closed</figcaption></figure>`,
  );
  check(
    'ways to share, newsletters, advertisements and lists of others go',
    `<div class="share-bar"><a href="/t">Tweet</a></div>${paragraph(0)}<p>Advertisement</p>${paragraph(1)}<div class="newsletter-signup"><p>Get our letter every morning.</p></div>${paragraph(2)}<p><b>Read more:</b> <a href="/o">Storm leaves thousands without power</a></p>${paragraph(3)}${paragraph(4)}<h3>Related stories</h3><ul><li><a href="/o">Storm leaves thousands without power</a></li><li><a href="/p">Council votes on fares</a></li></ul>`,
    ARTICLE,
  );
  check(
    'a caption that stands twice goes once',
    `<figure><img src="/i.jpg"><figcaption>The quay, closed</figcaption></figure><p>The quay, closed</p>${ARTICLE}`,
    `<figure><img src="https://www.example.org/i.jpg"><figcaption>The quay, closed</figcaption></figure>${ARTICLE}`,
  );
  check(
    'what says “related” in passing stays',
    `${ARTICLE}<h2>Related work on the quay</h2>${ARTICLE}<p>Advertisement for berths rose by a tenth this year, the harbour authority said.</p>`,
    `${ARTICLE}<h2>Related work on the quay</h2>${ARTICLE}<p>Advertisement for berths rose by a tenth this year, the harbour authority said.</p>`,
  );
  check(
    'what a script would show is shown',
    ARTICLE.replace(/^/, '<div style="display:none">') + '</div>',
    ARTICLE.replace(/^/, '').replace(/$/, ''),
  );

  test('the marked article where statistics find little', () => {
    const many = Array.from({ length: 30 }, (_, index) => `<section>${paragraph(index)}</section>`).join('');
    const { item } = extracted(
      `<head><title>Quay</title></head><body>${MENU}<article>${many}</article></body>`,
    );
    assert.equal(item?.text.split('\n\n').length, 30);
  });

  test('a base element', () => {
    const { item } = extracted(
      site(
        `${ARTICLE}<p><a href="b">A link to the whole report of the divers</a> is here, and it is long.</p>`,
        '<base href="/a/">',
      ),
    );
    assert.match(item?.html ?? '', /href="https:\/\/www\.example\.org\/a\/b"/);
  });
});

suite('What is no page', () => {
  const check = (
    name: string,
    bytes: Uint8Array | string,
    contentType: string | undefined,
    sentence: RegExp,
  ) =>
    test(name, () => {
      const input = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
      const { item, problems } = extractPage({ bytes: input, contentType, url: URL_OF_PAGE });
      assert.equal(item, undefined);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.sentence ?? '', sentence);
    });

  check('nothing', '', 'text/html', /is empty/);
  check('a PDF document', '%PDF-1.7 …', 'text/html', /is a PDF document, not a web page/);
  check('an image', new Uint8Array([137, 80, 78, 71, 0, 1]), 'image/png', /is an image/);
  check('a feed', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'text/xml', /is a feed/);
  check('bytes', new Uint8Array([0, 1, 2, 3, 0, 5]), undefined, /is not a text file/);
  check('a page of scripts', '<html><script>x()</script></html>', 'text/html', /has no text/);
  check('too much', new Uint8Array(20_000_001), 'text/html', /is larger than 20 MB/);

  test('a page whose text comes by script gives its headline', () => {
    const { item, problems } = extracted('<title>Quay closed</title><body><div id=app></div>');
    assert.deepEqual([item?.kind, item?.headline], ['headline', 'Quay closed']);
    assert.deepEqual(
      problems.map(({ kind, outcome }) => [kind, outcome]),
      [['markup', 'taken']],
    );
  });

  test('plain text is an article', () => {
    const { item } = extracted(
      `Quay closed\n\n${SENTENCES.join('\n\n')}`,
      'https://example.org/q.txt',
      'text/plain; charset=utf-8',
    );
    assert.deepEqual(
      [item?.headline, item?.url, item?.html],
      ['Quay closed', 'https://example.org/q.txt', ARTICLE],
    );
  });

  test('an address that is none is told, not thrown', () => {
    assert.equal(extracted(site(ARTICLE), 'no address').problems[0]?.kind, 'unreadable');
  });
});

suite('The charset of a page', () => {
  const word = new Uint8Array([0xf0, 0xd2, 0xc9, 0xde, 0xc1, 0xcc]);

  test('by the header', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('<p>'), ...word]);
    const { item } = extractPage({ bytes, contentType: 'text/html; charset="koi8-r"', url: URL_OF_PAGE });
    assert.equal(item?.text, 'Причал');
  });

  test('pages that others collected', function () {
    const folder = new URL('../../../../../shared/corpora/encodings/', import.meta.url);
    if (!existsSync(folder)) {
      process.stdout.write('      skipped: ../shared/corpora/encodings is absent\n');
      return this.skip();
    }
    const read = (name: string) =>
      extractPage({ bytes: readFileSync(new URL(name, folder)), contentType: 'text/html', url: URL_OF_PAGE })
        .item;
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.html'))) {
      const item = read(name);
      assert.doesNotMatch(`${item?.headline ?? ''} ${item?.text ?? ''}`, /\uFFFD|Ã/, name);
    }
    for (const name of ['iso-8859-1.html', 'iso-8859-1-meta-after-1024.html', 'utf8-meta-after-1024.html']) {
      assert.deepEqual([read(name)?.headline, read(name)?.text], ['Frédéric', 'Café'], name);
    }
  });
});
