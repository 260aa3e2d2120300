import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/parse/parseDocument.ts';

const BODY = `<p>${'The quay of Port Selwyn stays closed, the harbour authority said. '.repeat(5).trim()}</p>`;

suite('Web pages', () => {
  const check = (name: string, page: string, expected: Readonly<Record<string, unknown>>) =>
    test(name, () => {
      const bytes = new TextEncoder().encode(page);
      const [item] = parseDocument({ path: 'p', name: 'page.html', bytes }).items;
      const found = Object.fromEntries(
        Object.keys(expected).map((key) => [key, item?.[key as keyof typeof item]]),
      );
      assert.deepEqual(found, expected);
    });

  const linked = JSON.stringify({
    '@graph': [
      { '@type': 'WebSite', name: 'Other' },
      { '@id': '#ada', '@type': 'Person', name: 'Ada Byron' },
      {
        '@type': ['NewsArticle'],
        headline: 'Quay &amp; basin',
        author: [{ '@id': '#ada' }, { name: 'Li Wei' }, 'https://example.org/x'],
        publisher: { name: 'The Post' },
        datePublished: '2025-10-08T14:05:00+0500',
        mainEntityOfPage: { '@id': 'https://example.org/quay' },
        inLanguage: 'en-GB',
      },
    ],
  });
  check(
    'JSON-LD comes first',
    `<html lang=de><script type="application/ld+json">[${linked}]</script><meta property="og:title" content="X">${BODY}`,
    {
      headline: 'Quay & basin',
      byline: 'Ada Byron and Li Wei',
      outlet: 'The Post',
      published: '2025-10-08T14:05:00+05:00',
      url: 'https://example.org/quay',
      language: 'en-GB',
    },
  );
  check(
    'OpenGraph, then meta',
    `<html lang=en><meta property="og:title" content="Quay closed | The Post"><meta property="og:site_name" content="The Post"><meta name=author content="By Ada Byron"><meta name=date content="8 October 2025"><link rel=canonical href="https://example.org/q"><script type="application/ld+json">{bad</script>${BODY}`,
    {
      headline: 'Quay closed',
      byline: 'Ada Byron',
      outlet: 'The Post',
      published: '2025-10-08',
      url: 'https://example.org/q',
      language: 'en',
    },
  );
  check(
    'the visible: title, heading, time',
    `<title>Quay closed - Harbour - Selwyn</title><h1>Quay closed</h1><time datetime="2025-10-08">Wednesday</time>${BODY}`,
    {
      headline: 'Quay closed',
      headlineFrom: 'document',
      published: '2025-10-08',
      outlet: undefined,
      byline: undefined,
    },
  );
  check(
    'a title keeps what is not the site’s name',
    `<meta property="og:site_name" content="The Post"><title>Quay - closed</title>${BODY}`,
    {
      headline: 'Quay - closed',
    },
  );
  check('nothing but text', '<p>It rained on Friday. Nobody left.</p>', {
    headline: 'It rained on Friday',
    headlineFrom: 'lede',
  });
  check(
    'article without chrome and heading',
    `<base href="https://example.org/a/"><title>Quay</title><body><header>Site</header><nav>Menu</nav><article><header><h1>Quay</h1><p>Standfirst</p></header>${BODY}<aside>Ad</aside><a href=b>b</a><footer>Share</footer></article><footer>Imprint</footer>`,
    {
      html: `<header><p>Standfirst</p></header>${BODY}<a href="https://example.org/a/b">b</a>`,
    },
  );
  check(
    'several articles: main',
    `<body><header>Site</header><main>${`<article>${BODY}</article>`.repeat(2)}</main><div>Below</div>`,
    {
      html: `<article>${BODY}</article>`.repeat(2),
    },
  );
  const comments = '<section class="comments"><time datetime="2021-01-01">then</time></section>';
  const related =
    '<ul><li><a href="/x">Another story of the same port</a> <time datetime="2020-02-02">before</time></li></ul>';
  check(
    'the date in the article, not in what is around it',
    `<nav><time datetime="2019-01-01">now</time></nav><article>${comments}${related}<article><time datetime="2018-01-01">x</time></article>${BODY}<p><time class="updated" datetime="2025-10-09">changed</time><time datetime="2025-10-08">Wednesday</time></p></article><footer><time datetime="2022-01-01">c</time></footer>`,
    { published: '2025-10-08' },
  );
  check('no date but those of comments and others', `<main>${BODY}${related}${comments}</main>`, {
    published: undefined,
  });
  check(
    'a heading of the site and one of the article',
    `<title>Port closed | The Example</title><header><h1>The Example</h1></header><main><h1>Port closed</h1>${BODY}</main>`,
    { headline: 'Port closed', html: BODY },
  );
  check(
    'a heading of the site alone',
    `<title>Port closed | The Example</title><header><h1>The Example</h1></header>${BODY}`,
    { headline: 'Port closed' },
  );
  check(
    'a form around the whole page',
    `<body><form id="aspnetForm"><input type="hidden" value="x"><nav>Menu</nav>${BODY}<form><button>Send</button></form></form>`,
    { html: `<div>${BODY}</div>` },
  );
  check(
    'tags',
    `<meta name="keywords" content="Ports, strike"><meta property="article:tag" content="Selwyn"><meta property="article:tag" content="ports">${BODY}`,
    { tags: ['Ports', 'strike', 'Selwyn'] },
  );

  test('more elements than can be shown are taken as text, to the end', () => {
    const page = `<body><p>First &amp; second</p>${'<b>a</b> '.repeat(45_000)}<script>x()</script><p>The end.</p>`;
    const { items, problems } = parseDocument({
      path: 'p',
      name: 'p.html',
      bytes: new TextEncoder().encode(page),
    });
    assert.ok(items[0]?.text.startsWith('First & second\n\na a a'));
    assert.ok(items[0]?.text.endsWith('a\n\nThe end.'));
    assert.deepEqual(
      problems.map(({ kind, outcome }) => [kind, outcome]),
      [['markup', 'taken']],
    );
  });
});

