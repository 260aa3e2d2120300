// Opens the reader's page in a real browser, with its real shell and policy, and a recorder in VS Code's place.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { FromReader, ReaderPage, ToReader } from '../../src/core/model/readerMessages.ts';
import { shell, type ImagesShown } from '../../src/host/reader/shell.ts';

export interface OpenReader {
  readonly page: Page;
  /** Every address that the page asked for, its own files left out. */
  readonly requests: readonly string[];
  /** Everything that was posted, in order. */
  messages(): Promise<readonly FromReader[]>;
  send(message: ToReader): Promise<void>;
  state(): Promise<unknown>;
}

declare global {
  var recorded: { readonly messages: FromReader[]; state: unknown };
}

const repository = join(import.meta.dirname, '../..');
const ORIGIN = 'https://reader.test';
let script: Promise<string> | undefined;

export interface ReaderOptions {
  readonly images?: ImagesShown;
  /** Classes that VS Code gives the body, and the theme's variables as CSS. */
  readonly bodyClass?: string;
  readonly theme?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Opens an empty reader that has said `ready`. */
export async function openReader(browser: Browser, options: ReaderOptions = {}): Promise<OpenReader> {
  const page = await browser.newPage({ viewport: options.viewport ?? { width: 800, height: 700 } });
  const requests: string[] = [];
  const files: Readonly<Record<string, { readonly contentType: string; readonly body: string }>> = {
    '/': {
      contentType: 'text/html',
      body: shell({
        cspSource: ORIGIN,
        script: '/reader.js',
        style: '/reader.css',
        nonce: 'cmVhZGVyIHRlc3Q=',
        images: options.images ?? 'ask',
      }),
    },
    '/reader.js': {
      contentType: 'text/javascript',
      body: await (script ??= bundle('src/webview/reader.ts')),
    },
    '/reader.css': {
      contentType: 'text/css',
      body: (options.theme ?? '') + (await readFile(join(repository, 'media/reader.css'), 'utf8')),
    },
  };
  await page.route('**', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const file = origin === ORIGIN ? files[pathname] : undefined;
    if (file === undefined) requests.push(route.request().url());
    await (file === undefined ? route.abort() : route.fulfill(file));
  });
  await page.addInitScript(() => {
    globalThis.recorded = { messages: [], state: undefined };
    Object.assign(globalThis, {
      acquireVsCodeApi: () => ({
        postMessage: (message: FromReader) => recorded.messages.push(message),
        getState: () => recorded.state,
        setState: (state: unknown) => (recorded.state = state),
      }),
    });
  });
  await page.goto(`${ORIGIN}/`);
  if (options.bodyClass !== undefined) {
    await page.evaluate((name) => (document.body.className = name), options.bodyClass);
  }
  return {
    page,
    requests,
    messages: async () => await page.evaluate(() => recorded.messages),
    send: (message) => sendTo(page, message),
    state: async () => await page.evaluate(() => recorded.state),
  };
}

/** Posts a message as VS Code does, and ends when the page has taken it. */
export async function sendTo(page: Page, message: unknown): Promise<void> {
  await page.evaluate(async (data) => {
    const taken = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    window.postMessage(data, '*');
    await taken;
  }, message);
}

/** Gives a page with everything but the given fields empty. */
export function readerPage(fields: Partial<ReaderPage>): ReaderPage {
  return {
    itemId: 1,
    headline: 'A headline',
    byline: undefined,
    source: 'A source',
    date: undefined,
    updated: undefined,
    versions: 1,
    version: undefined,
    readingTime: undefined,
    note: undefined,
    fullText: { kind: 'none' },
    url: undefined,
    language: undefined,
    html: '',
    text: '',
    files: [],
    position: 0,
    passage: undefined,
    tellsEnd: false,
    ...fields,
  };
}

/** Bundles a script as it is shipped; `globalName` makes its exports a variable. */
export async function bundle(entry: string, globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: repository,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    ...(globalName === undefined ? {} : { globalName }),
  });
  return outputFiles[0]?.text ?? '';
}
