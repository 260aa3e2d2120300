// Every state of the sidebar, the reader and the search in a light, a dark and two high-contrast themes: what each
// says, and a picture of it to be looked at.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { startNewsServer, type NewsServer } from '../server/newsServer.ts';
import { addFeed } from './addFeed.ts';
import { addFolder } from './addFolder.ts';
import { importFeeds } from './importFeeds.ts';
import { search } from './search.ts';
import { useWorkbench } from './useWorkbench.ts';
import type { TreeRow } from './workbench.ts';

/** VS Code's own themes by what it calls their kind. */
const THEMES = {
  vs: 'Default Light Modern',
  'vs-dark': 'Default Dark Modern',
  'hc-black': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const;
type ThemeKind = keyof typeof THEMES;

const ARABIC = `---
title: عودة العبّارة إلى جزيرة لينتل بعد تسعة أيام
author: آدا بايرون
source: صحيفة إليري
date: 2026-03-02
lang: ar
---

أعلن مجلس المدينة أن العبّارة إلى الجزيرة ستعود إلى العمل بعد تسعة أيام من التوقف.

> لم يُفاجأ أحد في الجزيرة. نطلب سفينة ثانية منذ عشرين عامًا.

وقال رئيس البلدية إن السفينة تعطّلت بسبب كسر في عمود المروحة.
`;

/** At hosts that no network knows (RFC 2606, section 2). */
const PAPERS = [
  'Ellery Gazette',
  'Kettle Courier',
  'Lintel Mail',
  'Marrow Post',
  'Northern Echo',
  'Sill Star',
];
const OPML = `<opml version="2.0"><body>${PAPERS.map(
  (name, index) => `<outline type="rss" text="${name}" xmlUrl="https://paper${index}.invalid/feed" />`,
).join('')}</body></opml>
`;

suite('states', () => {
  const workbench = useWorkbench({
    settings: { 'workbench.colorTheme': THEMES.vs },
    files: { 'news/arabic.md': ARABIC, 'papers.opml': OPML },
  });
  let server: NewsServer | undefined;
  let silent: Server | undefined;
  const port = (): number => Number(new URL(server?.address ?? '').port);

  suiteSetup(async () => {
    server = await startNewsServer();
  });
  suiteTeardown(async () => {
    silent?.closeAllConnections();
    silent?.close();
    await server?.stop();
  });

  /** Changes the theme as the folder's settings do, which moves no focus and closes nothing. */
  const show = async (kind: ThemeKind): Promise<void> => {
    const path = workbench().pathOf('.vscode/settings.json');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ 'workbench.colorTheme': THEMES[kind] }));
    await workbench().page.locator(`.monaco-workbench.${kind}`).waitFor();
  };
  const picture = async (state: string): Promise<void> => {
    for (const kind of Object.keys(THEMES) as ThemeKind[]) {
      await show(kind);
      // What the pointer rests on says its name over what is beside it.
      await workbench().page.mouse.move(900, 880);
      await workbench().page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
      await workbench().shot(`state-${state}-${kind}`);
    }
  };
  const sidebar = () => workbench().page.locator('.part.sidebar');
  const waitForAll = (what: string, wanted: (rows: readonly TreeRow[]) => boolean) =>
    workbench().waitFor(what, workbench().allRows, wanted);
  const spoken = (rows: readonly TreeRow[], label: string): string =>
    rows.find((row) => row.label === label)?.spoken ?? '';

  test('an empty library says what to do', async () => {
    await workbench().openView();
    assert.equal((await workbench().welcomeButtons()).length, 4);
    const welcome = await sidebar().locator('.welcome-view-content').first().innerText();
    assert.match(welcome, /^Nothing to read yet\./);
    await picture('empty');
  });

  test('searches and clippings say how they are filled', async () => {
    for (const name of ['Searches', 'Clippings'])
      await sidebar().locator('.pane-header').filter({ hasText: name }).click();
    await sidebar().getByText('Searches that you show in the sidebar or save stay here').waitFor();
    await sidebar().getByText('Passages that you clip in the reader stay here').waitFor();
    await picture('empty-views');
    for (const name of ['Searches', 'Clippings'])
      await sidebar().locator('.pane-header').filter({ hasText: name }).click();
  });

  test('a search that finds nothing says so', async () => {
    for (const kind of Object.keys(THEMES) as ThemeKind[]) {
      await show(kind);
      await search(workbench(), 'zzqx');
      const rows = await workbench().waitFor('the answer', workbench().quickPickRows, (shown) =>
        shown.some(({ label }) => label.includes('Nothing')),
      );
      assert.match(rows[0]?.label ?? '', /^Nothing/);
      await workbench().shot(`state-nothing-found-${kind}`);
      await workbench().page.keyboard.press('Escape');
      await workbench().page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
    }
  });

  test('a full sidebar speaks of every row, with an article beside it', async () => {
    await addFolder(workbench(), workbench().pathOf('news'));
    await workbench().waitForRows('the Arabic headline', (shown) => shown.length === 2);
    await addFeed(workbench(), `${server?.address ?? ''}/feeds/rss`);
    await workbench().waitForRows('the headlines', (shown) => shown.length === 9);
    const rows = await workbench().allRows();
    for (const { label, spoken: words } of rows) assert.notEqual(words, '', label);
    assert.match(spoken(rows, 'All Unread'), /^All Unread, 7 unread/);
    assert.match(spoken(rows, 'The Sillbury Courier'), /^The Sillbury Courier, 6 headlines, 6 unread/);
    assert.match(spoken(rows, 'Library lends out telescopes'), /^Unread, Library lends out telescopes, /);
    await workbench().clickRow('Library lends out telescopes');
    await workbench().waitForReader('Twelve telescopes wait beside the atlases');
    const read = await workbench().waitForRows('the article as read', (shown) =>
      spoken(shown, 'Library lends out telescopes').startsWith('Library'),
    );
    assert.doesNotMatch(spoken(read, 'Library lends out telescopes'), /Unread/);
    await picture('full');
  });

  test('no button is an icon without a name', async () => {
    const { page } = workbench();
    await sidebar().locator('.pane-header').filter({ hasText: 'Headlines' }).hover();
    const nameless = await page
      .locator('.part.sidebar .action-label:visible, .part.editor .editor-actions .action-label:visible')
      .evaluateAll((labels) =>
        labels
          .filter((label) => label.matches('[class*="codicon-"]'))
          .filter((label) => (label.getAttribute('aria-label') ?? label.textContent).trim() === '')
          .map((label) => label.outerHTML),
      );
    assert.deepEqual(nameless, []);
  });

  test('from right to left', async () => {
    await workbench().clickRow('عودة');
    await workbench().waitForReader('أعلن مجلس المدينة');
    const direction = (selector: string) =>
      workbench()
        .readerFrame()
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).direction);
    assert.deepEqual([await direction('h1'), await direction('article p')], ['rtl', 'rtl']);
    await picture('right-to-left');
  });

  test('twice as large, nothing is cut off', async () => {
    // A browser that magnifies gives the window half the room.
    const { page } = workbench();
    await page.setViewportSize({ width: 640, height: 450 });
    await page.locator('.part.sidebar .monaco-list-row:visible').first().waitFor();
    await workbench().shot('state-twice-as-large');
    const { scrolls, room } = await workbench()
      .readerFrame()
      .locator('html')
      .evaluate((root) => ({ scrolls: root.scrollWidth, room: root.clientWidth }));
    assert.ok(scrolls <= room, `${scrolls} of ${room} pixels`);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('nothing unread is left', async () => {
    await workbench().runCommand('Mark Everything as Read');
    await waitForAll('nothing unread', (shown) =>
      spoken(shown, 'All Unread').startsWith('All Unread, nothing unread'),
    );
    await workbench().clickRow('All Unread');
    await waitForAll('the sentence', (shown) => shown.some((row) => row.spoken.startsWith('Nothing unread')));
    await picture('nothing-unread');
    await workbench().clickRow('All Unread');
  });

  test('a feed that does not answer yet can be stopped', async () => {
    const address = port();
    await server?.stop();
    silent = createServer(() => undefined).listen(address, '127.0.0.1');
    await once(silent, 'listening');
    const header = sidebar().locator('.pane-header').filter({ hasText: 'Headlines' });
    const stop = sidebar().locator('.action-label[aria-label^="Stop Refreshing"]');
    for (const kind of Object.keys(THEMES) as ThemeKind[]) {
      await show(kind);
      await workbench().runCommand('Refresh');
      await header.hover({ position: { x: 30, y: 10 } });
      await stop.waitFor();
      await workbench().shot(`state-refreshing-${kind}`);
      await stop.click();
      await stop.waitFor({ state: 'hidden' });
    }
  });

  test('a feed that fails says so in its row', async () => {
    silent?.closeAllConnections();
    silent?.close();
    await workbench().runCommand('Refresh');
    const rows = await workbench().waitForRows('the failure', (shown) =>
      spoken(shown, 'The Sillbury Courier').includes('refuses connections'),
    );
    assert.match(spoken(rows, 'The Sillbury Courier'), /^The Sillbury Courier, 6 headlines, .+\.$/);
    await picture('failing');
  });

  test('an article that is gone says so', async function () {
    this.timeout(300_000);
    await workbench().clickRow('Library lends out telescopes');
    await workbench().waitForReader('Twelve telescopes wait beside the atlases');
    const { page } = workbench();
    await workbench().chooseInMenu('The Sillbury Courier', 'Remove Source…');
    await page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: 'Remove' }).first().click();
    // The open page stays as it was read; what comes back with a window has been looked for.
    await sidebar().getByText('The Sillbury Courier').waitFor({ state: 'hidden' });
    await page.reload();
    const notice = workbench().readerFrame().getByText('This article is no longer in the library');
    await notice.waitFor({ timeout: 180_000 });
    await picture('gone');
  });

  test('without a connection, that is said once above the headlines', async () => {
    await workbench().runCommand('Close All Editors');
    await importFeeds(workbench(), workbench().pathOf('papers.opml'));
    await sidebar().getByText('You are offline').waitFor();
    const rows = await workbench().treeRows();
    // The connection is not the feeds' fault.
    assert.deepEqual(
      rows.flatMap(({ level, spoken: said }) => (level === 1 && !said.startsWith('news') ? [said] : [])),
      PAPERS.map((name) => `${name}, 0 headlines`),
    );
    await picture('offline');
  });
});
