// Remembers which files the Problems view tells of although no editor has them open, and hears when they change.

import * as vscode from 'vscode';
import { createDisposableStore } from '../disposables.ts';
import { openDocument } from '../noteDocuments.ts';

export interface ToldFiles extends vscode.Disposable {
  add(uri: vscode.Uri): void;
  has(uri: vscode.Uri): boolean;
  clear(): void;
}

export interface ToldFilesParts {
  /** Called when a file says something else. */
  readonly onChanged: (uri: vscode.Uri) => void;
  readonly onDeleted: (uri: vscode.Uri) => void;
}

export function createToldFiles({ onChanged, onDeleted }: ToldFilesParts): ToldFiles {
  const store = createDisposableStore();
  const told = new Set<string>();
  let isWatching = false;

  /** Whoever never checks the whole workspace has no watcher. */
  const watch = (): void => {
    if (isWatching) return;
    isWatching = true;
    const watcher = store.add(vscode.workspace.createFileSystemWatcher('**/*', true));
    store.add(
      watcher.onDidChange((uri) => {
        if (told.has(uri.toString()) && openDocument(uri) === undefined) onChanged(uri);
      }),
    );
    store.add(
      watcher.onDidDelete((uri) => {
        // A folder takes along what is in it.
        const folder = `${uri.toString()}/`;
        const gone = [...told].filter((address) => address === uri.toString() || address.startsWith(folder));
        for (const address of gone) {
          told.delete(address);
          onDeleted(vscode.Uri.parse(address));
        }
      }),
    );
  };

  return {
    add(uri) {
      told.add(uri.toString());
      watch();
    },
    has: (uri) => told.has(uri.toString()),
    clear: () => told.clear(),
    dispose: () => store.dispose(),
  };
}
