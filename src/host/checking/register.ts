// Quotations in notes, checked against their sources as long as the notes live.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore } from '../disposables.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { plainMessage } from '../plainText.ts';
import { createBibliographyKeys, type BibliographiesOf } from './bibliographyKeys.ts';
import type { CheckedNote } from './checkedNote.ts';
import { checkFile, checkWorkspace, type WorkspaceCheck } from './checkWorkspace.ts';
import { citedByCompletion } from './citing/accepted.ts';
import { createCitingPlaces, type CitingPlace } from './citing/citingPlaces.ts';
import { CITED, createCompletions } from './citing/completions.ts';
import { TRIGGERS } from './citing/keyBefore.ts';
import { createReferences } from './citing/references.ts';
import { createRenames } from './citing/renames.ts';
import { showCitingPlaces } from './citing/showCitingPlaces.ts';
import { createDefinitions, type ArticleLocation } from './definitions.ts';
import { diagnosticsOf, type NoteText } from './diagnostics.ts';
import { createDocumentChecks, type CheckedDocument } from './documentChecks.ts';
import { createQuickFixes } from './fixes/quickFixes.ts';
import { createHover } from './hover.ts';
import { createKeyLinks, createQuotationLenses } from './links.ts';
import { noteLanguageOf } from './noteDocument.ts';
import { createOpenNotes } from './openNotes.ts';
import { OPEN_PASSAGE, openPassageFrom, type OpenPassage } from './passageCommand.ts';
import { createPassageLocations, type VersionDocuments } from './passageLocations.ts';
import { createQuietly } from '../quietly.ts';
import { createQuotationAtCursor } from './quotationAtCursor.ts';
import { createStatusItem } from './statusItem.ts';
import { hasProblems, summaryOf } from './summary.ts';
import { createToldFiles } from './toldFiles.ts';

export interface CheckingParts {
  readonly library: ObservableLibrary;
  readonly guard: Guard;
  readonly log: Log;
  readonly openPassage: OpenPassage;
  readonly versions: VersionDocuments;
  readonly articleLocation: ArticleLocation;
  readonly bibliographiesOf: BibliographiesOf;
}

export interface Checking {
  /** Checks the open notes from now on; until then the library is not asked for anything. */
  start(): void;
  /** Checks the quotations of all notes, and says what came of it. */
  checkAll(): Promise<WorkspaceCheck>;
  /** Shows in the reader what is quoted at the cursor. */
  showSource(): Promise<void>;
  /** Gives where the notes cite an item. */
  citedIn(item: ItemId): Promise<readonly CitingPlace[]>;
  /** Opens the note at one of these places, which the person picks where there are several. */
  showCiting(places: readonly CitingPlace[]): Promise<void>;
  /** Fires when a note may cite something else than before. */
  readonly onDidChangeCiting: vscode.Event<void>;
  readonly disposable: vscode.Disposable;
}

