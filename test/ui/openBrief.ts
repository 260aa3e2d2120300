// Opens the brief's page in a real browser, with its real shell and policy, and a recorder in VS Code's place.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { BriefPage, FromBrief, ToBrief } from '../../src/core/brief/briefMessages.ts';
import { briefShell } from '../../src/host/brief/briefShell.ts';
import { bundle, sendTo } from './openReader.ts';
import { lightTheme, type ReaderTheme } from './readerThemes.ts';

export interface OpenBrief {
  readonly page: Page;
  /** Every address that the page asked for, its own files left out. */
  readonly requests: readonly string[];
  /** Everything that was posted, in order. */
  messages(): Promise<readonly FromBrief[]>;
  send(message: ToBrief): Promise<void>;
  shot(name: string): Promise<void>;
}

declare global {
  var told: { readonly messages: FromBrief[]; state: unknown };
}

export interface BriefOptions {
  readonly theme?: ReaderTheme;
  readonly width?: number;
  /** What the page kept when it was hidden. */
  readonly state?: unknown;
}

const repository = join(import.meta.dirname, '../..');
const ORIGIN = 'https://brief.test';
let script: Promise<string> | undefined;

/** Opens an empty page that has said `ready`. */
export async function openBrief(browser: Browser, options: BriefOptions = {}): Promise<OpenBrief> {
  const { theme = lightTheme, width = 1100, state } = options;
  const page = await browser.newPage({ viewport: { width, height: 860 } });
  const requests: string[] = [];
  const style = await readFile(join(repository, 'media/brief.css'), 'utf8');
  const files: Readonly<Record<string, { readonly contentType: string; readonly body: string }>> = {
    '/': {
      contentType: 'text/html',
      body: briefShell({ cspSource: ORIGIN, script: '/brief.js', style: '/brief.css', nonce: 'YnJpZWY=' }),
    },
    '/brief.js': {
      contentType: 'text/javascript',
      body: await (script ??= bundle('src/webview/brief.ts')),
    },
    '/brief.css': { contentType: 'text/css', body: theme.css + style },
  };
  await page.route('**', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const file = origin === ORIGIN ? files[pathname] : undefined;
    if (file === undefined) requests.push(route.request().url());
    await (file === undefined ? route.abort() : route.fulfill(file));
  });
  await page.addInitScript((kept) => {
    globalThis.told = { messages: [], state: kept };
    Object.assign(globalThis, {
      acquireVsCodeApi: () => ({
        postMessage: (message: FromBrief) => told.messages.push(message),
        getState: () => told.state,
        setState: (left: unknown) => (told.state = left),
      }),
    });
  }, state);
  await page.goto(`${ORIGIN}/`);
  await page.evaluate((name) => (document.body.className = name), theme.bodyClass);
  return {
    page,
    requests,
    messages: async () => await page.evaluate(() => told.messages),
    send: (message) => sendTo(page, message),
    async shot(name) {
      await page.screenshot({ path: join(import.meta.dirname, 'shots', `${name}.png`), fullPage: true });
    },
  };
}

/** Gives a page with nothing in it but the given fields. */
export function emptyBrief(fields: Partial<BriefPage>): BriefPage {
  return {
    date: 'Tuesday 24 November 2026',
    range: 'last',
    ranges: [
      { range: 'last', label: 'Since Mon 18:40' },
      { range: 'day', label: 'In the last 24 hours' },
      { range: 'three days', label: 'In the last three days' },
      { range: 'week', label: 'In the last week' },
    ],
    counted: '',
    note: undefined,
    empty: undefined,
    stories: [],
    sources: [],
    sourcesLeft: 0,
    searches: [],
    ...fields,
  };
}
