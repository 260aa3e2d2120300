// Which documents are notes, and where in them an offset is.

import * as vscode from 'vscode';
import { noteLanguage, type NoteLanguage } from '../../core/cite/noteLanguage.ts';
import type { TextRange } from '../../core/model/search.ts';
import { mayBeNote } from '../noteDocuments.ts';

/** Gives the language of a note; undefined for a document that is none. */
export function noteLanguageOf({ uri, languageId }: vscode.TextDocument): NoteLanguage | undefined {
  return mayBeNote(uri) ? noteLanguage(languageId, uri.path) : undefined;
}

/** Gives a place in a text as line and column. */
export type PositionAt = (offset: number) => vscode.Position;

export function rangeAt(positionAt: PositionAt, [start, end]: TextRange): vscode.Range {
  return new vscode.Range(positionAt(start), positionAt(end));
}

/** Finds places in the text of a file that is not open, by the line ends that VS Code knows. */
export function positionsIn(text: string): PositionAt {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return new vscode.Position(low, offset - (starts[low] ?? 0));
  };
}
