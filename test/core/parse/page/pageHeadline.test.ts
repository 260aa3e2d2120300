// Headlines and dates as pages write them.

import assert from 'node:assert/strict';
import { extractPage } from '../../../../src/core/parse/page/extractPage.ts';

const PARAGRAPH =
  '<p>The quay of Port Selwyn stays closed, the harbour authority said on Monday, after divers found cracks in two of its pillars.</p>';
const extracted = (head: string, above = '') =>
  extractPage({
    bytes: new TextEncoder().encode(
      `<html><head>${head}</head><body><article>${above}${PARAGRAPH.repeat(5)}</article></body></html>`,
    ),
    contentType: 'text/html',
    url: 'https://www.example.org/news/quay',
  }).item;
const linked = (json: string, type = 'application/ld+json'): string =>
  `<script type="${type}">${json}</script>`;

suite('The site’s name in a title', () => {
  const site =
    '<meta property="og:site_name" content="The Daily Quay"><meta property="article:section" content="World">';
  for (const title of [
    'The Daily Quay: Quay closed',
    'Quay closed « The Daily Quay',
    'Quay closed :: The Daily Quay',
    'Quay closed / The Daily Quay',
    'Quay closed • The Daily Quay',
    'Quay closed ⋆ The Daily Quay',
    'Quay closed &gt;&gt; The Daily Quay',
    'Quay closed|The Daily Quay',
    'Quay closed - World - The Daily Quay',
    'The Daily Quay » Blog Archive » Quay closed',
  ])
    test(title, () => {
      assert.equal(extracted(`<title>${title}</title>${site}`)?.headline, 'Quay closed');
    });

  test('stays where it is the headline’s', () => {
    const title = 'The Daily Quay: a history';
    assert.equal(extracted(`<title>${title}</title>${site}`, `<h1>${title}</h1>`)?.headline, title);
  });

  test('is found in a long title in linear time', () => {
    const started = performance.now();
    extracted(`<title>${'ab - '.repeat(40_000)}</title>${site}`);
    assert.ok(performance.now() - started < 2000);
  });
});

suite('A headline in JSON-LD', () => {
  test('of JSON with a comma too many, and of a type with a charset', () => {
    const json = '{"@type":"NewsArticle","headline":"Quay, closed,}",}';
    assert.equal(extracted(linked(json, 'application/ld+json; charset=utf-8'))?.headline, 'Quay, closed,}');
  });

  for (const end of ['…', '...', ' …'])
    test(`that was cut with “${end}”`, () => {
      const json = `{"@type":"NewsArticle","headline":"Quay closed for${end}"}`;
      const whole = 'Quay closed for a month, says Li Wei';
      assert.equal(extracted(linked(json), `<h1>${whole}</h1>`)?.headline, whole);
      assert.equal(extracted(`<title>${whole}</title>${linked(json)}`)?.headline, whole);
    });
});

suite('The date of a page', () => {
  for (const name of [
    'publish_date',
    'publication-date',
    'dcterms.date',
    'citation_online_date',
    'dc.date.published',
    'article:published',
    'article.created',
    'release_date',
  ])
    test(`by ${name}`, () => {
      assert.equal(extracted(`<meta name="${name}" content="2025-10-08">`)?.published, '2025-10-08');
    });

  const below = '<p class="date">7 October 2025</p><article><p class="date">6 October 2025</p></article>';
  for (const [name, above, expected] of [
    [
      'with the headline above the article',
      '<span class="x_date_time" data-date-time="2025-10-08 14:05:00">',
      '2025-10-08T14:05:00',
    ],
    ['in another place', '', undefined],
  ] as const)
    test(name, () => {
      const item = extractPage({
        bytes: new TextEncoder().encode(
          `<body><div><p class="date">9 October 2025</p></div><div><div><h2>Quay closed</h2>${above}</div><div><article>${PARAGRAPH.repeat(5)}</article></div>${below}</div></body>`,
        ),
        contentType: 'text/html',
        url: 'https://www.example.org/news/quay',
      }).item;
      assert.equal(item?.published, expected);
    });

  test('of a note that is the only article', () => {
    const note =
      '<article><p>It rains on the quay, and nobody minds.</p><a href="/1"><time class="dt-published" datetime="2025-10-08">today</time></a></article>';
    const dateOf = (body: string) =>
      extractPage({
        bytes: new TextEncoder().encode(`<title>Quay</title><div class="wrap">${body}</div>`),
        contentType: 'text/html',
        url: 'https://www.example.org/1',
      }).item?.published;
    assert.equal(dateOf(note), '2025-10-08');
    assert.equal(dateOf(note.repeat(2)), undefined);
  });

  const date = '2025-10-08T09:00:00+02:00';
  for (const element of [
    `<abbr class="published" itemprop="datePublished" title="${date}">yesterday</abbr>`,
    `<abbr itemprop="datePublished" title="${date}">yesterday</abbr>`,
    `<span class="published" title="${date}">yesterday</span>`,
  ])
    test(element, () => {
      assert.equal(extracted('', element)?.published, date);
    });
});
