// Takes an exported library in and merges it with what is here.

import * as vscode from 'vscode';
import type { ImportCounts } from '../../core/model/transfer.ts';
import { UserError } from '../../core/model/userError.ts';
import { headerProblem, itemsAtEnd } from '../../core/transfer/exportFormat.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
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
  const name = chosen.path.slice(chosen.path.lastIndexOf('/') + 1);
  const { first, last } = await files.ends(chosen);
  const problem = headerProblem(first);
  if (problem !== undefined) throw new UserError(problem, name);
  if (itemsAtEnd(last) === undefined && !(await wantsWhatIsLeft(name))) return;
  const done = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: localize('Importing the library'),
      cancellable: true,
    },
    async (progress, token): Promise<Imported> => {
      const total = { added: 0, updated: 0, unchanged: 0 };
      let behind = 0;
      for await (const { lines, firstLine, share } of files.read(chosen)) {
        if (token.isCancellationRequested) return { ...total, stopped: true };
        const skipped = firstLine === 1 ? 1 : 0;
        const page = { name, header: first, lines: lines.slice(skipped), firstLine: firstLine + skipped };
        const counts = await library.importPage(page);
        total.added += counts.added;
        total.updated += counts.updated;
        total.unchanged += counts.unchanged;
        const message = localize('{0} headlines', total.added + total.updated + total.unchanged);
        progress.report({ message, increment: 100 * (share - behind) });
        behind = share;
      }
      return { ...total, stopped: false };
    },
  );
  void vscode.window.showInformationMessage(plainMessage(sentence(done)));
}

function sentence({ added, updated, unchanged, stopped }: Imported): string {
  const counts = localize('{0} added, {1} updated, {2} known already', added, updated, unchanged);
  return stopped
    ? localize('The import was stopped: {0}. Import the file again to take in the rest.', counts)
    : localize('The library was imported: {0}.', counts);
}

async function wantsWhatIsLeft(name: string): Promise<boolean> {
  const take = localize('Import What Is There');
  const detail = localize(
    'Everything before the cut is whole and can be imported. What stood behind it is not in this file.',
  );
  const chosen = await vscode.window.showWarningMessage(
    plainMessage(localize('{0} ends before its end: it was cut off when it was copied or written.', name)),
    { modal: true, detail },
    take,
  );
  return chosen === take;
}

async function askWhich(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: localize('Import Library'),
    openLabel: localize('Import'),
    filters: FILE_FILTERS,
  });
  return chosen?.[0];
}
