// Drives VS Code's workbench in a browser, in the words of its users: run a
// command, open the view, read the tree. Every read waits until it can be made.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';

/** A visible row of the view's tree. */
export interface TreeRow {
  /** The label and the description behind it, joined by a space. */
  readonly text: string;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** 1 for the sources. */
  readonly level: number;
  /** Undefined where the row has nothing beneath it. */
  readonly expanded: boolean | undefined;
}

/** A visible row of a quick pick. */
export interface QuickPickRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

export interface Workbench {
  /** For what no word below says. */
  readonly page: Page;
  /** Runs a command from the palette by its title, without the category: "Search…". */
  readonly runCommand: (title: string) => Promise<void>;
  /** Shows Broadsheet's view in the sidebar. */
  readonly openView: () => Promise<void>;
  /** The buttons of the welcome view, from top to bottom. */
  readonly welcomeButtons: () => Promise<readonly string[]>;
  readonly clickWelcomeButton: (name: string) => Promise<void>;
  readonly treeRows: () => Promise<readonly TreeRow[]>;
  /** Reads the tree until it is as wanted; fails after 30 s with what it showed last. */
  readonly waitForRows: (
    what: string,
    wanted: (rows: readonly TreeRow[]) => boolean,
  ) => Promise<readonly TreeRow[]>;
  /** Clicks the first row whose text contains this one. */
  readonly clickRow: (text: string) => Promise<void>;
  /** The document of the visible reader. */
  readonly readerFrame: () => FrameLocator;
  /** Waits until the reader shows this text and has the focus, which it takes when its page has loaded. */
  readonly waitForReader: (text: string) => Promise<void>;
  /** The titles of the open editors, from left to right. */
  readonly editorTitles: () => Promise<readonly string[]>;
  /** Opens a file of the workspace folder by its name. */
  readonly openFile: (name: string) => Promise<void>;
  /** The visible text of the active text editor. */
  readonly editorText: () => Promise<string>;
  readonly quickPickRows: () => Promise<readonly QuickPickRow[]>;
  /** Waits for the notification with this text in it. The server host shows none by itself, so the list is opened. */
  readonly notification: (text: string) => Promise<Locator>;
  /** Reads until the value is as wanted; fails after 30 s, or so many milliseconds, with the value read last. */
  readonly waitFor: typeof waitFor;
  /** Takes a picture of the whole window into test/ui/shots; gives its path. */
  readonly shot: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Opens a window of the server host in a browser of its own and waits until the workbench is drawn. */
export async function openWorkbench(address: string): Promise<Workbench> {
  const browser = await startBrowser();
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  await page.locator('.monaco-workbench .part.statusbar').waitFor();

  const treeRows = (): Promise<readonly TreeRow[]> =>
    readRows(page.locator('.part.sidebar .monaco-list-row[role="treeitem"]:visible'));
  const waitForRows: Workbench['waitForRows'] = (what, wanted) => waitFor(what, treeRows, wanted);
  const readerFrame = (): FrameLocator =>
    page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  const welcomeButton = page.locator('.part.sidebar .welcome-view-content .monaco-button');
  return {
    page,
    runCommand: (title) => runCommand(page, title),
    openView: () => openView(page),
    welcomeButtons: async () => {
      await welcomeButton.first().waitFor();
      return await welcomeButton.allInnerTexts();
    },
    clickWelcomeButton: (name) => welcomeButton.filter({ hasText: name }).click(),
    treeRows,
    waitForRows,
    clickRow: (text) =>
      page
        .locator('.part.sidebar .monaco-list-row[role="treeitem"]:visible')
        .filter({ hasText: text })
        .first()
        .click(),
    readerFrame,
    waitForReader: async (text) => {
      const body = readerFrame().locator('body');
      await body.getByText(text).first().waitFor();
      await waitFor('the focus in the reader', () => body.evaluate(() => document.hasFocus()), Boolean);
    },
    editorTitles: () => page.locator('.part.editor .tab .label-name').allInnerTexts(),
    openFile: (name) => openFile(page, name),
    editorText: () => editorText(page),
    quickPickRows: () =>
      readQuickPick(page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')),
    notification: async (text) => {
      const list = page.locator('.notifications-center');
      const wanted = list.locator('.notification-list-item').filter({ hasText: text });
      await waitFor(
        `the notification “${text}”`,
        async () => {
          if (!(await list.isVisible())) await page.locator('[id="status.notifications"]').click();
          return await wanted.count();
        },
        (count) => count > 0,
      );
      return wanted.first();
    },
    waitFor,
    shot: async (name) => {
      const path = join(import.meta.dirname, 'shots', `${name}.png`);
      mkdirSync(join(import.meta.dirname, 'shots'), { recursive: true });
      await page.screenshot({ path });
      return path;
    },
    close: () => browser.close(),
  };
}

async function waitFor<T>(
  what: string,
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
  patience = 30_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (Date.now() > end) {
      throw new Error(
        `Waited in vain for ${what}. What was there last: ${JSON.stringify(value, undefined, 2)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function openPalette(page: Page): Promise<Locator> {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  // A key that comes while the window still starts is lost.
  await waitFor(
    'the command palette',
    async () => {
      await page.keyboard.press('F1');
      return await input.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    },
    (open) => open,
  );
  return input;
}

async function runCommand(page: Page, title: string): Promise<void> {
  const input = await openPalette(page);
  await input.fill(`>${title}`);
  // Exactly this title, after its category if it has one.
  const exact = new RegExp(`^(?:[^:]+: )?${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  const label = page.locator('.quick-input-list .monaco-list-row .label-name').filter({ hasText: exact });
  await label.first().click();
}

async function openFile(page: Page, name: string): Promise<void> {
  const input = await openPalette(page);
  await input.fill(name);
  await page
    .locator('.quick-input-list .monaco-list-row .label-name')
    .filter({ hasText: name })
    .first()
    .click();
  await page.locator('.part.editor .tab.active').filter({ hasText: name }).waitFor();
  // Keys pressed before the editor has the focus are lost.
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

async function openView(page: Page): Promise<void> {
  const tab = page.getByRole('tab', { name: /^Broadsheet/ });
  await tab.waitFor();
  // A click on the tab of the view that already shows would hide it.
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.locator('a').click();
  await page
    .locator('.part.sidebar .composite.title')
    .filter({ hasText: /Broadsheet/i })
    .waitFor();
}

function readRows(rows: Locator): Promise<readonly TreeRow[]> {
  return rows.evaluateAll((elements) =>
    elements
      // The list keeps its rows in no order; their place is their order.
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((element) => {
        const label = element.querySelector('.label-name')?.textContent ?? '';
        const description = element.querySelector('.label-description')?.textContent ?? '';
        const expanded = element.getAttribute('aria-expanded');
        return {
          text: description === '' ? label : `${label} ${description}`,
          label,
          description,
          spoken: element.getAttribute('aria-label') ?? '',
          level: Number(element.getAttribute('aria-level')),
          expanded: expanded === null ? undefined : expanded === 'true',
        };
      }),
  );
}

async function readQuickPick(rows: Locator): Promise<readonly QuickPickRow[]> {
  return await rows.evaluateAll((elements) =>
    elements
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((element) => ({
        label: element.querySelector('.label-name')?.textContent ?? '',
        description: element.querySelector('.label-description')?.textContent ?? '',
        detail: element.querySelector('.quick-input-list-label-meta')?.textContent ?? '',
      })),
  );
}

async function editorText(page: Page): Promise<string> {
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-lines');
  await lines.first().waitFor();
  return await lines.first().evaluate((element) =>
    [...element.querySelectorAll('.view-line')]
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((line) => line.textContent.replaceAll('\u00a0', ' '))
      .join('\n'),
  );
}
