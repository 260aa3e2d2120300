import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import { cleanHtml } from '../../src/core/parse/sanitize.ts';
import type * as safeBody from '../../src/webview/safeBody.ts';
import type * as textPlaces from '../../src/webview/textPlaces.ts';
import { bundle } from './openReader.ts';

/** The two scripts' exports, on the page. */
declare const safe: typeof safeBody;
declare const places: typeof textPlaces;

const SELECTIONS = 300;

const BODIES: Readonly<Record<string, string>> = {
  prose:
    '<p>The bridge  <b>reopened</b> on\n Monday.</p>\n\n<p>Ferries <i>stop</i> — for <a href="https://example.org/">good</a>.</p>',
  lists:
    '<ul>\n <li>one</li>\n <li>two<ol><li>deep</li></ol> tail</li></ul><dl><dt>term</dt><dd>meaning</dd></dl>',
  table:
    '<table><caption>Tides</caption><thead><tr><th>Port</th><th>High</th></tr></thead>\n<tbody><tr><td>North</td><td></td></tr><tr><td>South</td><td>4 m<br>5 m</td></tr></tbody></table><p>after</p>',
  code: '<p>Run</p><pre><code>\n  if (a) {\n\tb();\n  }\n</code></pre><p>twice <code>a  b</code></p>',
  'right to left': '<p>قال الوزير <b>إن الجسر</b> سيفتح\u00a0غدا.</p><p>English بين <i>الكلمات</i> 42.</p>',
  ideographs: '<p>\u3000橋は<b>月曜日</b>に再開した。</p><p>𠮷野家<ruby>橋<rt>はし</rt></ruby>👩‍👩‍👧と🇯🇵</p>',
  pictures:
    '<figure><img src="https://example.org/a.png" alt="no text"><figcaption>The  <em>bridge</em></figcaption></figure>x<br><br>y<hr>z',
  'loose text':
    'start <div> a <span> b </span> c </div> end <details><summary>more</summary>hidden <p>words</p></details>',
  'bad nesting': '<p>a<div>b</p>c</div><b><p>d</b>e</p><table>lost<tr><td>f</table><li>g<h2>h</h2>',
  nothing: ' <p> </p> ',
};

const PIECES = [
  ...'p div ul li b i em a table tr td th blockquote pre code h2 figure figcaption details summary dl dt dd span ruby rt q'
    .split(' ')
    .flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ...[
    '<br>',
    '<hr>',
    '<img src=x>',
    ' ',
    '\n',
    '\n\n',
    ' \t',
    'word',
    ' two words ',
    'ж',
    '新聞',
    '&lt;b&gt;',
    '&nbsp;',
  ],
  ...[
    '<!-- c -->',
    '<svg>',
    '</svg>',
    '<math>',
    '<select>',
    '<option>',
    '<caption>',
    '<tbody>',
    '<form>',
    '</p>',
    '<button>',
  ],
  ...[
    'word.',
    'more',
    'text',
    ' and ',
    'so on',
    '<wbr>',
    '<section>',
    '</section>',
    '<style>a{}</style>',
    '<template>t</template>',
  ],
];

suite('places of the text in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;

  suiteSetup(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
    await page.addScriptTag({ content: await bundle('src/webview/safeBody.ts', 'safe') });
    await page.addScriptTag({ content: await bundle('src/webview/textPlaces.ts', 'places') });
  });
  suiteTeardown(async () => await browser.close());

  for (const [name, html] of Object.entries(BODIES)) {
    test(name, async () => await check(page, html));
  }

  test('tag soup', async () => {
    for (let seed = 0; seed < 60; seed++) await check(page, tagSoup(seed), 10);
  });

  test('pages of newspapers', async function () {
    const folder = shared(this, 'pages');
    for (const name of readdirSync(folder)) {
      const file = join(folder, name, 'expected.html');
      if (existsSync(file)) await check(page, readFileSync(file, 'utf8'));
    }
  });

  test('hostile markup', async function () {
    const file = shared(this, 'security/dompurify-cases.json');
    const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly payload: string }[];
    for (const { payload } of cases) await check(page, payload, 10);
  });
});

function shared(test: Mocha.Context, name: string): string {
  const path = join(import.meta.dirname, '../../../shared/corpora', name);
  if (!existsSync(path)) {
    process.stdout.write(`      skipped: there is no ${path}\n`);
    test.skip();
  }
  return path;
}

/** Takes a body in as the library does, and selects in it at random: the page's text must be the library's. */
async function check(page: Page, markup: string, selections = SELECTIONS): Promise<void> {
  const { html, text: kept } = cleanHtml(markup);
  const { text, failures } = await page.evaluate(selectAtRandom, { html, selections });
  assert.equal(text, kept, html);
  assert.deepEqual(failures, [], html);
}

/** Gives markup as no person writes it, the same for the same number. */
function tagSoup(seed: number): string {
  const random = randomBelow(seed);
  return Array.from({ length: 40 }, () => PIECES[random(PIECES.length)]).join('');
}

function randomBelow(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}

/**
 * Runs on the page. A selection's passage is right when as many characters that are no whitespace stand before it
 * and in it in the plain text as on the page, and when its range gives the passage again.
 */
function selectAtRandom({ html, selections }: { readonly html: string; readonly selections: number }): {
  readonly text: string;
  readonly failures: readonly string[];
} {
  document.body.innerHTML = '<h1>Outside</h1><article></article><p>Outside too</p>';
  const article = document.querySelector('article') ?? document.body;
  const body = safe.safeBody(html);
  const map = places.textPlaces(body);
  article.append(body);
  for (const table of article.querySelectorAll('table')) {
    const box = document.createElement('div');
    table.replaceWith(box);
    box.append(table);
  }

  let seed = 12345;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(document.body);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
  const place = (): readonly [Node, number] => {
    const node = nodes[random(nodes.length)] ?? document.body;
    return [node, random((node instanceof Text ? node.length : node.childNodes.length) + 1)];
  };
  const solid = (string: string): string => string.replace(/\s/g, '');
  const whole = document.createRange();
  whole.selectNodeContents(article);

  const failures: string[] = [];
  for (let count = 0; count < selections; count++) {
    const range = document.createRange();
    range.setStart(...place());
    const end = place();
    if (range.comparePoint(...end) > 0) range.setEnd(...end);
    else range.setStart(...end);
    const passage = map.passageOf(range);

    const inside = range.cloneRange();
    if (inside.compareBoundaryPoints(Range.START_TO_START, whole) < 0)
      inside.setStart(whole.startContainer, 0);
    if (inside.compareBoundaryPoints(Range.END_TO_END, whole) > 0) {
      inside.setEnd(whole.endContainer, whole.endOffset);
    }
    const before = whole.cloneRange();
    before.setEnd(inside.startContainer, inside.startOffset);
    const words = solid(inside.toString());
    const got = passage === undefined ? '' : map.text.slice(...passage);
    const wrong =
      solid(got) !== words ||
      got !== got.trim() ||
      (passage !== undefined &&
        (solid(map.text.slice(0, passage[0])) !== solid(before.toString()) ||
          String(map.passageOf(map.rangeOf(passage))) !== String(passage)));
    if (wrong) failures.push(`${JSON.stringify(got)} instead of ${JSON.stringify(inside.toString())}`);
  }
  return { text: map.text, failures: failures.slice(0, 3) };
}
