// Knows which editor holds the person's note, also while the reader covers it.

import * as vscode from 'vscode';
import { localize } from '../localize.ts';
import { mayBeNote } from '../noteDocuments.ts';
import { plainLabel } from '../plainText.ts';

export interface NoteEditor extends vscode.Disposable {
  /**
   * Gives the editor that has the focus or had it last. A note that another tab covers is shown again, with its cursor
   * where it was; undefined where no note is open. Where several are covered and none was used yet, as after a reload,
   * the person picks one.
   *
   * @throws CancellationError where the person picks none.
   */
  current(): Promise<vscode.TextEditor | undefined>;
}

export function trackNoteEditor(): NoteEditor {
  let last: vscode.Uri | undefined;
  const note = (editor: vscode.TextEditor | undefined): void => {
    if (editor !== undefined && mayBeNote(editor.document.uri)) last = editor.document.uri;
  };
  note(vscode.window.activeTextEditor);
  const listening = vscode.window.onDidChangeActiveTextEditor(note);
  return {
    async current() {
      note(vscode.window.activeTextEditor);
      const shown = vscode.window.visibleTextEditors.filter(({ document }) => mayBeNote(document.uri));
      const used = shown.find(({ document }) => isSame(document.uri, last));
      if (used !== undefined) return used;
      const tabs = textTabs();
      const covered =
        tabs.find(({ uri }) => isSame(uri, last)) ?? (shown[0] ? undefined : await pickTab(tabs));
      if (covered === undefined) return shown[0];
      return vscode.window.showTextDocument(covered.uri, { viewColumn: covered.column, preview: false });
    },
    dispose() {
      listening.dispose();
    },
  };
}

interface TextTab {
  readonly uri: vscode.Uri;
  readonly column: vscode.ViewColumn;
}

function textTabs(): TextTab[] {
  return vscode.window.tabGroups.all.flatMap((group) =>
    group.tabs.flatMap(({ input }) =>
      input instanceof vscode.TabInputText && mayBeNote(input.uri)
        ? [{ uri: input.uri, column: group.viewColumn }]
        : [],
    ),
  );
}

/** A single note is the one that is meant. */
async function pickTab(tabs: readonly TextTab[]): Promise<TextTab | undefined> {
  if (tabs.length <= 1) return tabs[0];
  const choices = tabs.map((tab) => ({
    label: plainLabel(tab.uri.path.split('/').at(-1) ?? ''),
    description: plainLabel(vscode.workspace.asRelativePath(tab.uri)),
    tab,
  }));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: localize('Insert into which note?'),
    placeHolder: localize('None of them has been used since the window was loaded'),
  });
  if (chosen === undefined) throw new vscode.CancellationError();
  return chosen.tab;
}

function isSame(one: vscode.Uri, other: vscode.Uri | undefined): boolean {
  return one.toString() === other?.toString();
}
