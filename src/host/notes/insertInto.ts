// Puts text into a note so that one undo takes it out again.

import * as vscode from 'vscode';
import { insertionAt } from '../../core/cite/insertionAt.ts';
import { UserError } from '../../core/model/userError.ts';

/** Text for a note: words within a line, or lines that stand alone. */
export interface NoteText {
  readonly kind: 'inline' | 'block';
  readonly text: string;
}

/**
 * Inserts text behind the cursor; a selected word stays as it is. The editor gets the focus with the cursor behind the
 * text.
 *
 * @throws UserError where the note cannot be changed; the text is on the clipboard then.
 */
export async function insertInto(editor: vscode.TextEditor, { kind, text }: NoteText): Promise<void> {
  const { document } = editor;
  const at = editor.selection.end;
  const { replaces, text: inserted } =
    kind === 'inline' ? { replaces: 0, text } : insertionAt(...around(document, at), text);
  const from = at.translate(0, -replaces);
  const offset = document.offsetAt(from);
  const { version } = document;
  const done = await editor.edit((edit) => edit.replace(new vscode.Range(from, at), inserted), {
    undoStopBefore: true,
    undoStopAfter: true,
  });
  // A read-only editor takes an edit without a word and leaves the document as it was.
  if (!done || document.version === version) {
    await vscode.env.clipboard.writeText(text);
    const name = document.uri.path.split('/').at(-1) ?? document.fileName;
    throw new UserError(
      `${name} cannot be changed, so nothing was inserted. The text is on the clipboard instead.`,
    );
  }
  const lineEnds = document.eol === vscode.EndOfLine.CRLF ? (inserted.match(/\n/g)?.length ?? 0) : 0;
  const behind = document.positionAt(offset + inserted.length + lineEnds);
  const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
  shown.selection = new vscode.Selection(behind, behind);
  shown.revealRange(new vscode.Range(from, behind));
}

/** Enough of the note before and after a place to see the empty lines there. */
function around(document: vscode.TextDocument, at: vscode.Position): [before: string, after: string] {
  const lines = (from: vscode.Position, to: vscode.Position): string =>
    document.getText(new vscode.Range(from, to)).replace(/\r\n/g, '\n');
  const start = new vscode.Position(Math.max(0, at.line - 50), 0);
  const end = document.lineAt(Math.min(document.lineCount - 1, at.line + 50)).range.end;
  return [lines(start, at), lines(at, end)];
}
