// Entry for the Node extension host: the library in a thread of its own, on disk.

import * as vscode from 'vscode';
import { activateBroadsheet } from './activate.ts';
import type { ObservableLibrary } from './library/library.ts';
import { spawnLibrary } from './library/spawn.node.ts';

/** What other extensions get from Broadsheet: the library, for reading along. */
export interface BroadsheetApi {
  readonly library: ObservableLibrary;
}

export function activate(context: vscode.ExtensionContext): BroadsheetApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.node.cjs').fsPath;
  const file = vscode.Uri.joinPath(context.globalStorageUri, 'library.sqlite').fsPath;
  const library = spawnLibrary(script, file);
  context.subscriptions.push({ dispose: () => void library.close() });
  activateBroadsheet(context, library);
  return { library };
}
