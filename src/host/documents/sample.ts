// The sample edition that comes with Broadsheet.

import * as vscode from 'vscode';
import type { NewSource } from '../../core/model/source.ts';
import { isDocument, type DocumentFile } from './findDocuments.ts';

export const SAMPLE: NewSource = { kind: 'sample', uri: 'broadsheet:sample', title: 'Sample Edition' };

/** Gives the files of the sample edition, which go the way of any document. */
export async function sampleFiles(extensionUri: vscode.Uri): Promise<readonly DocumentFile[]> {
  const folder = vscode.Uri.joinPath(extensionUri, 'media', 'sample');
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries
    .filter(([name]) => isDocument(name))
    .map(([name]) => ({ uri: vscode.Uri.joinPath(folder, name), path: name }));
}
