// Finds the documents in a folder and the folders below it.

import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem.ts';
import { DOCUMENT_ENDINGS } from '../../core/parse/documentKinds.ts';
import { localize } from '../localize.ts';
import { fileFault } from './fileFault.ts';

/** A file to read, with the name that tells it from the others of its source. */
export interface DocumentFile {
  readonly uri: vscode.Uri;
  readonly path: string;
}

export type FoundDocuments =
  | {
      readonly kind: 'found';
      readonly files: readonly DocumentFile[];
      /** One for each folder below that could not be read. */
      readonly problems: readonly Problem[];
    }
  /** The folder itself cannot be read: "it is not there any more". */
  | { readonly kind: 'unreadable'; readonly reason: string };

const SKIPPED_FOLDERS = new Set(['node_modules']);

/** Finds the documents in a folder and below it; hidden ones are left out, links to folders are not followed. */
export async function findDocuments(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<FoundDocuments> {
  const files: DocumentFile[] = [];
  const problems: Problem[] = [];
  const waiting: DocumentFile[] = [{ uri: folder, path: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (token.isCancellationRequested) break;
    const { uri, path } = next;
    const entries = await entriesOf(uri);
    if (typeof entries === 'string') {
      if (path === '') return { kind: 'unreadable', reason: entries };
      problems.push(unreadable(uri, entries));
      continue;
    }
    const folders: DocumentFile[] = [];
    for (const [name, type] of entries) {
      if (name.startsWith('.')) continue;
      const entry = { uri: vscode.Uri.joinPath(uri, name), path: path === '' ? name : `${path}/${name}` };
      if (type === vscode.FileType.Directory && !SKIPPED_FOLDERS.has(name)) folders.push(entry);
      else if ((type & vscode.FileType.File) !== 0 && isDocument(name)) files.push(entry);
    }
    waiting.push(...folders.toReversed());
  }
  return { kind: 'found', files, problems };
}

/** Gives why a folder cannot be read; undefined where it can. */
export async function folderFault(folder: vscode.Uri): Promise<string | undefined> {
  const entries = await entriesOf(folder);
  return typeof entries === 'string' ? entries : undefined;
}

/** Whether a file's name has one of the endings that Broadsheet reads. */
export function isDocument(name: string): boolean {
  const lower = name.toLowerCase();
  return DOCUMENT_ENDINGS.some((ending) => lower.endsWith(ending));
}

/** Gives a folder's entries by name, or why there are none. */
async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][] | string> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([one], [other]) => (one < other ? -1 : 1));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return fileFault(error);
    throw error;
  }
}

function unreadable(folder: vscode.Uri, reason: string): Problem {
  const name = folder.path.split('/').at(-1) ?? '';
  const sentence = localize('The folder {0} could not be read and was skipped: {1}.', name, reason);
  return { kind: 'unreadable', outcome: 'skipped', where: folder.fsPath, sentence };
}
