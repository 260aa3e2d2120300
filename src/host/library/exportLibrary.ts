// Writes the whole library to a file that the person chooses, and its sources and its feeds to OPML files beside it.

import * as vscode from 'vscode';
import type { ExportPlace } from '../../core/model/transfer.ts';
import { feedsOpml } from '../../core/transfer/feedsOpml.ts';
import { opmlOf } from '../../core/transfer/opml.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import type { LineFiles } from './lineFiles.ts';

export const FILE_FILTERS = { [localize('Broadsheet library')]: ['jsonl'] };

/**
 * Exports page by page, and can be stopped, which leaves nothing behind.
 *
 * @param given Where to; asks where it is not given.
 * @throws UserError where the file cannot be written.
 */
export async function exportLibrary(
  library: Library,
  files: LineFiles,
  given: vscode.Uri | undefined,
): Promise<void> {
  const target = given ?? (await askWhere());
  if (target === undefined) return;
  const exported = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: localize('Exporting the library'),
      cancellable: true,
    },
    (progress, token) => write(library, files, target, progress, token),
  );
  if (exported === undefined) {
    void vscode.window.showInformationMessage(localize('The export was stopped, and nothing was written.'));
    return;
  }
  const beside = (ending: string): vscode.Uri =>
    target.with({ path: target.path.replace(/(\.jsonl)?$/i, ending) });
  const created = new Date().toUTCString();
  const opml = opmlOf(await library.sources(), created);
  await vscode.workspace.fs.writeFile(beside(' sources.opml'), new TextEncoder().encode(opml));
  const feeds = await library.subscriptions();
  if (feeds.length > 0) {
    const text = new TextEncoder().encode(feedsOpml(feeds, created));
    await vscode.workspace.fs.writeFile(beside(' feeds.opml'), text);
  }
  void offerFile(target, exported);
}

async function write(
  library: Library,
  files: LineFiles,
  file: vscode.Uri,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<number | undefined> {
  const writer = await files.create(file);
  let place: ExportPlace | undefined;
  let finished = false;
  let exported = 0;
  try {
    do {
      const page = await library.exportPage(place);
      if (token.isCancellationRequested) return undefined;
      await writer.write(page.lines);
      const before = exported;
      const total = page.end?.total ?? place?.total ?? 0;
      exported = page.end?.items ?? total;
      const increment = total === 0 ? 0 : (100 * (exported - before)) / total;
      progress.report({ message: localize('{0} of {1} headlines', exported, total), increment });
      place = page.end;
    } while (place !== undefined);
    await writer.finish();
    finished = true;
    return exported;
  } finally {
    if (!finished) await writer.abandon();
  }
}

function askWhere(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `Broadsheet ${new Date().toISOString().slice(0, 10)}.jsonl`;
  return vscode.window.showSaveDialog({
    title: localize('Export Library'),
    saveLabel: localize('Export'),
    filters: FILE_FILTERS,
    ...(folder !== undefined && vscode.workspace.fs.isWritableFileSystem(folder.scheme) === true
      ? { defaultUri: vscode.Uri.joinPath(folder, name) }
      : {}),
  });
}

async function offerFile(file: vscode.Uri, exported: number): Promise<void> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  // A browser has no window for a folder.
  const reveal = file.scheme === 'file' ? [localize('Show in Folder')] : [];
  const sentence =
    exported === 1
      ? localize(
          '1 headline was exported to {0}. The lists of sources and feeds are beside it as OPML files.',
          name,
        )
      : localize(
          '{0} headlines were exported to {1}. The lists of sources and feeds are beside it as OPML files.',
          exported,
          name,
        );
  const chosen = await vscode.window.showInformationMessage(plainMessage(sentence), ...reveal);
  if (chosen !== undefined) await vscode.commands.executeCommand('revealFileInOS', file);
}
