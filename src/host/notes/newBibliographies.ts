// Makes the bibliography that a note lacks, where the person wants one; each is asked for once.

import * as vscode from 'vscode';
import { noteLanguage } from '../../core/cite/noteLanguage.ts';
import { bibliographyOf } from '../../core/cite/bibliography/bibliographyOf.ts';
import type { CslItem } from '../../core/cite/reference/cslItem.ts';
import { UserError } from '../../core/model/userError.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import { createBibliography, nameOf, planEntry } from './bibliographyEntry.ts';
import { nameBibliography } from './nameBibliography.ts';

export interface NewBibliographies {
  /**
   * Asks whether to make a bibliography with an entry, if nobody has said no to it yet. What is cited while the question
   * stands gets its entry with the answer.
   *
   * @param isNamed Whether the note, its project or the settings name it already.
   * @throws UserError where it cannot be made.
   */
  offer(uri: vscode.Uri, note: vscode.TextDocument, item: CslItem, isNamed: boolean): Promise<void>;
}

export function createNewBibliographies(): NewBibliographies {
  const refused = new Set<string>();
  const waiting = new Map<string, CslItem[]>();
  return {
    async offer(uri, note, item, isNamed) {
      const id = uri.toString();
      const others = waiting.get(id);
      others?.push(item);
      if (refused.has(id) || others !== undefined) return;
      const items = [item];
      waiting.set(id, items);
      const answer = await ask(uri, note, isNamed);
      waiting.delete(id);
      if (answer) {
        await make(uri, note, items);
        if (!isNamed) await nameIn(note, uri);
      } else refused.add(id);
    },
  };
}

async function ask(uri: vscode.Uri, note: vscode.TextDocument, isNamed: boolean): Promise<boolean> {
  const create = localize('Create');
  const name = nameOf(uri);
  const sentence = isNamed
    ? localize('{0}, the bibliography of {1}, does not exist. Create it?', name, nameOf(note.uri))
    : localize('{0} has no bibliography yet. Create {1} beside it?', nameOf(note.uri), name);
  return (
    (await vscode.window.showInformationMessage(plainMessage(sentence), create, localize('Not Now'))) ===
    create
  );
}

async function make(uri: vscode.Uri, note: vscode.TextDocument, items: readonly CslItem[]): Promise<void> {
  const language = noteLanguage(note.languageId, note.uri.path) ?? 'markdown';
  const citing = { language, text: note.getText() };
  for (const [index, item] of items.entries()) {
    const sentence = index === 0 ? await createBibliography(uri, item, citing) : await add(uri, item, citing);
    if (sentence !== undefined) throw new UserError(sentence);
  }
}

async function nameIn(note: vscode.TextDocument, uri: vscode.Uri): Promise<void> {
  const language = noteLanguage(note.languageId, note.uri.path) ?? 'markdown';
  if (note.isClosed || bibliographyOf(note.getText(), language).length > 0) return;
  const naming = nameBibliography(note.getText(), language, nameOf(uri));
  if (naming === undefined) {
    const sentence = localize(
      '{0} was created. Name it in the note or its project, so that the references are found.',
      nameOf(uri),
    );
    void vscode.window.showInformationMessage(plainMessage(sentence));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.insert(note.uri, note.positionAt(naming.offset), naming.insert);
  await vscode.workspace.applyEdit(edit);
}

async function add(uri: vscode.Uri, item: CslItem, note: Parameters<typeof planEntry>[2]) {
  const plan = await planEntry([uri], item, note);
  return plan.kind === 'ready' ? plan.add() : undefined;
}
