// Watches the folders that are sources and reports which documents changed.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore, type DisposableStore } from '../disposables.ts';
import { isDocument, type DocumentFile } from './findDocuments.ts';

export interface FollowedFolders extends vscode.Disposable {
  /** Begins to follow a folder; one that is followed already stays so. */
  follow(source: Source): void;
  unfollow(source: SourceId): void;
  followed(): readonly Source[];
}

export interface FolderListener {
  /** New and changed documents of one source; the token ends when the source is not followed any more. */
  readonly onChange: (
    source: Source,
    files: readonly DocumentFile[],
    token: vscode.CancellationToken,
  ) => Promise<void>;
  /** Anything may have changed unseen: the folder should be looked through. */
  readonly onDoubt: (source: Source) => Promise<void>;
}

interface Followed {
  readonly source: Source;
  readonly store: DisposableStore;
}

/** A watcher misses what happens while it starts; by then, in milliseconds, it surely runs. */
const STARTED = 3000;

/** An editor writes a file in several steps; they count as one change. */
const SETTLED = 400;

/**
 * Follows folders by the file system's events, and looks again when a watcher has just started and when the window
 * gets the focus back, as events are lost on some drives.
 */
export function followFolders(listener: FolderListener, guard: Guard): FollowedFolders {
  const followed = new Map<SourceId, Followed>();

  const unfollow = (source: SourceId): void => {
    followed.get(source)?.store.dispose();
    followed.delete(source);
  };
  const lookAgain = async (): Promise<void> => {
    for (const { source } of [...followed.values()]) {
      // While one folder was looked through, another may have been removed.
      if (followed.has(source.id)) await listener.onDoubt(source);
    }
  };
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => focused && void guard(lookAgain));

  return {
    follow(source) {
      if (followed.has(source.id)) return;
      followed.set(source.id, { source, store: watch(source, listener, guard) });
    },
    unfollow,
    followed: () => [...followed.values()].map(({ source }) => source),
    dispose() {
      focus.dispose();
      for (const source of [...followed.keys()]) unfollow(source);
    },
  };
}

/** Follows one folder until the store is disposed. */
function watch(source: Source, { onChange, onDoubt }: FolderListener, guard: Guard): DisposableStore {
  const store = createDisposableStore();
  const folder = vscode.Uri.parse(source.uri);
  const changed = new Map<string, vscode.Uri>();
  const ending = new vscode.CancellationTokenSource();
  let timer: NodeJS.Timeout | undefined;

  const take = (): void => {
    const files = [...changed].map(([path, uri]) => ({ path, uri }));
    changed.clear();
    void guard(() => onChange(source, files, ending.token));
  };
  const note = (uri: vscode.Uri): void => {
    const path = uri.path.slice(folder.path.replace(/\/$/, '').length + 1);
    if (!isDocument(path) || /(^|\/)(\.|node_modules\/)/.test(path)) return;
    changed.set(path, uri);
    clearTimeout(timer);
    timer = setTimeout(take, SETTLED);
  };

  // A glob would tell upper case from lower, and miss A.TXT.
  const pattern = new vscode.RelativePattern(folder, '**/*');
  const watcher = store.add(vscode.workspace.createFileSystemWatcher(pattern, false, false, true));
  store.add(watcher.onDidCreate(note));
  store.add(watcher.onDidChange(note));
  const started = setTimeout(() => void guard(() => onDoubt(source)), STARTED);
  store.add({
    dispose() {
      clearTimeout(timer);
      clearTimeout(started);
      ending.cancel();
    },
  });
  return store;
}
