// Hostile feeds and documents in the real reader: no script runs, no request leaves, and the reader goes on working.

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import type { ReaderPage } from '../../src/core/model/readerMessages.ts';
import { toReaderPage } from '../../src/host/reader/toReaderPage.ts';
import type { Library } from '../../src/library/library.ts';
import { addFeed } from './addFeed.ts';
import { addFolder } from './addFolder.ts';
import {
  atomFeed,
  CANARY_HOST,
  hostileCases,
  htmlDocument,
  jsonFeed,
  markdownDocument,
  rssFeed,
  type HostileItem,
} from './hostileCases.ts';
import { openReader } from './openReader.ts';
import { useWorkbench } from './useWorkbench.ts';

/** Cases on one page of the workbench. */
const GROUP = 25;
const cases = hostileCases();
const items: readonly HostileItem[] = (cases ?? []).map(({ payload }, index) => ({
  name: `Case ${index}`,
  payload,
}));
const groups: readonly HostileItem[] = Array.from(
  { length: Math.ceil(items.length / GROUP) },
  (_, index) => ({
    name: `Group ${index}`,
    // One that leaves a comment or an element open must not swallow the next.
    payload: items
      .slice(index * GROUP, (index + 1) * GROUP)
      .map(({ payload }) => payload)
      .join('\n\n--></textarea></style></script></title></noscript></template>\n\n'),
  }),
);

suite('hostile cases one by one', function () {
  this.timeout(120_000);
  let browser: Browser | undefined;
  suiteSetup(async function () {
    if (cases === undefined) return this.skip();
    browser = await startBrowser();
  });
  suiteTeardown(async () => await browser?.close());

  const check = (title: string, load: (library: Library) => Promise<unknown>) =>
    test(title, async () => {
      const library = await libraryInMemory();
      await load(library);
      const pages = await pagesOf(library);
      assert.ok(pages.length >= items.length * 0.9, `${pages.length} of ${items.length} were taken in.`);
      assert.ok(browser);
      await checkPages(browser, pages);
    });

  test('what would run or leave is noticed', async () => {
    assert.ok(browser);
    const reader = await openReader(browser);
    const canary = await watch(reader.page);
    await reader.page.reload();
    await reader.page.evaluate(async (host) => {
      alert('it ran');
      document.body.innerHTML = `<img src="https://${host}/a.png"><p onclick="alert(1)">Press me</p>`;
      document.querySelector('p')?.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, CANARY_HOST);
    const [ran, ...heldBack] = canary.alarms;
    assert.equal(ran, 'alert(it ran)');
    assert.deepEqual(heldBack.map((alarm) => /held back by [\w-]+/.exec(alarm)?.[0]).sort(), [
      'held back by img-src',
      'held back by script-src-attr',
    ]);
    await reader.page.close();
  });

  check('in RSS', (library) => takeFeed(library, rssFeed(items)));
  check('in Atom', (library) => takeFeed(library, atomFeed(items)));
  check('in JSON Feed', (library) => takeFeed(library, jsonFeed(items)));
  check('in Markdown documents', (library) => takeDocuments(library, 'md', markdownDocument));
  check('in HTML documents', (library) => takeDocuments(library, 'html', htmlDocument));
});

suite('hostile cases in the workbench', function () {
  this.timeout(180_000);
  suiteSetup(function () {
    if (cases === undefined) this.skip();
  });
  const workbench = useWorkbench({
    files: {
      ...filesOf(groups, 'md', markdownDocument),
      ...filesOf(
        groups.map((group) => ({ ...group, name: group.name.replace('Group', 'Page') })),
        'html',
        htmlDocument,
      ),
      'news/harmless.md': '---\ntitle: A harmless article\n---\n\nNothing happened in the harbour.\n',
    },
  });
  let server: Server | undefined;
  let canary: Canary | undefined;

  suiteSetup(async () => {
    const feed = rssFeed(groups.map((group) => ({ ...group, name: group.name.replace('Group', 'Entry') })));
    server = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed),
    );
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    canary = await watch(workbench().page);
  });
  suiteTeardown(() => {
    server?.closeAllConnections();
    server?.close();
  });

  test('no script runs and no request leaves while all are read', async () => {
    const { page } = workbench();
    // All rows are drawn at once.
    await page.setViewportSize({ width: 1280, height: 1300 });
    await workbench().openView();
    await addFolder(workbench(), workbench().pathOf('news'));
    await workbench().waitForRows('the documents', (rows) => rows.length > groups.length * 2);
    await addFeed(workbench(), `http://127.0.0.1:${(server?.address() as AddressInfo).port}/feed`);
    const rows = await workbench().waitForRows(
      'the feed',
      (shown) => shown.filter(({ label }) => label.startsWith('Entry')).length === groups.length,
    );
    const names = rows.flatMap(({ label }) => /\b(?:Group|Page|Entry) \d+/.exec(label)?.[0] ?? []);
    assert.equal(names.length, groups.length * 3);
    for (const name of names) {
      const row = page
        .locator('.part.sidebar .monaco-list-row[role="treeitem"]:visible')
        .filter({ hasText: new RegExp(`\\b${name}\\b`) });
      await row.first().click();
      await workbench()
        .readerFrame()
        .locator('h1')
        .filter({ hasText: new RegExp(`\\b${name}\\b`) })
        .waitFor();
    }
    // The hover of a row shows what is known of it.
    await page.mouse.move(200, 300);
    await page.waitForTimeout(1500);
    await workbench().shot('hostile');
    assert.deepEqual(canary?.alarms, []);
    assert.deepEqual(
      canary.requests.filter((url) => !url.startsWith('data:') && new URL(url).hostname === CANARY_HOST),
      [],
    );
  });

  test('the reader goes on working', async () => {
    await workbench().clickRow('A harmless article');
    await workbench().waitForReader('Nothing happened in the harbour');
    await workbench()
      .readerFrame()
      .locator('article p')
      .first()
      .evaluate((paragraph) => getSelection()?.selectAllChildren(paragraph));
    await workbench().readerFrame().getByRole('button', { name: 'Quote in note' }).waitFor();
    assert.deepEqual(canary?.alarms, []);
  });
});

