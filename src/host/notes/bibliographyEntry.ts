// Adds entries to the bibliographies of notes and leaves all else in them as it is.

import * as vscode from 'vscode';
import { addEntry } from '../../core/cite/bibliography/addEntry.ts';
import {
  bibliographyFormat,
  type BibliographyFormat,
} from '../../core/cite/bibliography/bibliographyFormat.ts';
import { applyEdits, type TextEdit } from '../../core/cite/bibliography/textEdit.ts';
import type { NoteLanguage } from '../../core/cite/noteLanguage.ts';
import type { CslItem } from '../../core/cite/reference/cslItem.ts';
import { localize } from '../localize.ts';
import { openDocument } from '../noteDocuments.ts';
import { readText } from './readText.ts';

/** What is to be done with a note's bibliographies so that they have an entry. */
export type PlannedEntry =
  /** It is there under this key, which may be another one than the item's. */
  | { readonly kind: 'present'; readonly key: string }
  /** `add` gives a sentence on why it could not be added after all; nothing where it was. */
  | { readonly kind: 'ready'; readonly add: () => Promise<string | undefined> }
  /** The first bibliography that the note names does not exist. */
  | { readonly kind: 'missing'; readonly uri: vscode.Uri }
  | { readonly kind: 'refused'; readonly sentence: string };

/** What of a note decides on the entry. */
export interface CitingNote {
  readonly language: NoteLanguage;
  readonly text: string;
}

/**
 * Looks where an entry goes: into the first bibliography that takes it, if none of them has it already.
 *
 * @param uris The note's bibliographies; none where the note is in no folder.
 */
export async function planEntry(
  uris: readonly vscode.Uri[],
  item: CslItem,
  note: CitingNote,
): Promise<PlannedEntry> {
  const plans: PlannedEntry[] = [];
  for (const uri of uris) plans.push(await planIn(uri, item, note));
  const refused: PlannedEntry = {
    kind: 'refused',
    sentence: localize(
      'The note is in no folder yet, so no entry was added to a bibliography. Save it first.',
    ),
  };
  return (
    plans.find(({ kind }) => kind === 'present') ??
    plans.find(({ kind }) => kind === 'ready') ??
    plans.find(({ kind }) => kind === 'missing') ??
    plans[0] ??
    refused
  );
}

/** Makes a new bibliography with one entry; gives a sentence on why it could not be made. */
export async function createBibliography(
  uri: vscode.Uri,
  item: CslItem,
  note: CitingNote,
): Promise<string | undefined> {
  const added = addEntry(formatOf(uri, '', note), '', item);
  if (added.kind === 'refused') return added.sentence;
  const text = added.kind === 'added' ? applyEdits('', added.edits) : '';
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text), ignoreIfExists: true });
  const made = await vscode.workspace.applyEdit(edit);
  return made ? undefined : localize('{0} could not be created.', nameOf(uri));
}

/** Gives the name of a file, for sentences about it. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

async function planIn(uri: vscode.Uri, item: CslItem, note: CitingNote): Promise<PlannedEntry> {
  const read = await readText(uri);
  const name = nameOf(uri);
  if (read.kind === 'missing') return { kind: 'missing', uri };
  if (read.kind === 'unreadable')
    return {
      kind: 'refused',
      sentence: localize('{0} cannot be read: {1}. No entry was added to it.', name, read.reason),
    };
  // An editor that has the file has its line ends in order, so that offsets are those of its text.
  const text = openDocument(uri)?.getText() ?? read.text;
  const added = addEntry(formatOf(uri, text, note), text, item);
  if (added.kind === 'present') return added;
  if (added.kind === 'refused')
    return { kind: 'refused', sentence: localize('{0}: {1}', name, added.sentence) };
  return {
    kind: 'ready',
    add: () =>
      read.mixesLineEnds
        ? addOnDisk(uri, read.text, item, note)
        : addInDocument(uri, item, note, text, added.edits),
  };
}

/** BibTeX itself does not know the entries of BibLaTeX. */
function formatOf(
  uri: vscode.Uri,
  text: string,
  { language, text: note }: CitingNote,
): BibliographyFormat | undefined {
  const format = bibliographyFormat(uri.path, text, language);
  const byBibtex = language === 'latex' && /\\bibliography\s*\{/u.test(note) && !note.includes('biblatex');
  return format === 'biblatex' && byBibtex ? 'bibtex' : format;
}

/** Through the document, so that one undo takes the entry out; what was unsaved stays unsaved. */
async function addInDocument(
  uri: vscode.Uri,
  item: CslItem,
  note: CitingNote,
  planned: string,
  edits: readonly TextEdit[],
): Promise<string | undefined> {
  const failed = localize('{0} cannot be changed, so no entry was added to it.', nameOf(uri));
  const document = await openQuietly(uri);
  if (document === undefined) return failed;
  const text = document.getText();
  const added =
    text === planned ? { kind: 'added' as const, edits } : addEntry(formatOf(uri, text, note), text, item);
  if (added.kind === 'present') return undefined;
  if (added.kind === 'refused') return localize('{0}: {1}', nameOf(uri), added.sentence);
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  for (const { offset, remove, insert } of added.edits) {
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + remove));
    edit.replace(uri, range, insert);
  }
  if (!(await vscode.workspace.applyEdit(edit))) return failed;
  if (wasDirty) return undefined;
  return (await document.save())
    ? undefined
    : localize('{0} has its new entry, but it could not be saved.', nameOf(uri));
}

/** An editor would put all line ends of the file in order, which nobody asked for. */
async function addOnDisk(
  uri: vscode.Uri,
  text: string,
  item: CslItem,
  note: CitingNote,
): Promise<string | undefined> {
  const failed = localize('{0} cannot be changed, so no entry was added to it.', nameOf(uri));
  const added = addEntry(formatOf(uri, text, note), text, item);
  if (added.kind !== 'added') return undefined;
  return (await writeInserted(uri, text, applyEdits(text, added.edits))) ? undefined : failed;
}

async function openQuietly(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Writes UTF-8 as it was, with or without a byte order mark, if the file still has the text that was read. */
async function writeInserted(uri: vscode.Uri, before: string, after: string): Promise<boolean> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const encoder = new TextEncoder();
    const mark = [0xef, 0xbb, 0xbf].every((byte, index) => bytes[index] === byte) ? '\uFEFF' : '';
    const known = encoder.encode(mark + before);
    if (known.length !== bytes.length || known.some((byte, index) => byte !== bytes[index])) return false;
    await vscode.workspace.fs.writeFile(uri, encoder.encode(mark + after));
    return true;
  } catch {
    return false;
  }
}
