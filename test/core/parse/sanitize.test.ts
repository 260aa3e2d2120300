import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { cleanHtml } from '../../../src/core/parse/sanitize.ts';

const PIXELS = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

suite('Clean HTML', () => {
  const check = (dirty: string, html: string, text: string) =>
    test(dirty.slice(0, 90), () =>
      assert.deepEqual(cleanHtml(dirty, 'https://example.org/a/'), { html, text }),
    );

  check('<p onclick="x()" class=a style="color:red">Rain<script>y()</script></p>', '<p>Rain</p>', 'Rain');
  check('1 < 2 & 3&nbsp;> 0', '1 &lt; 2 &amp; 3&nbsp;&gt; 0', '1 < 2 & 3\u00A0> 0');
  check('<p>One<p>Two', '<p>One</p><p>Two</p>', 'One\n\nTwo');
  check('<a href="b?c=1&d">x</a>', '<a href="https://example.org/a/b?c=1&amp;d">x</a>', 'x');
  check(
    '<a href="javascript:x()">x</a> <a href="mailto:a@example.org">y</a>',
    'x <a href="mailto:a@example.org">y</a>',
    'x y',
  );
  check(
    '<img src="i.png" alt=A width=40 height=3em>',
    '<img alt="A" src="https://example.org/a/i.png" width="40">',
    '',
  );
  check(`<img src="${PIXELS}" data-src="i.png">`, '<img src="https://example.org/a/i.png">', '');
  check(`<img src="${PIXELS}">`, `<img src="${PIXELS}">`, '');
  check('<img src="data:image/svg+xml,<svg/>">x', 'x', 'x');
  check(
    '<img srcset="s.png 400w, l.png 1800w, xl.png 4000w">',
    '<img src="https://example.org/a/l.png">',
    '',
  );
  check('<img src="https://example.org/p.gif" width=1 height=1>x', 'x', 'x');
  check('a<div hidden>b</div><p aria-hidden=true>c</p><i style="display: none">d</i>e', 'ae', 'ae');
  check('<p> </p><div><br></div>x<span>y</span>', 'xy', 'xy');
  check('a<b> </b>b', 'a b', 'a b');
  check(
    '<q cite=x lang=EN-gb dir=RTL>a</q>',
    '<q lang="en-GB" dir="rtl" cite="https://example.org/a/x">a</q>',
    'a',
  );
  check(
    '<table><tr><td colspan=2>a<td>b</table>',
    '<table><tbody><tr><td colspan="2">a</td><td>b</td></tr></tbody></table>',
    'a\tb',
  );
  check('<tr><td>a</td></tr>', 'a', 'a');
  check('<pre>\n\n a\n  b</pre>', '<pre> a\n  b</pre>', ' a\n  b');
  check(
    '<ol start=3 reversed><li value=7>a</ol>',
    '<ol reversed="" start="3"><li value="7">a</li></ol>',
    'a',
  );
  check('<svg><style><img src=x onerror=y></style></svg>z', 'z', 'z');
});

suite('Clean HTML holds for all input', () => {
  const DANGEROUS_TAG =
    /^<(?:script|style|iframe|svg|math|object|embed|form|input|template|link|meta|base|video|audio)\b/i;
  const holds = (dirty: string): void => {
    const once = cleanHtml(dirty);
    assert.deepEqual(cleanHtml(once.html), once);
    for (const [tag] of once.html.matchAll(/<[^>]*>/g)) {
      assert.doesNotMatch(tag, DANGEROUS_TAG);
      assert.doesNotMatch(tag, /\s(?:on\w+|style|class|id|name|srcdoc|srcset)=/i);
      assert.doesNotMatch(
        tag,
        /(?:href|src|cite)="(?!https?:|mailto:|data:image\/(?:png|jpeg|gif|webp|avif);)/i,
      );
    }
  };

  test('made of pieces of markup', () => {
    const tags =
      'a b i p div li ul ol table tr td th pre h1 svg math style noscript template select ruby rt img br hr details font'.split(
        ' ',
      );
    const piece = fc.oneof(
      fc.constantFrom(
        ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} title="a<b" href=https://e.org onx=1>`]),
      ),
      fc.constantFrom(
        'x',
        ' ',
        '\n',
        '&lt;',
        '&#0;',
        '&#13;',
        '\u00A0',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '"',
        "'",
        '<',
        '>',
        '</p',
        '=',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => holds(pieces.join(''))),
      { numRuns: 100 },
    );
  });

  test('vectors that others collected', function () {
    const file = new URL('../../../../shared/corpora/security/dompurify-cases.json', import.meta.url);
    let cases: readonly { readonly payload: string }[];
    try {
      cases = JSON.parse(readFileSync(file, 'utf8')) as typeof cases;
    } catch {
      process.stdout.write('      skipped: ../shared/corpora/security is absent\n');
      return this.skip();
    }
    for (const { payload } of cases) holds(payload);
  });

  const bounded = (name: string, dirty: string) =>
    test(`${name} in bounded time`, () => {
      const start = performance.now();
      assert.ok(cleanHtml(dirty).text.length <= dirty.length);
      assert.ok(performance.now() - start < 5000);
    }).timeout(10_000);

  bounded('nested blocks', `${'<div>'.repeat(50_000)}x`);
  bounded('unclosed inline elements', `${'<b>'.repeat(20_000)}x`);
  bounded(
    'inline elements with attributes of their own',
    Array.from({ length: 1000 }, (_, index) => `<p><b title=${index}>y`).join(''),
  );
  bounded('paragraphs in inline elements', ('<p><b>'.repeat(45) + '</b></p>'.repeat(45)).repeat(20));
  bounded('end tags alone', '</p>'.repeat(5000));
});
