// Entry for the web extension host: the library in memory in a thread of its own, saved to the extension's storage.

import './host/translations.ts';
import * as vscode from 'vscode';
import { activateBroadsheet } from './activate.ts';
import { spawnCiteStyle } from './cite-style/spawn.web.ts';
import { lineFiles } from './host/library/lineFiles.web.ts';
import { storageFolder } from './host/library/storageFolder.web.ts';
import { isOnline, resolveHost } from './host/fetch/resolveHost.web.ts';
import { webFetch } from './host/fetch/webFetch.web.ts';
import type { Library, ObservableLibrary } from './library/library.ts';
import { spawnLibrary } from './library/spawn.web.ts';

/** What other extensions get from Broadsheet: the library, for reading alone. */
export interface BroadsheetApi extends Readonly<Pick<Library, 'sources' | 'headlines' | 'read' | 'search'>> {
  /** The whole of it, for Broadsheet's own tests. */
  readonly library?: ObservableLibrary;
}

let opened: ObservableLibrary | undefined;

export function activate(context: vscode.ExtensionContext): BroadsheetApi {
  const readShipped = async (name: string): Promise<Uint8Array> =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name));
  const folder = storageFolder(context.globalStorageUri);
  const library = spawnLibrary({ readShipped, folder });
  opened = library;
  const started = activateBroadsheet(context, library, {
    files: lineFiles,
    resolveHost,
    isOnline,
    citeStyle: spawnCiteStyle(readShipped),
    fetch: webFetch,
  });
  context.subscriptions.push(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) void library.save();
    }),
  );
  // A person who keeps nothing has no library, and gets none by opening a window.
  void folder.names().then(
    (names) => {
      if (names.length > 0) started.begin();
    },
    // Whoever opens the library is told what is wrong with the storage.
    () => started.begin(),
  );
  const { sources, headlines, read, search } = library;
  const forTests = context.extensionMode === vscode.ExtensionMode.Test ? { library } : {};
  return Object.freeze<BroadsheetApi>({ sources, headlines, read, search, ...forTests });
}

/** The browser may not wait for this, which is why the library is also saved a moment after each change. */
export async function deactivate(): Promise<void> {
  await opened?.close();
}