suite('Web pages in files', () => {
  const LONG = Array.from(
    { length: 6 },
    (_, index) =>
      `<p>${index}. The quay of Port Selwyn stays closed, the authority said, after divers found cracks.</p>`,
  ).join('');
  const check = (name: string, page: string, expected: Readonly<Record<string, unknown>>) =>
    test(name, () => {
      const bytes = new TextEncoder().encode(page);
      const { items, problems } = parseDocument({ path: 'p', name: 'page.html', bytes });
      const found = Object.keys(expected).map((key) => [key, items[0]?.[key as keyof (typeof items)[0]]]);
      assert.deepEqual(Object.fromEntries(found), expected);
      assert.deepEqual(problems, []);
    });

  const share = '<div class="share-tools"><a href="/t">Tweet this</a></div>';
  const related = '<h3>Related</h3><ul><li><a href="/o">Storm leaves thousands without power</a></li></ul>';
  check(
    'a saved news page: its article, with the address that it says',
    `<head><title>Quay closed - The Post</title><link rel=canonical href="https://example.org/news/quay"><meta property="og:site_name" content="The Post"></head><body><div class="menu"><a href="/">Home</a></div><div class="text">${share}${LONG}<p><a href="../other">More of that, in the report of the divers, which is long</a></p>${related}</div></body>`,
    {
      headline: 'Quay closed',
      outlet: 'The Post',
      url: 'https://example.org/news/quay',
      html: `<div><div>${LONG}<p><a href="https://example.org/other">More of that, in the report of the divers, which is long</a></p></div></div>`,
    },
  );
  const minutes = `<h2>Share of the work</h2><ul class="related"><li><a href="https://example.org/a">Plan</a></li></ul>${LONG}<h2>Related</h2><ul><li><a href="https://example.org/b">Budget of the harbour</a></li></ul><table><tbody><tr><td>1</td></tr></tbody></table>`;
  const plainMinutes = minutes.replace(' class="related"', '');
  check(
    'an exported document keeps its whole body',
    `<html><head><meta name="generator" content="Writer"><title>Minutes</title></head><body>${minutes}</body></html>`,
    { headline: 'Minutes', html: plainMinutes },
  );
  check('a fragment too, but for the heading that is its headline', minutes, {
    headline: 'Share of the work',
    html: plainMinutes.replace('<h2>Share of the work</h2>', ''),
  });
  check(
    'the address of the file is not known, so what is relative goes',
    `<nav></nav><article>${LONG}<p>See <a href="x">this</a> <img src="i.jpg" alt="a">.</p></article>`,
    { url: undefined, html: `<div><article>${LONG}<p>See this .</p></article></div>` },
  );
});
