// Watches the folders that are sources and reports which documents changed.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';
import { DOCUMENT_ENDINGS } from '../../core/parse/documentKinds.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore } from '../disposables.ts';
import type { DocumentFile } from './readDocuments.ts';

export interface FollowedFolders extends vscode.Disposable {
  /** Begins to follow a folder; one that is followed already stays so. */
  follow(source: Source): void;
}

export interface FolderListener {
  /** New and changed documents of one source. */
  readonly onChange: (source: Source, files: readonly DocumentFile[]) => Promise<void>;
  /** Anything may have changed unseen: the folder should be looked through. */
  readonly onDoubt: (source: Source) => Promise<void>;
}

/** A watcher misses what happens while it starts; by then, in milliseconds, it surely runs. */
const STARTED = 3000;

/** An editor writes a file in several steps; they count as one change. */
const SETTLED = 400;

/**
 * Follows folders by the file system's events, and looks again when a watcher has just started and when the window
 * gets the focus back, as events are lost on some drives.
 */
export function followFolders({ onChange, onDoubt }: FolderListener, guard: Guard): FollowedFolders {
  const store = createDisposableStore();
  const followed = new Map<SourceId, Source>();

  const follow = (source: Source): void => {
    if (followed.has(source.id)) return;
    followed.set(source.id, source);
    const folder = vscode.Uri.parse(source.uri);
    const changed = new Map<string, vscode.Uri>();
    let timer: NodeJS.Timeout | undefined;
    const take = (): void => {
      const files = [...changed].map(([path, uri]) => ({ path, uri }));
      changed.clear();
      void guard(() => onChange(source, files));
    };
    const note = (uri: vscode.Uri): void => {
      const path = uri.path.slice(folder.path.replace(/\/$/, '').length + 1);
      if (/(^|\/)(\.|node_modules\/)/.test(path)) return;
      changed.set(path, uri);
      clearTimeout(timer);
      timer = setTimeout(take, SETTLED);
    };
    const pattern = new vscode.RelativePattern(folder, `**/*{${DOCUMENT_ENDINGS.join(',')}}`);
    const watcher = store.add(vscode.workspace.createFileSystemWatcher(pattern, false, false, true));
    store.add(watcher.onDidCreate(note));
    store.add(watcher.onDidChange(note));
    const started = setTimeout(() => void guard(() => onDoubt(source)), STARTED);
    store.add({
      dispose() {
        clearTimeout(timer);
        clearTimeout(started);
      },
    });
  };
  const lookAgain = async (): Promise<void> => {
    for (const source of followed.values()) await onDoubt(source);
  };
  store.add(vscode.window.onDidChangeWindowState(({ focused }) => focused && void guard(lookAgain)));

  return { follow, dispose: () => store.dispose() };
}
