// Gives a key another name in every note and in their bibliographies. The library still knows the former one, as notes
// that are not in this workspace have it.

import * as vscode from 'vscode';
import { bibliographyFormat } from '../../../core/cite/bibliography/bibliographyFormat.ts';
import { renameKey } from '../../../core/cite/bibliography/renameKey.ts';
import { scanBibliography } from '../../../core/cite/bibliography/scanBibliography.ts';
import { findQuotations } from '../../../core/cite/find/findQuotations.ts';
import type { FoundCitation } from '../../../core/cite/find/foundQuotation.ts';
import { UserError } from '../../../core/model/userError.ts';
import type { Library } from '../../../library/library.ts';
import type { Guard } from '../../commands.ts';
import { localize } from '../../localize.ts';
import type { BibliographiesOf } from '../bibliographyKeys.ts';
import { citationAt } from '../checkedNote.ts';
import type { CheckedDocument } from '../documentChecks.ts';
import { positionsIn, rangeAt } from '../noteDocument.ts';
import { readNoteFile } from '../readNoteFile.ts';
import { citingNotes, rangesOfKey } from './references.ts';

/** What every note language takes for a key. */
const KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.+/-](?=[\p{L}\p{N}_]))*$/u;

/** Renames citation keys: those of the library there too, and those of other bibliographies in the files alone. */
export function createRenames(
  library: Pick<Library, 'renameKey'>,
  check: (document: vscode.TextDocument) => Promise<CheckedDocument | undefined>,
  bibliographiesOf: BibliographiesOf,
  guard: Guard,
): vscode.RenameProvider {
  const citedAt = async (document: vscode.TextDocument, position: vscode.Position): Promise<CitedHere> => {
    const note = await check(document);
    const cited = note && citationAt(note, document.offsetAt(position));
    // VS Code asks the next provider then.
    if (note?.version !== document.version || cited === undefined)
      throw new Error(localize('There is no citation key here.'));
    return { cited, isOurs: note.known.has(cited.key) };
  };
  const editsFor = async (
    key: string,
    name: string,
    own: vscode.Uri,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit> => {
    if (!KEY.test(name))
      throw new UserError(localize('“{0}” is no citation key that every language takes.', name));
    const edit = new vscode.WorkspaceEdit();
    const done = new Set<string>();
    for (const { uri, text, language } of await citingNotes(key, own, token)) {
      const positionAt = positionsIn(text);
      for (const range of rangesOfKey(findQuotations(text, language), key))
        edit.replace(uri, rangeAt(positionAt, range), name);
      for (const file of await bibliographiesOf({ uri, getText: () => text }, language)) {
        if (done.has(file.toString())) continue;
        done.add(file.toString());
        await renameIn(file, key, name, edit);
      }
    }
    return edit;
  };
  return {
    async prepareRename(document, position) {
      const { cited } = await citedAt(document, position);
      return {
        range: rangeAt((offset) => document.positionAt(offset), cited.keyRange),
        placeholder: cited.key,
      };
    },
    async provideRenameEdits(document, position, name, token) {
      const { cited, isOurs } = await citedAt(document, position);
      const edit = await guard(async () => {
        const edits = await editsFor(cited.key, name, document.uri, token);
        // VS Code throws the edit away then, and the library must not have the new key alone.
        if (token.isCancellationRequested) throw new vscode.CancellationError();
        if (isOurs) await library.renameKey(cited.key, name);
        return edits;
      });
      return edit ?? new vscode.WorkspaceEdit();
    },
  };
}

interface CitedHere {
  readonly cited: FoundCitation;
  /** Whether it is a key of the library. */
  readonly isOurs: boolean;
}

async function renameIn(
  uri: vscode.Uri,
  from: string,
  to: string,
  edit: vscode.WorkspaceEdit,
): Promise<void> {
  const read = await readNoteFile(uri);
  // A note may name one that is not there yet.
  if (read.kind === 'missing') return;
  if (read.kind !== 'read')
    throw new UserError(
      localize(
        '{0} could not be read, so the key stays as it is everywhere.',
        uri.path.split('/').at(-1) ?? '',
      ),
    );
  const format = bibliographyFormat(uri.path, read.text);
  if (format === undefined) return;
  if (scanBibliography(format, read.text).entries.some(({ key }) => key === to))
    throw new UserError(localize('The key “{0}” is used by another entry.', to));
  const positionAt = positionsIn(read.text);
  for (const { offset, remove, insert } of renameKey(format, read.text, from, to))
    edit.replace(uri, rangeAt(positionAt, [offset, offset + remove]), insert);
}
