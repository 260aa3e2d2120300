// Asks the person for files or a folder.

import * as vscode from 'vscode';
import { DOCUMENT_ENDINGS } from '../../core/parse/documentKinds.ts';

interface Choice extends vscode.QuickPickItem {
  readonly options: vscode.OpenDialogOptions;
}

// On Windows and Linux a dialog selects either files or folders, so the person says which first.
const CHOICES: readonly Choice[] = [
  {
    label: '$(files) Files…',
    detail: 'Text, Markdown and HTML files, each kept as it is now.',
    options: {
      canSelectFiles: true,
      canSelectMany: true,
      openLabel: 'Add to Broadsheet',
      filters: { Documents: DOCUMENT_ENDINGS.map((ending) => ending.slice(1)), 'All files': ['*'] },
    },
  },
  {
    label: '$(folder) A folder…',
    detail: 'All documents in it; Broadsheet follows the folder and takes in what changes.',
    options: {
      canSelectFolders: true,
      canSelectFiles: false,
      canSelectMany: true,
      openLabel: 'Follow This Folder',
    },
  },
];

/** Gives what the person chose; undefined where they gave up. */
export async function pickDocuments(): Promise<readonly vscode.Uri[] | undefined> {
  const choice = await vscode.window.showQuickPick(CHOICES, {
    title: 'Add Documents',
    placeHolder: 'What do you want to add?',
  });
  return choice && vscode.window.showOpenDialog({ ...choice.options, title: 'Add to Broadsheet' });
}
