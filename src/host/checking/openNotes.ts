// Checks the notes that the person sees, a moment after they stop typing or when they save.

import * as vscode from 'vscode';
import type { ObservableLibrary } from '../../library/library.ts';
import { coalesce } from '../coalesce.ts';
import { createDisposableStore } from '../disposables.ts';
import { setting } from '../settings.ts';
import type { CheckedDocument } from './documentChecks.ts';
import { noteLanguageOf } from './noteDocument.ts';

export interface OpenNotesParts {
  readonly library: Pick<ObservableLibrary, 'onDidChange'>;
  /** Checks a note and shows what comes of it; undefined where it has changed meanwhile. */
  readonly check: (document: vscode.TextDocument) => Promise<CheckedDocument | undefined>;
  /** Called when what the library said may hold no more. */
  readonly onLibraryChanged: () => void;
  /** Called when a note was closed. */
  readonly onClosed: (document: vscode.TextDocument) => void;
  /** Called when notes are not to be checked any more unless the person asks. */
  readonly onNever: () => void;
}

export interface OpenNotes extends vscode.Disposable {
  /** Begins to check; until then nothing is asked of the library. */
  start(): void;
  readonly isStarted: () => boolean;
  /** Checks a note soon. */
  request(document: vscode.TextDocument): void;
}

/** Milliseconds without a keystroke. */
const PAUSE = 250;
/** Milliseconds between two checks because the library changes, as it does often while feeds are read. */
const LIBRARY_PAUSE = 1500;

export function createOpenNotes(parts: OpenNotesParts): OpenNotes {
  const { library, check } = parts;
  const store = createDisposableStore();
  const waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  /** The version that was checked last, so that what comes into sight again is not checked again. */
  const done = new WeakMap<vscode.TextDocument, number>();
  let started = false;

  const run = async (document: vscode.TextDocument): Promise<void> => {
    if (document.isClosed) return;
    const checked = await check(document);
    if (checked !== undefined) done.set(document, checked.version);
  };
  const request = (document: vscode.TextDocument): void => {
    if (!started || noteLanguageOf(document) === undefined) return;
    clearTimeout(waiting.get(document));
    waiting.set(
      document,
      setTimeout(() => {
        waiting.delete(document);
        void run(document);
      }, PAUSE),
    );
  };
  const requestVisible = (again: boolean): void => {
    if (setting('broadsheet.notes.check') === 'never') return;
    for (const { document } of vscode.window.visibleTextEditors) {
      if (again || done.get(document) !== document.version) request(document);
    }
  };
  const start = (): void => {
    if (started) return;
    started = true;
    requestVisible(true);
  };
  const libraryChanged = store.add(
    coalesce(() => {
      parts.onLibraryChanged();
      requestVisible(true);
    }, LIBRARY_PAUSE),
  );

  store.add(vscode.window.onDidChangeVisibleTextEditors(() => requestVisible(false)));
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      // What was shown before is right no more, also where the note is behind another tab.
      if (setting('broadsheet.notes.check') === 'asYouType' && isWanted(document)) request(document);
    }),
  );
  store.add(
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (setting('broadsheet.notes.check') !== 'never') request(document);
    }),
  );
  store.add(
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(waiting.get(document));
      waiting.delete(document);
      parts.onClosed(document);
    }),
  );
  store.add(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('broadsheet.notes.check')) return;
      if (setting('broadsheet.notes.check') === 'never') parts.onNever();
      else requestVisible(true);
    }),
  );
  store.add({
    dispose: library.onDidChange(({ kind }) => {
      if (kind !== 'sources' && kind !== 'items' && kind !== 'removed' && kind !== 'elsewhere') return;
      start();
      libraryChanged.request();
    }),
  });
  store.add({ dispose: () => waiting.forEach((timer) => clearTimeout(timer)) });

  const isWanted = (document: vscode.TextDocument): boolean =>
    done.has(document) || vscode.window.visibleTextEditors.some((editor) => editor.document === document);

  return { start, isStarted: () => started, request, dispose: () => store.dispose() };
}
