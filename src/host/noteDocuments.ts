// Which of VS Code's text documents are the person's notes, and which of them are open.

import * as vscode from 'vscode';
import { ARTICLE_SCHEME, VERSION_SCHEME } from '../manifest.ts';

/** The schemes of what VS Code shows as a text and what is nobody's note, our own articles among them. */
const NOT_NOTES: ReadonlySet<string> = new Set([
  'output',
  'log',
  'search-editor',
  'debug',
  'comment',
  'git',
  'walkThrough',
  'vscode-scm',
  'vscode-settings',
  'vscode-userdata',
  ARTICLE_SCHEME,
  VERSION_SCHEME,
]);

/** Whether a document of this address can be a note. */
export function mayBeNote({ scheme }: vscode.Uri): boolean {
  return !NOT_NOTES.has(scheme);
}

/** Finds the document of an address among those that are open, whose text goes before the file's. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === address,
  );
}
