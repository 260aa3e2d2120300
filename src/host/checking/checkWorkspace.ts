// Checks the quotations of all notes at once.

import * as vscode from 'vscode';
import { NO_QUOTATIONS, tally, type Tally } from '../../core/cite/check/tally.ts';
import { findQuotations } from '../../core/cite/find/findQuotations.ts';
import { noteLanguageOfFile } from '../../core/cite/noteLanguage.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { checkNote, type CheckedNote } from './checkedNote.ts';
import { noteLanguageOf, positionsIn } from './noteDocument.ts';
import { readNoteFile } from './readNoteFile.ts';
import { workspaceNotes } from './workspaceNotes.ts';
import type { NoteText } from './diagnostics.ts';

export interface WorkspaceCheck {
  readonly counts: Tally;
  /** Those that quote from the library. */
  readonly notes: number;
  /** Files that could not be read. */
  readonly skipped: number;
  readonly isCancelled: boolean;
}

export interface WorkspaceCheckParts {
  readonly library: Library;
  readonly log: Log;
  /** Shows what was found in a note. */
  readonly show: (uri: vscode.Uri, note: CheckedNote, text: NoteText) => Promise<void>;
}

/** Checks every note of the workspace, with progress and a way to stop. */
export function checkWorkspace(parts: WorkspaceCheckParts): Thenable<WorkspaceCheck> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: localize('Checking quotations'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    const uris = await workspaceNotes(token);
    let counts = NO_QUOTATIONS;
    let notes = 0;
    let skipped = 0;
    for (const [index, uri] of uris.entries()) {
      if (token.isCancellationRequested) break;
      progress.report({
        message: localize('{0} of {1} notes', index + 1, uris.length),
        increment: 100 / uris.length,
      });
      const found = await checkFile(uri, parts);
      if (found === 'skipped') skipped++;
      else if (found !== undefined) {
        const before = counts.checked;
        counts = tally(
          found.quotations.map(({ checked }) => checked),
          counts,
        );
        if (counts.checked > before) notes++;
      }
    }
    return { counts, notes, skipped, isCancelled: token.isCancellationRequested };
  });
}

/** Checks one note as it is on disk or, where it is open, in its editor; gives undefined where there is none. */
export async function checkFile(
  uri: vscode.Uri,
  { library, log, show }: WorkspaceCheckParts,
): Promise<CheckedNote | 'skipped' | undefined> {
  const read = await readNoteFile(uri);
  if (read.kind === 'missing') return undefined;
  if (read.kind === 'refused') {
    log.warn(`${read.sentence} (${uri.toString(true)})`);
    return 'skipped';
  }
  const { document, text } = read;
  const language = document === undefined ? noteLanguageOfFile(uri.path) : noteLanguageOf(document);
  if (language === undefined) return undefined;
  const findings = findQuotations(text, language);
  if (findings.citations.length === 0 && findings.quotations.length === 0) {
    await show(uri, { findings, quotations: [], known: new Map() }, { text, positionAt: positionsIn('') });
    return undefined;
  }
  const { note } = await checkNote(library, findings, new Map(), false);
  const positionAt =
    document === undefined ? positionsIn(text) : (offset: number) => document.positionAt(offset);
  await show(uri, note, { text, positionAt });
  return note;
}
