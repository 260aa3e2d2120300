// Drives VS Code's workbench in a browser, in the words of its users: run a
// command, open the view, read the tree. Every read waits until it can be made.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
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
  /** Runs a command and chooses the first row with this text in the list that it shows. */
  readonly runAndChoose: (title: string, text: string) => Promise<void>;
  /** Shows Broadsheet's view in the sidebar. */
  readonly openView: () => Promise<void>;
  /** The buttons of the welcome view, from top to bottom. */
  readonly welcomeButtons: () => Promise<readonly string[]>;
  readonly clickWelcomeButton: (name: string) => Promise<void>;
  /** The rows of the sources and of what is beneath them. */
  readonly treeRows: () => Promise<readonly TreeRow[]>;
  /** All rows, from the lists across all sources at the top. */
  readonly allRows: () => Promise<readonly TreeRow[]>;
  /** Reads the tree until it is as wanted; fails after 30 s with what it showed last. */
  readonly waitForRows: (
    what: string,
    wanted: (rows: readonly TreeRow[]) => boolean,
  ) => Promise<readonly TreeRow[]>;
  /** Clicks the first row whose text contains this one. */
  readonly clickRow: (text: string) => Promise<void>;
  /** Chooses from the menu of the first row whose text contains this one. */
  readonly chooseInMenu: (text: string, item: string) => Promise<void>;
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
  /** Presses Return in the open list or box, after this text if there is one. */
  readonly acceptQuickInput: (text?: string) => Promise<void>;
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
  const workbench = await openWorkbenchIn(await newWorkbenchContext(browser), address);
  return { ...workbench, close: () => browser.close() };
}

/** Makes what the windows of a browser share; it may use the clipboard as VS Code does. */
export async function newWorkbenchContext(browser: Browser): Promise<BrowserContext> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions });
  await context.grantPermissions(permissions);
  return context;
}

/** Opens a window of the server host and waits until the workbench is drawn. */
export async function openWorkbenchIn(context: BrowserContext, address: string): Promise<Workbench> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  await page.locator('.monaco-workbench .part.statusbar').waitFor();

  const allRows = (): Promise<readonly TreeRow[]> =>
    readRows(page.locator('.part.sidebar .monaco-list-row[role="treeitem"]:visible'));
  const treeRows = async (): Promise<readonly TreeRow[]> => withoutLists(await allRows());
  const waitForRows: Workbench['waitForRows'] = (what, wanted) => waitFor(what, treeRows, wanted);
  const readerFrame = (): FrameLocator =>
    page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  const welcomeButton = page.locator('.part.sidebar .welcome-view-content .monaco-button');
  return {
    page,
    runCommand: (title) => runCommand(page, title),
    runAndChoose: (title, text) => runAndChoose(page, title, text),
    openView: () => openView(page),
    welcomeButtons: async () => {
      await welcomeButton.first().waitFor();
      return await welcomeButton.allInnerTexts();
    },
    clickWelcomeButton: (name) => welcomeButton.filter({ hasText: name }).click(),
    treeRows,
    allRows,
    waitForRows,
    clickRow: (text) => rowWith(page, text).click(),
    chooseInMenu: (text, item) => chooseInMenu(page, text, item),
    readerFrame,
    waitForReader: async (text) => {
      const body = readerFrame().locator('body');
      await body.getByText(text).first().waitFor();
      await waitFor('the focus in the reader', () => focusIn(body), Boolean);
    },
    editorTitles: () => page.locator('.part.editor .tab .label-name').allInnerTexts(),
    openFile: (name) => openFile(page, name),
    editorText: () => editorText(page),
    quickPickRows: () =>
      readQuickPick(page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')),
    acceptQuickInput: async (text) => {
      const input = page.locator('.quick-input-widget:visible .quick-input-box input');
      await input.waitFor();
      if (text !== undefined) await input.fill(text);
      // In its own box, as the list may show before it has the focus.
      await input.press('Enter');
    },
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
    close: () => page.close(),
  };
}

/**
 * Whether the keys go to the reader. VS Code hands the focus on to a webview's page by a message, which it drops when
 * something else has the focus just then; a person clicks on the page, and so does this.
 */
