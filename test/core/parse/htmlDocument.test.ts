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
});
