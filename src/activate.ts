// The composition root: the features over one library, in the order in which a person meets them.

import * as vscode from 'vscode';
import { commandTable } from './commandTable.ts';
import { createGuard, registerCommands } from './host/commands.ts';
import { createDisposableStore } from './host/disposables.ts';
import { registerDocuments } from './host/documents/register.ts';
import type { LineFiles } from './host/library/lineFiles.ts';
import { registerArchive } from './host/library/register.ts';
import { registerNotes } from './host/notes/register.ts';
import { registerReader } from './host/reader/register.ts';
import { createSearch } from './host/search/register.ts';
import { registerSidebar } from './host/sidebar/register.ts';
import { registerSearches } from './host/sidebar/searches/register.ts';
import { registerUpkeep } from './host/upkeep/register.ts';
import type { ObservableLibrary } from './library/library.ts';

/** What begins when VS Code has started. */
export interface Started {
  /** Looks for what changed in the folders of the library while no window was open, and follows them. */
  followFolders(): Promise<void>;
}

/** Puts Broadsheet together in whichever host, without a call to the library; what needs it opens it. */
export function activateBroadsheet(
  context: vscode.ExtensionContext,
  library: ObservableLibrary,
  files: LineFiles,
): Started {
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
    memory: context.workspaceState,
    extensionUri,
    guard,
    log,
    onAct: (action) =>
      void guard(() =>
        action === 'quote' ? notes.insertQuotation({ kind: 'open' }) : notes.copyWithCitation(),
      ),
  });
  const notes = registerNotes({
    library,
    reading: () => reader.current(),
    pickItem: (request) => search.pick(request),
  });
  const search = createSearch({
    library,
    log,
    onAct(action, item, passage) {
      if (action === 'open') return reader.open(item.id, { passage });
      if (action === 'cite') return notes.insertCitation(item);
      return notes.insertQuotation({ kind: 'found', item, passage });
    },
    onShowAll: (query) => void guard(() => searches.show(query)),
  });
  const searches = registerSearches({ library, guard, memory: context.workspaceState });
  const archive = registerArchive({ library, files, log });
  const upkeep = registerUpkeep({ library, log });
  for (const { disposable } of [documents, sidebar, reader, notes, searches, archive, upkeep])
    store.add(disposable);
  store.add(
    registerCommands(
      commandTable({ library, documents, sidebar, reader, notes, search, searches, archive, upkeep, log }),
      guard,
    ),
  );
  return {
    async followFolders() {
      await guard(() => documents.followAll());
    },
  };
}
