// What follows when the person has accepted a completion: the key is made, and the bibliography gets its entry.

import * as vscode from 'vscode';
import type { ItemId } from '../../../core/model/ids.ts';
import type { Library } from '../../../library/library.ts';
import type { KeysOf } from '../bibliographyKeys.ts';
import { openDocument } from '../../noteDocuments.ts';
import { noteLanguageOf } from '../noteDocument.ts';

const ADD_ENTRY = 'broadsheet.addBibliographyEntry';

/** Whether something is registered that adds entries to the bibliographies of notes. */
export async function canAddEntries(): Promise<boolean> {
  return (await vscode.commands.getCommands(true)).includes(ADD_ENTRY);
}

export function addEntryCommand(title: string, key: string, note: vscode.Uri): vscode.Command {
  return { command: ADD_ENTRY, title, arguments: [key, note] };
}

/**
 * Makes the key of an item that was cited by completion.
 *
 * @param values What the completion's command has: the item, its key and the note's address.
 */
export async function citedByCompletion(
  library: Pick<Library, 'mintKey' | 'markCited'>,
  keysOf: KeysOf,
  values: readonly unknown[],
): Promise<void> {
  const [itemId, , uri] = values;
  if (typeof itemId !== 'number' || !(uri instanceof vscode.Uri)) return;
  const key = await library.mintKey(itemId as ItemId);
  await library.markCited(itemId as ItemId, 'cited');
  const note = openDocument(uri);
  const language = note && noteLanguageOf(note);
  if (note === undefined || language === undefined) return;
  const { isNamed, keys } = await keysOf(note, language);
  // A note without a bibliography is not asked for one while its sentence is being typed.
  if (isNamed && !keys.has(key) && (await canAddEntries()))
    await vscode.commands.executeCommand(ADD_ENTRY, key, uri);
}
