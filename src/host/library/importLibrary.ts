// Takes an exported library in and merges it with what is here.

import * as vscode from 'vscode';
import type { ImportCounts } from '../../core/model/transfer.ts';
import { UserError } from '../../core/model/userError.ts';
import { headerProblem, itemsAtEnd } from '../../core/transfer/exportFormat.ts';
import type { Library } from '../../library/library.ts';
import { plainMessage } from '../plainText.ts';
import { FILE_FILTERS } from './exportLibrary.ts';
import type { LineFiles } from './lineFiles.ts';

interface Imported extends ImportCounts {
  readonly stopped: boolean;
}

/**
 * Imports a file parcel by parcel. Its ends are looked at first, so that a foreign file is refused, and one that was
 * cut off is only imported where the person wants what is left of it.
 *
 * @param given Which file; asks where it is not given.
 * @throws UserError where the file is not an exported library, or damaged.
 */
export async function importLibrary(
  library: Library,
  files: LineFiles,
  given: vscode.Uri | undefined,
): Promise<void> {
  const chosen = given ?? (await askWhich());
  if (chosen === undefined) return;
  if (chosen.scheme !== 'file') throw new UserError('The library can only be imported from a file on disk.');
  const name = chosen.path.slice(chosen.path.lastIndexOf('/') + 1);
  const { first, last } = await files.ends(chosen.fsPath);
  const problem = headerProblem(first, name);
  if (problem !== undefined) throw new UserError(problem);
  if (itemsAtEnd(last) === undefined && !(await wantsWhatIsLeft(name))) return;
  const done = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Importing the library', cancellable: true },
    async (progress, token): Promise<Imported> => {
      const total = { added: 0, updated: 0, unchanged: 0 };
      let behind = 0;
      for await (const { lines, firstLine, share } of files.read(chosen.fsPath)) {
        if (token.isCancellationRequested) return { ...total, stopped: true };
        const skipped = firstLine === 1 ? 1 : 0;
        const page = { name, header: first, lines: lines.slice(skipped), firstLine: firstLine + skipped };
        const counts = await library.importPage(page);
        total.added += counts.added;
        total.updated += counts.updated;
        total.unchanged += counts.unchanged;
        const message = `${total.added + total.updated + total.unchanged} headlines`;
        progress.report({ message, increment: 100 * (share - behind) });
        behind = share;
      }
      return { ...total, stopped: false };
    },
  );
  void vscode.window.showInformationMessage(plainMessage(sentence(done)));
}

function sentence({ added, updated, unchanged, stopped }: Imported): string {
  const counts = `${added} added, ${updated} updated, ${unchanged} known already`;
  return stopped
    ? `The import was stopped: ${counts}. Import the file again to take in the rest.`
    : `The library was imported: ${counts}.`;
}

async function wantsWhatIsLeft(name: string): Promise<boolean> {
  const take = 'Import What Is There';
  const detail =
    'Everything before the cut is whole and can be imported. What stood behind it is not in this file.';
  const chosen = await vscode.window.showWarningMessage(
    plainMessage(`${name} ends before its end: it was cut off when it was copied or written.`),
    { modal: true, detail },
    take,
  );
  return chosen === take;
}

async function askWhich(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: 'Import Library',
    openLabel: 'Import',
    filters: FILE_FILTERS,
  });
  return chosen?.[0];
}
