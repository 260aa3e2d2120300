// Asks the person for files or a folder.

import * as vscode from 'vscode';
import { DOCUMENT_ENDINGS } from '../../core/parse/documentKinds.ts';
import { localize } from '../localize.ts';

interface Choice extends vscode.QuickPickItem {
  readonly options: vscode.OpenDialogOptions;
}

// On Windows and Linux a dialog selects either files or folders, so the person says which first.
const CHOICES: readonly Choice[] = [
  {
    label: localize('$(files) Files…'),
    detail: localize('Text, Markdown and HTML files, each kept as it is now.'),
    options: {
      canSelectFiles: true,
      canSelectMany: true,
      openLabel: localize('Add to Broadsheet'),
      filters: {
        Documents: DOCUMENT_ENDINGS.map((ending) => ending.slice(1)),
        [localize('All files')]: ['*'],
      },
    },
  },
  {
    label: localize('$(folder) A folder…'),
    detail: localize('All documents in it; Broadsheet follows the folder and takes in what changes.'),
    options: {
      canSelectFolders: true,
      canSelectFiles: false,
      canSelectMany: true,
      openLabel: localize('Follow This Folder'),
    },
  },
];

/** Gives what the person chose; undefined where they gave up. */
export async function pickDocuments(): Promise<readonly vscode.Uri[] | undefined> {
  const choice = await vscode.window.showQuickPick(CHOICES, {
    title: localize('Add Documents'),
    placeHolder: localize('What do you want to add?'),
  });
  return choice && vscode.window.showOpenDialog({ ...choice.options, title: localize('Add to Broadsheet') });
}
