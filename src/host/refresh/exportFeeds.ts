// Writes the list of feeds to an OPML file that the person chooses.

import * as vscode from 'vscode';
import { UserError } from '../../core/model/userError.ts';
import { feedsOpml } from '../../core/transfer/feedsOpml.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import { OPML_FILTERS } from './importFeeds.ts';

/**
 * Writes all feeds with their folders; passwords are not in their addresses and stay here.
 *
 * @param given Where to; asks where it is not given.
 * @throws UserError where there is no feed, or the file cannot be written.
 */
export async function exportFeeds(
  library: Pick<Library, 'subscriptions'>,
  given: vscode.Uri | undefined,
): Promise<void> {
  const feeds = await library.subscriptions();
  if (feeds.length === 0) throw new UserError(localize('There are no feeds to export yet.'));
  const target = given ?? (await askWhere());
  if (target === undefined) return;
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  await write(target, name, feedsOpml(feeds, new Date().toUTCString()));
  const done =
    feeds.length === 1
      ? localize('1 feed was exported to {0}.', name)
      : localize('{0} feeds were exported to {1}.', feeds.length, name);
  void vscode.window.showInformationMessage(plainMessage(done));
}

async function write(target: vscode.Uri, name: string, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    if (error instanceof vscode.FileSystemError)
      throw new UserError(localize('{0} could not be written.', name));
    throw error;
  }
}

function askWhere(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: localize('Export Feeds'),
    saveLabel: localize('Export'),
    filters: OPML_FILTERS,
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, 'Broadsheet feeds.opml') }),
  });
}
