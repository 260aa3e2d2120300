// Reads a text file of the workspace as the editor would show it.

import * as vscode from 'vscode';
import { LONGEST_NOTE } from '../../core/cite/find/findQuotations.ts';
import { localize } from '../localize.ts';
import { openDocument } from '../noteDocuments.ts';

export type ReadFile =
  | {
      readonly kind: 'read';
      readonly text: string;
      /** Where it is open, its text goes before the file's. */
      readonly document: vscode.TextDocument | undefined;
    }
  | { readonly kind: 'missing' }
  /** One sentence that names the file. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Gives the text of a file by the encoding that its settings and its bytes say. */
export async function readNoteFile(uri: vscode.Uri): Promise<ReadFile> {
  const document = openDocument(uri);
  if (document !== undefined) return { kind: 'read', text: document.getText(), document };
  const name = uri.path.split('/').at(-1) ?? '';
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LONGEST_NOTE) {
      const sentence = localize(
        '{0} is {1} large and was skipped; the limit is {2}.',
        name,
        megabytes(size),
        megabytes(LONGEST_NOTE),
      );
      return { kind: 'refused', sentence };
    }
    const bytes = await vscode.workspace.fs.readFile(uri);
    const text = await vscode.workspace.decode(bytes, { uri });
    return { kind: 'read', text: text.replace(/^\uFEFF/, ''), document: undefined };
  } catch (error) {
    if (error instanceof vscode.FileSystemError) {
      if (error.code === 'FileNotFound') return { kind: 'missing' };
      const reason = error.code === 'NoPermissions' ? localize(': you have no permission to read it') : '';
      return {
        kind: 'refused',
        sentence: localize('{0} could not be read and was skipped{1}.', name, reason),
      };
    }
    // What decoding says of bytes that are no text.
    return { kind: 'refused', sentence: localize('{0} is not a text file and was skipped.', name) };
  }
}

function megabytes(size: number): string {
  return `${Math.ceil(size / 1024 / 1024)} MB`;
}
