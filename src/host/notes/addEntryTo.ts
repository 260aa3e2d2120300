// Adds the bibliography's entry of what a note cites already.

import * as vscode from 'vscode';
import { noteLanguage } from '../../core/cite/noteLanguage.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { nameOf } from './bibliographyEntry.ts';
import { isNamed, plannedEntry } from './citeInNote.ts';
import type { NewBibliographies } from './newBibliographies.ts';
import { noteBibliographies } from './noteBibliographies.ts';
import { referenceOf } from './referenceOf.ts';

export interface AddEntryParts {
  readonly library: Library;
  readonly newBibliographies: NewBibliographies;
}

/**
 * Adds the entry for a key to the bibliography of a note.
 *
 * @param key The citation key.
 * @param note The note's URI.
 * @throws UserError where the library does not know the key, or the bibliography does not take the entry.
 */
export async function addEntryTo(
  { library, newBibliographies }: AddEntryParts,
  key: unknown,
  note: unknown,
): Promise<void> {
  const uri = note instanceof vscode.Uri ? note : vscode.window.activeTextEditor?.document.uri;
  if (typeof key !== 'string' || uri === undefined)
    throw new UserError(localize('Put the cursor on a citation in a note first.'));
  const [cited] = await library.articlesByKey([key]);
  if (cited === undefined) throw new UserError(localize('No article in the library has the key “{0}”.', key));
  const document = await vscode.workspace.openTextDocument(uri);
  const language = noteLanguage(document.languageId, document.uri.path) ?? 'markdown';
  const way = { kind: 'key', bibliographies: await noteBibliographies(document, language) } as const;
  const source = { article: cited.article, passage: undefined };
  const entry = await plannedEntry(library, document, way, source, key);
  switch (entry?.kind) {
    case 'ready': {
      const sentence = await entry.add();
      if (sentence !== undefined) throw new UserError(sentence);
      return;
    }
    case 'missing':
      await newBibliographies.offer(
        entry.uri,
        document,
        await referenceOf(library, cited.article, key),
        isNamed(way),
      );
      return;
    case 'refused':
      throw new UserError(entry.sentence);
    case 'present':
      if (entry.key === key) return;
      throw new UserError(
        localize(
          'The bibliography of {0} has this article already, under the key “{1}”.',
          nameOf(uri),
          entry.key,
        ),
      );
    case undefined:
      return;
  }
}
