// Puts text into a note so that one undo takes it out again.

import * as vscode from 'vscode';
import { noteLanguage } from '../../core/cite/noteLanguage.ts';
import { insertionIn } from '../../core/cite/write/insertionIn.ts';
import { UserError } from '../../core/model/userError.ts';
import { localize } from '../localize.ts';

/** Text for a note: words within a line, or lines that stand alone. */
export interface NoteText {
  readonly kind: 'inline' | 'block';
  readonly text: string;
  /** What has to stand in the note once, at its end. */
  readonly definition?: string | undefined;
  /** Whether a space goes between a word and the text. */
  readonly isSpaced?: boolean;
}

/**
 * Inserts text behind the cursor; a selected word stays as it is. The editor gets the focus with the cursor behind the
 * text.
 *
 * @throws UserError where the note cannot be changed; the text is on the clipboard then.
 */
export async function insertInto(editor: vscode.TextEditor, note: NoteText): Promise<void> {
  const { document } = editor;
  const at = editor.selection.end;
  const { replaces, text: inserted } = insertion(document, at, note);
  const from = at.translate(0, -replaces);
  const offset = document.offsetAt(from);
  const definition = missingDefinition(document, note);
  const { version } = document;
  const done = await editor.edit(
    (edit) => {
      edit.replace(new vscode.Range(from, at), inserted);
      if (definition !== '') edit.insert(endOf(document), definition);
    },
    { undoStopBefore: true, undoStopAfter: true },
  );
  // A read-only editor takes an edit without a word and leaves the document as it was.
  if (!done || document.version === version) {
    await vscode.env.clipboard.writeText(note.text);
    const name = document.uri.path.split('/').at(-1) ?? document.fileName;
    throw new UserError(
      localize('{0} cannot be changed, so nothing was inserted. The text is on the clipboard instead.', name),
    );
  }
  const lineEnds = document.eol === vscode.EndOfLine.CRLF ? (inserted.match(/\n/g)?.length ?? 0) : 0;
  const behind = document.positionAt(offset + inserted.length + lineEnds);
  const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
  shown.selection = new vscode.Selection(behind, behind);
  shown.revealRange(new vscode.Range(from, behind));
}

/** Whether nothing but white space stands on the line of the cursor, so that a block fits there. */
export function isOnEmptyLine({ document, selection }: vscode.TextEditor): boolean {
  return document.lineAt(selection.end.line).isEmptyOrWhitespace;
}

/** Gives the edit that puts what has to stand at the note's end there; undefined where nothing is missing. */
export function definitionEdit(
  document: vscode.TextDocument,
  note: NoteText,
): vscode.WorkspaceEdit | undefined {
  const definition = missingDefinition(document, note);
  if (definition === '') return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, endOf(document), definition);
  return edit;
}

function insertion(document: vscode.TextDocument, at: vscode.Position, { kind, text, isSpaced }: NoteText) {
  if (kind === 'block') {
    const language = noteLanguage(document.languageId, document.fileName) ?? 'plain';
    return insertionIn(language, ...around(document, at), text);
  }
  const before = document.lineAt(at.line).text.slice(0, at.character);
  return { replaces: 0, text: isSpaced === true && /[^\s(\[{/~\-–—]$/u.test(before) ? ` ${text}` : text };
}

/** A footnote's own line, with an empty line before it where it does not follow another one. */
function missingDefinition(document: vscode.TextDocument, { definition }: NoteText): string {
  if (definition === undefined) return '';
  const label = /^\[\^[^\]]+\]:/u.exec(definition)?.[0];
  const text = document.getText();
  if (label !== undefined && text.includes(`\n${label}`)) return '';
  const lastLine = text.trimEnd().split('\n').at(-1) ?? '';
  const breaks = (/\s*$/u.exec(text)?.[0].match(/\n/g) ?? []).length;
  const wanted = /^\[\^[^\]]+\]:/u.test(lastLine) ? 1 : 2;
  return '\n'.repeat(Math.max(0, wanted - breaks)) + definition;
}

function endOf(document: vscode.TextDocument): vscode.Position {
  return document.lineAt(document.lineCount - 1).range.end;
}

/** Enough of the note before and after a place to see the empty lines there. */
function around(document: vscode.TextDocument, at: vscode.Position): [before: string, after: string] {
  const lines = (from: vscode.Position, to: vscode.Position): string =>
    document.getText(new vscode.Range(from, to)).replace(/\r\n/g, '\n');
  const start = new vscode.Position(Math.max(0, at.line - 50), 0);
  const end = document.lineAt(Math.min(document.lineCount - 1, at.line + 50)).range.end;
  return [lines(start, at), lines(at, end)];
}
