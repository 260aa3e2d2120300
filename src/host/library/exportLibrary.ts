// Writes the whole library to a file that the person chooses, and its sources to an OPML file beside it.

import * as vscode from 'vscode';
import type { ExportPlace } from '../../core/model/transfer.ts';
import { UserError } from '../../core/model/userError.ts';
import { opmlOf } from '../../core/transfer/opml.ts';
import type { Library } from '../../library/library.ts';
import { plainMessage } from '../plainText.ts';
import type { LineFiles } from './lineFiles.ts';

export const FILE_FILTERS = { 'Broadsheet library': ['jsonl'] };

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
  if (target.scheme !== 'file') throw new UserError('The library can only be exported to a file on disk.');
  const exported = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Exporting the library', cancellable: true },
    (progress, token) => write(library, files, target.fsPath, progress, token),
  );
  if (exported === undefined) {
    void vscode.window.showInformationMessage('The export was stopped, and nothing was written.');
    return;
  }
  const list = vscode.Uri.file(target.fsPath.replace(/(\.jsonl)?$/i, ' sources.opml'));
  const opml = opmlOf(await library.sources(), new Date().toUTCString());
  await vscode.workspace.fs.writeFile(list, new TextEncoder().encode(opml));
  void offerFile(target, `${exported === 1 ? '1 headline was' : `${exported} headlines were`} exported`);
}

async function write(
  library: Library,
  files: LineFiles,
  path: string,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<number | undefined> {
  const writer = await files.create(path);
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
      progress.report({ message: `${exported} of ${total} headlines`, increment });
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
    title: 'Export Library',
    saveLabel: 'Export',
    filters: FILE_FILTERS,
    ...(folder?.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
}

async function offerFile(file: vscode.Uri, done: string): Promise<void> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const reveal = 'Show in Folder';
  const sentence = `${done} to ${name}. The list of sources is beside it as an OPML file.`;
  const chosen = await vscode.window.showInformationMessage(plainMessage(sentence), reveal);
  if (chosen === reveal) await vscode.commands.executeCommand('revealFileInOS', file);
}