export function registerChecking({
  library,
  guard,
  log,
  openPassage,
  versions,
  articleLocation,
  bibliographiesOf,
}: CheckingParts): Checking {
  const store = createDisposableStore();
  const quietly = createQuietly(log);
  const diagnostics = store.add(vscode.languages.createDiagnosticCollection('broadsheet'));
  const status = store.add(createStatusItem());
  const checked = store.add(new vscode.EventEmitter<void>());
  const checks = createDocumentChecks(library);
  const locate = createPassageLocations(library, versions);
  const keysOf = createBibliographyKeys(bibliographiesOf);
  const told = store.add(
    createToldFiles({
      onChanged: (uri) => void recheckFile(uri),
      onDeleted: (uri) => diagnostics.delete(uri),
    }),
  );

  const show = async (uri: vscode.Uri, note: CheckedNote, text: NoteText): Promise<void> => {
    diagnostics.set(uri, await problemsIn(uri, note, text));
    // What was never saved is gone when its editor is closed.
    if (uri.scheme !== 'untitled') told.add(uri);
  };
  const problemsIn = async (
    uri: vscode.Uri,
    note: CheckedNote,
    noteText: NoteText,
  ): Promise<readonly vscode.Diagnostic[]> => {
    const here = { uri, getText: () => noteText.text };
    const keysElsewhere = async (): Promise<ReadonlySet<string>> =>
      (await keysOf(here, note.findings.language)).keys;
    return diagnosticsOf(note, noteText, keysElsewhere, locate);
  };
  const checkOpen = (document: vscode.TextDocument): Promise<CheckedDocument | undefined> =>
    quietly(async () => {
      const note = await checks.of(document);
      if (note === undefined) return undefined;
      const positionAt = (offset: number): vscode.Position => document.positionAt(offset);
      const problems = await problemsIn(document.uri, note, { text: note.findings.note, positionAt });
      if (note.version !== document.version || document.isClosed) return undefined;
      diagnostics.set(document.uri, problems);
      status.show(document, note);
      checked.fire();
      cursor.update();
      return note;
    });
  const recheckFile = (uri: vscode.Uri): Promise<unknown> =>
    quietly(() => checkFile(uri, { library, log, show }));

  const open = store.add(
    createOpenNotes({
      library,
      check: checkOpen,
      onLibraryChanged: () => checks.forgetAnswers(),
      onClosed(document) {
        checks.forget(document);
        status.forget(document);
        diagnostics.delete(document.uri);
        // What was not saved is gone with the editor; the file says what it said before.
        if (told.has(document.uri)) void recheckFile(document.uri);
      },
      onNever() {
        diagnostics.clear();
        told.clear();
        status.clear();
      },
    }),
  );

  /** For what VS Code asks of a note by itself, perhaps before the library may be opened. */
  const check = (document: vscode.TextDocument): Promise<CheckedDocument | undefined> =>
    open.isStarted() ? quietly(() => checks.of(document)) : Promise.resolve(undefined);
  const selector: vscode.DocumentSelector = { pattern: '**', scheme: '*' };
  const forNotes = (document: vscode.TextDocument): Promise<CheckedDocument | undefined> =>
    noteLanguageOf(document) === undefined ? Promise.resolve(undefined) : check(document);
  const cursor = store.add(createQuotationAtCursor(forNotes));
  const citing = store.add(createCitingPlaces());
  const { languages } = vscode;
  store.add(
    languages.registerCodeActionsProvider(selector, createQuickFixes(forNotes, keysOf), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
  store.add(
    languages.registerCompletionItemProvider(
      selector,
      createCompletions(library, () => open.isStarted()),
      ...TRIGGERS,
    ),
  );
  store.add(
    vscode.commands.registerCommand(CITED, (...values: readonly unknown[]) =>
      guard(async () => {
        await citedByCompletion(library, keysOf, values);
        checks.forgetAnswers();
        for (const { document } of vscode.window.visibleTextEditors) open.request(document);
      }),
    ),
  );
  store.add(languages.registerReferenceProvider(selector, createReferences(forNotes)));
  store.add(
    languages.registerDefinitionProvider(
      selector,
      createDefinitions(library, forNotes, locate, articleLocation),
    ),
  );
  store.add(
    languages.registerRenameProvider(selector, createRenames(library, forNotes, bibliographiesOf, guard)),
  );
  store.add(languages.registerHoverProvider(selector, createHover(library, forNotes)));
  store.add(languages.registerDocumentLinkProvider(selector, createKeyLinks(forNotes)));
  store.add(languages.registerCodeLensProvider(selector, createQuotationLenses(forNotes, checked.event)));
  store.add(
    vscode.commands.registerCommand(OPEN_PASSAGE, (...values: readonly unknown[]) =>
      guard(() => openPassageFrom(values, openPassage)),
    ),
  );
  store.add(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('broadsheet.notes.codeLens')) checked.fire();
    }),
  );

  return {
    start: () => open.start(),
    async checkAll() {
      open.start();
      const shown = new Set<string>();
      const result = await checkWorkspace({
        library,
        log,
        show(uri, note, text) {
          shown.add(uri.toString());
          return show(uri, note, text);
        },
      });
      // Of notes that are gone; whoever stops it keeps what was known of the others.
      if (!result.isCancelled)
        diagnostics.forEach((uri) => !shown.has(uri.toString()) && diagnostics.delete(uri));
      void say(result, log);
      return result;
    },
    async showSource() {
      const { itemId, passage } = await cursor.get();
      await openPassage(itemId, passage);
    },
    async citedIn(item) {
      const keys = await library.citationKeys(item);
      return keys.length === 0 ? [] : citing.of(keys);
    },
    showCiting: (places) => showCitingPlaces(places),
    onDidChangeCiting: citing.onDidChange,
    disposable: store,
  };
}

async function say({ counts, notes, skipped, isCancelled }: WorkspaceCheck, log: Log): Promise<void> {
  const sentence = `${isCancelled ? localize('Stopped. ') : ''}${summaryOf(counts, notes, skipped)}`;
  const [problems, showLog] = [localize('Show Problems'), localize('Show Log')];
  const choices = [...(hasProblems(counts) ? [problems] : []), ...(skipped > 0 ? [showLog] : [])];
  const chosen = await (hasProblems(counts)
    ? vscode.window.showWarningMessage(plainMessage(sentence), ...choices)
    : vscode.window.showInformationMessage(plainMessage(sentence), ...choices));
  if (chosen === problems) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  if (chosen === showLog) log.show();
}
