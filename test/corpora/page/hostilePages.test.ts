// Pages made to do harm, or to take forever, through the whole way of a page.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { extractPage } from '../../../src/core/parse/page/extractPage.ts';
import { parseDocument } from '../../../src/core/parse/parseDocument.ts';
import { cleanHtml } from '../../../src/core/parse/sanitize.ts';

const ELEMENTS = new Set(
  'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'alt cite colspan datetime dir height href lang open reversed rowspan span src start title value width'.split(
    ' ',
  ),
);
const ADDRESSES = new Set(['cite', 'href', 'src']);
const SAFE = /^(?:https?:\/\/|mailto:|data:image\/(?:png|jpeg|gif|webp|avif);base64,)/;
const PROSE = `<p>${'The quay of Port Selwyn stays closed, the harbour authority said, and nobody was hurt. '.repeat(2)}</p>`;
const URL_OF_PAGE = 'https://example.org/a/b';

function assertSafe(html: string, what: string): void {
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node) {
      assert.ok(ELEMENTS.has(node.tagName), `${node.tagName} in ${what}`);
      assert.equal(node.namespaceURI, 'http://www.w3.org/1999/xhtml', what);
      for (const { name, value } of node.attrs) {
        assert.ok(ATTRIBUTES.has(name), `${name} in ${what}`);
        if (ADDRESSES.has(name)) assert.match(value, SAFE, what);
      }
    } else if (!('value' in node)) assert.equal(node.nodeName, '#document-fragment', what);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
}

function extracted(page: string) {
  return extractPage({ bytes: new TextEncoder().encode(page), contentType: 'text/html', url: URL_OF_PAGE });
}

suite('Hostile pages', () => {
  test('vectors that others collected leave nothing dangerous', function () {
    const file = new URL('../../../../shared/corpora/security/dompurify-cases.json', import.meta.url);
    if (!existsSync(file)) {
      process.stdout.write('      skipped: ../shared/corpora/security is absent\n');
      return this.skip();
    }
    const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly payload: string }[];
    assert.ok(cases.length > 100);
    for (const { payload } of cases) {
      const attribute = payload.replaceAll('"', '&quot;');
      assertSafe(cleanHtml(payload, URL_OF_PAGE).html, payload);
      const pages = [
        `<article>${PROSE.repeat(5)}${payload}${PROSE.repeat(5)}</article>`,
        `<head><title>${payload}</title><meta name="author" content="${attribute}"><meta property="og:image" content="${attribute}"><link rel=canonical href="${attribute}"><base href="${attribute}"></head><body><div class="content"><p class="byline">${payload}</p>${PROSE.repeat(5)}<a href="${attribute}">x</a><img data-src="${attribute}"><noscript><img src="${attribute}"></noscript></div></body>`,
      ];
      for (const page of pages) {
        const { item } = extracted(page);
        assertSafe(item?.html ?? '', payload);
        for (const address of [item?.url, item?.image, item?.canonicalUrl])
          assert.match(address ?? 'https://', /^https?:\/\//, payload);
      }
    }
  });

  const check = (name: string, page: string, least: number) =>
    test(`${name}: bounded`, () => {
      const { item, problems } = extracted(page);
      assert.ok((item?.text.length ?? 0) >= least, `${item?.text.length ?? 0} characters`);
      assert.ok(problems.every(({ outcome }) => outcome === 'taken'));
      assertSafe(item?.html ?? '', name);
    }).timeout(30_000);

  check('2,000 nested elements', '<div>'.repeat(2000) + PROSE, 150);
  check('100,000 nested elements', '<div>'.repeat(100_000) + PROSE, 150);
  check('100,000 nested inline elements', '<b>'.repeat(100_000) + PROSE, 150);
  check('nested tables', '<table><tr><td>'.repeat(2000) + PROSE, 150);
  check('depth again and again', ('<div>'.repeat(250) + PROSE + '</div>'.repeat(250)).repeat(100), 10_000);
  check('5 MB of paragraphs', `<body>${PROSE.repeat(28_000)}`, 4_500_000);
  check('5 MB in one paragraph', `<body><p>${'words, and '.repeat(450_000)}`, 4_500_000);
  check('text that is deep and long', `<ul><li>${'<ul><li>'.repeat(100)}${'x '.repeat(400_000)}`, 700_000);
  check(
    'nested forms, articles and asides beside text',
    `${'<form><article>'.repeat(120)}${PROSE.repeat(3000)}`,
    400_000,
  );
  check('many classes', `<div class="${'ad-'.repeat(600)}">${PROSE}</div>`.repeat(700), 100_000);
  check(
    'many twins',
    `<picture><img><noscript><img src=y.jpg></noscript></picture>`.repeat(15_000) + PROSE.repeat(5),
    800,
  );

  test('nested elements in a file', () => {
    const bytes = new TextEncoder().encode('<div>'.repeat(100_000) + PROSE);
    const { items } = parseDocument({ path: 'p', name: 'p.html', bytes });
    assert.ok((items[0]?.text.length ?? 0) >= 150);
  }).timeout(30_000);
});
