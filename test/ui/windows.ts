// The windows of all suites of a process, one after another in one browser: it compiles VS Code's scripts for the first
// of them only, as long as they come from the same address.

import type { BrowserContext } from 'playwright-core';
import { startBrowser } from '../../scripts/browser.ts';
import { startServerHost, type ServerOptions, type ServerWindow } from '../../scripts/serverHost.ts';
import { newWorkbenchContext, openWorkbenchIn, type Workbench } from './workbench.ts';

interface Shared {
  readonly context: BrowserContext;
  readonly port: number;
}

let shared: Shared | undefined;

/** Starts a server host of its own and opens a window of it that knows nothing of those before it. */
export async function openWindow(options: ServerOptions, window: ServerWindow): Promise<Workbench> {
  const host = await startServerHost({ ...options, port: shared?.port });
  if (shared?.context.browser()?.isConnected() !== true) {
    shared = { context: await newWorkbenchContext(await startBrowser()), port: host.port };
  }
  const { context, port } = shared;
  const workbench = await openWorkbenchIn(context, host.windowAddress(window));
  return {
    ...workbench,
    async close() {
      await forgetAll(context, `http://127.0.0.1:${port}`);
      await workbench.close();
      await host.close();
    },
  };
}

/** Everything that a window keeps in the browser, but not the scripts that came from the server. */
async function forgetAll(context: BrowserContext, origin: string): Promise<void> {
  const [page] = context.pages();
  if (page === undefined) return;
  const session = await context.newCDPSession(page);
  await page.goto('about:blank');
  const storageTypes = 'cookies,local_storage,indexeddb,service_workers,cache_storage';
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
}