function filesOf(
  of: readonly HostileItem[],
  extension: string,
  write: (item: HostileItem) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(of.map((item) => [`news/${item.name}.${extension}`, write(item)]));
}

interface Canary {
  /** What ran that must not, and what only the page's policy held back. */
  readonly alarms: readonly string[];
  /** Every address that the page and its frames asked for. */
  readonly requests: readonly string[];
}

/** Watches a page and all frames that it gets from now on. */
async function watch(page: Page): Promise<Canary> {
  const alarms: string[] = [];
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('canary', (what: string) => alarms.push(what));
  await page.addInitScript(armCanary);
  return { alarms, requests };
}

/** Runs in every frame before anything else; the cases call `alert` where they can. */
function armCanary(): void {
  const sing = (what: string): void => {
    const { canary } = globalThis as unknown as { readonly canary?: (what: string) => void };
    canary?.(what);
  };
  for (const name of ['alert', 'confirm', 'prompt', 'print'] as const) {
    Object.assign(globalThis, {
      [name]: (...values: readonly unknown[]) => sing(`${name}(${values.join()})`),
    });
  }
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    if (document.documentElement.dataset['images'] !== undefined)
      sing(`held back by ${violatedDirective}: ${blockedURI}`);
  });
}

/** Shows pages one after the other in one reader, with everything on them touched. */
async function checkPages(browser: Browser, pages: readonly ReaderPage[]): Promise<void> {
  const reader = await openReader(browser);
  const canary = await watch(reader.page);
  await reader.page.reload();
  for (const page of pages) {
    const shown = await reader.page.evaluate(async (data) => {
      window.postMessage({ kind: 'page', page: data }, '*');
      await new Promise((resolve) => setTimeout(resolve));
      for (const element of document.querySelectorAll('main *')) {
        for (const type of ['mouseover', 'mousemove', 'mousedown', 'focusin', 'focus', 'error', 'click'])
          element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      }
      return document.querySelector('h1')?.textContent;
    }, page);
    assert.equal(shown, page.headline);
    assert.deepEqual(canary.alarms, [], page.html);
  }
  await reader.page.waitForTimeout(300);
  assert.deepEqual(canary.alarms, []);
  assert.deepEqual(reader.requests, []);
  const opened = (await reader.messages()).flatMap((message) =>
    message.kind === 'open link' && !/^(?:https?|mailto):/i.test(message.url) ? [message.url] : [],
  );
  assert.deepEqual(opened, []);
  await reader.page.close();
}

/** By a path that the compiler does not follow: what the library parses pages with has other types than a browser. */
async function libraryInMemory(): Promise<Library> {
  const file = new URL('../library/inMemory.ts', import.meta.url).href;
  const { libraryInMemory: open } = (await import(file)) as {
    readonly libraryInMemory: () => { readonly library: Library };
  };
  return open().library;
}

async function takeFeed(library: Library, text: string): Promise<void> {
  const url = 'https://feed.test/';
  const [feed] = await library.subscribe([{ url, title: 'A feed', homeUrl: undefined, folder: [] }]);
  assert.ok(feed);
  await library.takeFeed(
    feed.sourceId,
    {
      kind: 'fresh',
      status: 200,
      bytes: new TextEncoder().encode(text),
      contentType: undefined,
      finalUrl: url,
      movedTo: undefined,
      validators: undefined,
      cacheFor: undefined,
    },
    0.5,
  );
}

async function takeDocuments(
  library: Library,
  extension: string,
  write: (item: HostileItem) => string,
): Promise<void> {
  const source = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
  await library.ingest(
    source.id,
    items.map((item) => {
      const name = `${item.name}.${extension}`;
      return { path: name, name, bytes: new TextEncoder().encode(write(item)), modifiedAt: 0 };
    }),
  );
}

async function pagesOf(library: Library): Promise<readonly ReaderPage[]> {
  const { headlines } = await library.headlines({ sourceId: undefined, after: undefined, limit: 1000 });
  const pages: ReaderPage[] = [];
  for (const { id } of headlines) {
    const article = await library.read(id);
    assert.ok(article);
    const around = { fullText: { kind: 'offered' }, passage: undefined } as const;
    pages.push(toReaderPage({ article, versions: 2 }, 'en', around));
  }
  return pages;
}
