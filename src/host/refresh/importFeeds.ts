// Takes in lists of feeds from OPML files.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { NewSubscription } from '../../core/model/subscription.ts';
import { UserError } from '../../core/model/userError.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { plainMessage } from '../plainText.ts';
import { splitPassword } from '../fetch/addressPassword.ts';
import type { Passwords } from './passwords.ts';
import type { RefreshSummary } from './createRefresh.ts';

export interface ImportFeedsParts {
  readonly library: Pick<Library, 'readOpml' | 'subscribe' | 'subscriptions'>;
  readonly passwords: Passwords;
  readonly log: Log;
}

export interface ImportedFeeds {
  readonly added: readonly SourceId[];
  /** How many of the listed feeds were followed before. */
  readonly known: number;
  /** What could not be taken, a sentence each. */
  readonly problems: readonly string[];
}

const LARGEST = 50_000_000;
export const OPML_FILTERS = { [localize('Lists of feeds')]: ['opml', 'xml'] };

/**
 * Follows all feeds of the files in one step, in their folders. Names and passwords in addresses go to the secret
 * storage.
 *
 * @throws UserError where no feed is in any of the files.
 */
export async function importFeeds(
  { library, passwords, log }: ImportFeedsParts,
  files: readonly vscode.Uri[],
): Promise<ImportedFeeds> {
  const wanted: { readonly feed: NewSubscription; readonly authorization: string | undefined }[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const list = await library.readOpml(await readFile(file, name), name);
    problems.push(...list.problems.map(({ sentence }) => sentence));
    for (const { feedUrl, title, homeUrl, folders } of list.subscriptions) {
      const address = splitPassword(feedUrl);
      if (address === undefined) continue;
      const url = address.url.href;
      const feed = { url, title: title ?? hostOf(url), homeUrl, folder: folders };
      wanted.push({ feed, authorization: address.authorization });
    }
  }
  for (const sentence of problems) log.warn(sentence);
  if (wanted.length === 0) throw new UserError(problems[0] ?? localize('There is no feed in this file.'));
  const before = new Set((await library.subscriptions()).map(({ sourceId }) => sourceId));
  const followed = await library.subscribe(wanted.map(({ feed }) => feed));
  for (const [index, { sourceId, url }] of followed.entries()) {
    const authorization = wanted[index]?.authorization;
    if (authorization !== undefined) await passwords.keep(sourceId, url, authorization);
  }
  const all = [...new Set(followed.map(({ sourceId }) => sourceId))];
  const added = all.filter((id) => !before.has(id));
  return { added, known: all.length - added.length, problems };
}

/** Says in one notification what was added, and what could not be read; the log has every feed. */
export async function showImported(
  { added, known, problems }: ImportedFeeds,
  read: RefreshSummary | undefined,
  log: Log,
): Promise<void> {
  const failing = read?.failing.length ?? 0;
  const sentences = [
    added.length === 1 ? localize('1 feed was added.') : localize('{0} feeds were added.', added.length),
    ...(known > 0 ? [localize('{0} followed already.', known)] : []),
    ...(failing > 0 ? [localize('{0} could not be read.', failing)] : []),
    ...problems.slice(0, 2),
  ];
  const sentence = plainMessage(sentences.join(' '));
  const show = localize('Show Log');
  if (failing + problems.length === 0) void vscode.window.showInformationMessage(sentence);
  else if ((await vscode.window.showWarningMessage(sentence, show)) === show) log.show();
}

export async function askForLists(): Promise<readonly vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: localize('Import Feeds'),
    openLabel: localize('Import'),
    filters: OPML_FILTERS,
    canSelectMany: true,
  });
  return chosen ?? [];
}

async function readFile(file: vscode.Uri, name: string): Promise<Uint8Array> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > LARGEST) throw new UserError(localize('{0} is too large for a list of feeds.', name));
    return await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (error instanceof vscode.FileSystemError)
      throw new UserError(localize('{0} could not be read.', name));
    throw error;
  }
}
