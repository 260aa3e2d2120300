// Finds the notes of the workspace and those that are open.

import * as vscode from 'vscode';
import { GENERATED_FOLDERS } from '../../core/cite/generatedFolders.ts';
import { NOTE_ENDINGS } from '../../core/cite/noteLanguage.ts';
import { noteLanguageOf } from './noteDocument.ts';

/**
 * Gives the addresses of all notes: the files in the workspace's folders that `files.exclude` and `search.exclude`
 * leave, in the order of their paths, and what else is open.
 */
export async function workspaceNotes(token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const notes = new Map<string, vscode.Uri>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const include = new vscode.RelativePattern(folder, `**/*.{${NOTE_ENDINGS.flatMap(bothCases).join(',')}}`);
    const found = await vscode.workspace.findFiles(include, excludedIn(folder.uri), undefined, token);
    for (const uri of found) notes.set(uri.toString(), uri);
  }
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isClosed && noteLanguageOf(document) !== undefined && isShown(document))
      notes.set(document.uri.toString(), document.uri);
  }
  return [...notes.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, uri]) => uri);
}

/** Programs open documents that no person sees. */
function isShown({ uri }: vscode.TextDocument): boolean {
  const address = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === address),
  );
}

function bothCases(ending: string): readonly string[] {
  return [ending, ending.toUpperCase()];
}

function excludedIn(folder: vscode.Uri): string {
  const globs = vscode.workspace
    .getConfiguration('search', folder)
    .get<Readonly<Record<string, unknown>>>('exclude', {});
  const searches = Object.entries(globs).flatMap(([glob, value]) => (value === true ? [glob] : []));
  return `{${[...GENERATED_FOLDERS.map((name) => `**/${name}/**`), ...searches].join(',')}}`;
}
