// Moves feeds between folders and renames folders; a folder is there as long as a feed is in it.

import * as vscode from 'vscode';
import type { FolderPath, Subscription } from '../../core/model/subscription.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainLabel } from '../plainText.ts';

type Changes = Pick<Library, 'changeSubscriptions'>;

/** Moves feeds to a folder. */
export async function moveFeeds(
  library: Changes,
  feeds: readonly Subscription[],
  folder: FolderPath,
): Promise<void> {
  await library.changeSubscriptions(feeds.map(({ sourceId }) => ({ sourceId, folder })));
}

/**
 * Gives a folder another name, and with slashes another place; its folders come along.
 *
 * @param feeds All feeds.
 */
export async function renameFolder(
  library: Changes,
  feeds: readonly Subscription[],
  path: FolderPath,
  renamed: FolderPath,
): Promise<void> {
  const changes = feeds
    .filter(({ folder }) => isWithin(folder, path))
    .map(({ sourceId, folder }) => ({ sourceId, folder: [...renamed, ...folder.slice(path.length)] }));
  await library.changeSubscriptions(changes);
}

/** Asks where feeds shall stand; undefined where the person has thought better of it. */
export async function askFolder(
  all: readonly Subscription[],
  feeds: readonly Subscription[],
): Promise<FolderPath | undefined> {
  const folders = new Map(
    all.flatMap(({ folder }) => withParents(folder)).map((path) => [nameOf(path), path]),
  );
  const choices = [
    { label: localize('$(new-folder) New Folder…'), choose: askNewFolder },
    { label: localize('$(root-folder) No Folder'), choose: () => Promise.resolve<FolderPath>([]) },
    { label: '', kind: vscode.QuickPickItemKind.Separator, choose: () => Promise.resolve(undefined) },
    ...[...folders].sort().map(([name, path]) => ({
      label: plainLabel(name),
      choose: () => Promise.resolve(path),
    })),
  ];
  const [first] = feeds;
  const title =
    feeds.length === 1
      ? localize('Move “{0}”', first?.title ?? '')
      : localize('Move {0} Feeds', feeds.length);
  const chosen = await vscode.window.showQuickPick(choices, { title: plainLabel(title) });
  return chosen?.choose();
}

/** Asks for a folder's name. */
export async function askFolderName(path: FolderPath): Promise<FolderPath | undefined> {
  const typed = await vscode.window.showInputBox({
    title: localize('Rename Folder'),
    prompt: localize('A slash stands between a folder and one inside it.'),
    value: nameOf(path),
    validateInput: (value) => (pathOf(value).length === 0 ? localize('Type a name.') : undefined),
  });
  return typed === undefined ? undefined : pathOf(typed);
}

/** Takes what a caller passed for a folder; from a menu the second value is the list of selected rows. */
export function asFolder(value: unknown): FolderPath | undefined {
  const names = Array.isArray(value) ? (value as readonly unknown[]) : undefined;
  if (names === undefined || names.length === 0) return undefined;
  return names.every((name) => typeof name === 'string') ? names : undefined;
}

function isWithin(folder: FolderPath, outer: FolderPath): boolean {
  return outer.every((name, index) => folder[index] === name);
}

async function askNewFolder(): Promise<FolderPath | undefined> {
  const typed = await vscode.window.showInputBox({
    title: localize('New Folder'),
    prompt: localize('Its name; a slash stands between a folder and one inside it.'),
    validateInput: (value) => (pathOf(value).length === 0 ? localize('Type a name.') : undefined),
  });
  return typed === undefined ? undefined : pathOf(typed);
}

/** A slash in a name is doubled, so that it is told from one between two names. */
function nameOf(path: FolderPath): string {
  return path.map((name) => name.replaceAll('/', '//')).join(' / ');
}

function pathOf(typed: string): FolderPath {
  return typed
    .split(/(?<!\/)\/(?!\/)/)
    .map((name) => name.replaceAll('//', '/').replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}

function withParents(folder: FolderPath): readonly FolderPath[] {
  return folder.map((_name, index) => folder.slice(0, index + 1));
}
