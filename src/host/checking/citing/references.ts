// Finds every note that cites a key.

import * as vscode from 'vscode';
import { findQuotations } from '../../../core/cite/find/findQuotations.ts';
import type { FoundInNote } from '../../../core/cite/find/foundQuotation.ts';
import { noteLanguageOfFile, type NoteLanguage } from '../../../core/cite/noteLanguage.ts';
import type { TextRange } from '../../../core/model/search.ts';
import { citationAt } from '../checkedNote.ts';
import type { CheckedDocument } from '../documentChecks.ts';
import { noteLanguageOf, positionsIn, rangeAt } from '../noteDocument.ts';
import { readNoteFile } from '../readNoteFile.ts';
import { workspaceNotes } from '../workspaceNotes.ts';

/** A note as its editor or else its file has it. */
export interface NoteRead {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly language: NoteLanguage;
}

/** Gives for a key of the library every place in the notes of the workspace that cites it. */
export function createReferences(
  check: (document: vscode.TextDocument) => Promise<CheckedDocument | undefined>,
): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, _context, token) {
      const note = await check(document);
      const cited = note && citationAt(note, document.offsetAt(position));
      if (note?.version !== document.version || cited === undefined || !note.known.has(cited.key))
        return undefined;
      const { key } = cited;
      return (await citingNotes(key, document.uri, token)).flatMap(({ uri, text, language }) => {
        const positionAt = positionsIn(text);
        return rangesOfKey(findQuotations(text, language), key).map(
          (range) => new vscode.Location(uri, rangeAt(positionAt, range)),
        );
      });
    },
  };
}

/**
 * Gives the notes in which a key stands, at least as a word.
 *
 * @param own A note that need not be in the workspace.
 */
export async function citingNotes(
  key: string,
  own: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<readonly NoteRead[]> {
  const notes: NoteRead[] = [];
  const all = new Map([...(await workspaceNotes(token)), own].map((uri) => [uri.toString(), uri] as const));
  for (const uri of all.values()) {
    if (token.isCancellationRequested) break;
    const read = await readNoteFile(uri);
    if (read.kind !== 'read' || !read.text.includes(key)) continue;
    const { text, document } = read;
    const language = document === undefined ? noteLanguageOfFile(uri.path) : noteLanguageOf(document);
    if (language !== undefined) notes.push({ uri, text, language });
  }
  return notes;
}

/** Gives where a key stands in a note, each place once and in order. */
export function rangesOfKey({ citations, quotations }: FoundInNote, key: string): readonly TextRange[] {
  const ranges = [...citations, ...quotations]
    .filter((cited) => cited.key === key)
    .map(({ keyRange }) => [keyRange[0], keyRange] as const);
  return [...new Map(ranges).values()].sort(([one], [other]) => one - other);
}
