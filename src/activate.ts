// The composition root: the features over one library, in the order in which a person meets them.

import * as vscode from 'vscode';
import { commandTable } from './commandTable.ts';
import { createGuard, registerCommands } from './host/commands.ts';
import { createDisposableStore } from './host/disposables.ts';
import { registerDocuments } from './host/documents/register.ts';
import { registerNotes } from './host/notes/register.ts';
import { registerReader } from './host/reader/register.ts';
import { createSearch } from './host/search/register.ts';
import { registerSidebar } from './host/sidebar/register.ts';
import type { ObservableLibrary } from './library/library.ts';

/** Starts Broadsheet in whichever host; nothing is read from disk before a view or a command needs it. */
export function activateBroadsheet(context: vscode.ExtensionContext, library: ObservableLibrary): void {
  const store = createDisposableStore();
  context.subscriptions.push(store);
  const { extensionUri } = context;
  const log = store.add(vscode.window.createOutputChannel('Broadsheet', { log: true }));
  const guard = createGuard(log);

  const documents = registerDocuments({
    library,
    extensionUri,
    guard,
    log,
    onAdded: (source) => sidebar.show(source),
  });
  const sidebar = registerSidebar({
    library,
    guard,
    troubleOf: (source) => documents.troubleOf(source),
    onDidChangeTrouble: documents.onDidChangeTrouble,
  });
  const reader = registerReader({
    library,
    extensionUri,
    log,
    onAct: (action) =>
      void guard(() => (action === 'quote' ? notes.insertQuotation(undefined) : notes.copyWithCitation())),
  });
  const notes = registerNotes({
    library,
    reading: () => reader.current(),
    pickItem: (title, first) => search.pick(title, first),
  });
  const search = createSearch({
    library,
    guard,
    onAct(action, item, passage) {
      if (action === 'open') return reader.open(item.id, { passage });
      return action === 'cite' ? notes.insertCitation(item) : notes.insertQuotation(item, passage);
    },
  });
  for (const { disposable } of [documents, sidebar, reader, notes]) store.add(disposable);
  store.add(
    registerCommands(commandTable({ library, documents, sidebar, reader, notes, search, log }), guard),
  );
}
