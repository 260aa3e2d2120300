// Entry for the Node extension host: the library in a thread of its own, on disk.

import './host/translations.ts';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { activateBroadsheet } from './activate.ts';
import { spawnCiteStyle } from './cite-style/spawn.node.ts';
import { lineFiles } from './host/library/lineFiles.node.ts';
import { isOnline, resolveHost } from './host/fetch/resolveHost.node.ts';
import type { Library, ObservableLibrary } from './library/library.ts';
import { spawnLibrary } from './library/spawn.node.ts';

/** What other extensions get from Broadsheet: the library, for reading alone. */
export interface BroadsheetApi extends Readonly<Pick<Library, 'sources' | 'headlines' | 'read' | 'search'>> {
  /** Path of the library's file, which is there from the first call on. */
  readonly file: string;
}

let opened: ObservableLibrary | undefined;

export function activate(context: vscode.ExtensionContext): BroadsheetApi {
  const start = performance.now();
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.node.cjs').fsPath;
  const file = vscode.Uri.joinPath(context.globalStorageUri, 'library.sqlite').fsPath;
  const library = spawnLibrary(script, file);
  opened = library;
  const citeStyle = spawnCiteStyle({
    script: vscode.Uri.joinPath(context.extensionUri, 'dist', 'citeStyle.node.cjs').fsPath,
    engine: vscode.Uri.joinPath(context.extensionUri, 'dist', 'citeproc', 'citeproc_commonjs.cjs').fsPath,
  });
  const started = activateBroadsheet(context, library, {
    files: lineFiles,
    resolveHost,
    isOnline,
    citeStyle,
  });
  // A person who keeps nothing has no library, and gets none by opening a window.
  if (existsSync(file)) setImmediate(() => started.begin());
  const { sources, headlines, read, search } = library;
  // For whoever measures it: the host's own figure has its messages in it.
  performance.measure('broadsheet.activate', { start });
  return Object.freeze<BroadsheetApi>({ file, sources, headlines, read, search });
}

/** VS Code waits for this: the file is left without a log beside it, and no thread is cut off. */
export async function deactivate(): Promise<void> {
  await opened?.close();
}
