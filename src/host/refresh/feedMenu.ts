// What the menu of a feed, and of a folder of feeds, does.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';
import type { FolderPath, Subscription } from '../../core/model/subscription.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { askFolder, askFolderName, asFolder, moveFeeds, renameFolder } from './feedFolders.ts';
import type { FeedList } from './feedList.ts';
import type { Passwords } from './passwords.ts';
import type { Questions } from './questions.ts';

export interface FeedMenu {
  /** Puts feeds into a folder; asks for it where none is given. */
  move(feeds: readonly SourceId[], folder: unknown): Promise<void>;
  rename(feed: SourceId, title: unknown): Promise<void>;
  renameFolder(path: FolderPath, renamed: unknown): Promise<void>;
  setFullText(feeds: readonly SourceId[], always: boolean): Promise<void>;
  copyAddress(feed: SourceId): Promise<void>;
  openWebsite(feed: SourceId): Promise<void>;
  /** Asks for a feed's password and reads it. */
  enterPassword(feed: SourceId): Promise<void>;
  /** Takes a feed out of the library, with its password. */
  remove(source: Source): Promise<void>;
}

export interface FeedMenuParts {
  readonly library: Pick<Library, 'changeSubscriptions' | 'removeSource'>;
  readonly list: FeedList;
  readonly passwords: Passwords;
  readonly questions: Pick<Questions, 'authorization'>;
  readonly read: (ids: readonly SourceId[]) => Promise<unknown>;
}

export function createFeedMenu({ library, list, passwords, questions, read }: FeedMenuParts): FeedMenu {
  const feedOf = async (id: SourceId): Promise<Subscription> => {
    const feed = (await list.reload()).get(id);
    if (feed === undefined) throw new UserError(localize('This feed is not followed any more.'));
    return feed;
  };

  return {
    async move(ids, given) {
      const all = await list.reload();
      const feeds = ids.flatMap((id) => all.get(id) ?? []);
      if (feeds.length === 0) return;
      const folder = asFolder(given) ?? (await askFolder([...all.values()], feeds));
      if (folder !== undefined) await moveFeeds(library, feeds, folder);
    },
    async rename(id, given) {
      const { title } = await feedOf(id);
      const typed = typeof given === 'string' ? given : await askTitle(title);
      if (typed !== undefined && typed.trim() !== '')
        await library.changeSubscriptions([{ sourceId: id, title: typed.trim() }]);
    },
    async renameFolder(path, given) {
      const renamed = asFolder(given) ?? (await askFolderName(path));
      if (renamed !== undefined)
        await renameFolder(library, [...(await list.reload()).values()], path, renamed);
    },
    async setFullText(ids, always) {
      await library.changeSubscriptions(ids.map((sourceId) => ({ sourceId, fullText: always })));
    },
    async copyAddress(id) {
      await vscode.env.clipboard.writeText((await feedOf(id)).url);
    },
    async openWebsite(id) {
      const { homeUrl, url } = await feedOf(id);
      // As a string: a Uri would lose the difference between & and %26.
      await vscode.commands.executeCommand('vscode.open', homeUrl ?? new URL(url).origin);
    },
    async enterPassword(id) {
      const { url } = await feedOf(id);
      const authorization = await questions.authorization(url, localize('What its publisher gave you.'));
      if (authorization === undefined) return;
      await passwords.keep(id, url, authorization);
      await read([id]);
    },
    async remove({ id }) {
      await library.removeSource(id);
      await passwords.forget(id);
    },
  };
}

function askTitle(title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: localize('Rename Feed'),
    value: title,
    validateInput: (value) => (value.trim() === '' ? localize('Type a name.') : undefined),
  });
}