async function focusIn(body: Locator): Promise<boolean> {
  const hasFocus = (): Promise<boolean> => body.evaluate(() => document.hasFocus());
  for (let tries = 0; tries < 20; tries += 1) {
    if (await hasFocus()) return true;
    await body.page().waitForTimeout(100);
  }
  await body.locator('h1').first().click({ timeout: 3000 });
  return await hasFocus();
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

/**
 * Types into the command palette and chooses the first row with such a label. Keys that come while the window still
 * starts are lost, and whatever takes the focus closes the palette; both happen to a person too, who tries again.
 */
async function chooseInPalette(page: Page, typed: string, label: RegExp): Promise<void> {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  const row = page
    .locator('.quick-input-list:visible .monaco-list-row .label-name')
    .filter({ hasText: label });
  const attempt = async (): Promise<void> => {
    await page.keyboard.press('F1');
    await input.fill(typed, { timeout: 3000 });
    await row.first().waitFor({ timeout: 10_000 });
    await row.first().click({ timeout: 3000 });
  };
  await waitFor(
    `“${typed}” in the command palette`,
    () =>
      attempt().then(
        () => 'chosen',
        (error: unknown) => String(error),
      ),
    (outcome) => outcome === 'chosen',
    90_000,
  );
}

function rowWith(page: Page, text: string): Locator {
  return page
    .locator('.part.sidebar .monaco-list-row[role="treeitem"]:visible')
    .filter({ hasText: text })
    .first();
}

/** A click that comes as soon as a menu opens is not taken for one; a person, too, makes it again. */
async function chooseInMenu(page: Page, text: string, item: string): Promise<void> {
  const choice = page
    .locator('.monaco-menu .action-label')
    .filter({ hasText: new RegExp(`^${literally(item)}$`) })
    .first();
  await waitFor(
    `the menu of “${text}”`,
    async () => {
      await rowWith(page, text).click({ button: 'right', timeout: 5000 });
      return await choice.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    },
    Boolean,
  );
  await waitFor(
    `“${item}” to be chosen`,
    async () => {
      await choice.click({ timeout: 2000 }).catch(() => undefined);
      return await choice.isVisible();
    },
    (isOpen) => !isOpen,
  );
}

async function runCommand(page: Page, title: string): Promise<void> {
  // Exactly this title, after its category if it has one.
  await chooseInPalette(page, `>${title}`, new RegExp(`^(?:[^:]+: )?${literally(title)}$`));
}

/** Focus that comes back to where it was before the palette closes the list that follows; a person asks for it again. */
async function runAndChoose(page: Page, title: string, text: string): Promise<void> {
  const row = page.locator('.quick-input-list:visible .monaco-list-row').filter({ hasText: text }).first();
  await waitFor(
    `“${text}” in the list of “${title}”`,
    async () => {
      await runCommand(page, title);
      return await row.click({ timeout: 10_000 }).then(
        () => 'chosen',
        (error: unknown) => String(error),
      );
    },
    (outcome) => outcome === 'chosen',
    90_000,
  );
}

async function openFile(page: Page, name: string): Promise<void> {
  await chooseInPalette(page, name, new RegExp(literally(name)));
  await page.locator('.part.editor .tab.active').filter({ hasText: name }).waitFor();
  // Keys pressed before the editor has the focus are lost.
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function openView(page: Page): Promise<void> {
  const tab = page.getByRole('tab', { name: /^Broadsheet/ });
  await tab.waitFor();
  const title = page.locator('.part.sidebar .composite.title').filter({ hasText: /Broadsheet/i });
  let isHidden = false;
  await waitFor(
    'the view',
    async () => {
      // A click on the tab of the view that already shows, or is just coming back, hides it; the next one shows it.
      if (isHidden || (await tab.getAttribute('aria-selected')) !== 'true') await tab.locator('a').click();
      isHidden = true;
      return await title.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    },
    Boolean,
    60_000,
  );
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

const LISTS: ReadonlySet<string> = new Set(['All Unread', 'Today', 'Starred', 'Read Later', 'Cited']);

/** Leaves out the lists across all sources with what is beneath them. */
function withoutLists(rows: readonly TreeRow[]): readonly TreeRow[] {
  const tops = rows.map(({ level, label }, index) => ({ index, isList: level === 1 && LISTS.has(label) }));
  const last = tops.findLast(({ isList }) => isList)?.index;
  if (last === undefined) return rows;
  const next = rows.findIndex(({ level }, index) => index > last && level === 1);
  return next < 0 ? [] : rows.slice(next);
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
