// Feeds: followed, read when they are due or when the person asks, and changed by their menu.

import * as vscode from 'vscode';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';
import type { NewSubscription, Subscription } from '../../core/model/subscription.ts';
import { UserError } from '../../core/model/userError.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore } from '../disposables.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { plainMessage } from '../plainText.ts';
import { setting } from '../settings.ts';
import { addFeed, type AddFeedParts } from './addFeed.ts';
import { askAddress } from './askAddress.ts';
import { createBackground } from './background.ts';
import { chooseStarters } from './chooseStarters.ts';
import { exportFeeds } from './exportFeeds.ts';
import { showFailures, type Fix } from './failureNotifications.ts';
import { createFeedList, type FeedList } from './feedList.ts';
import { createFeedMenu, type FeedMenu } from './feedMenu.ts';
import type { FetchPage } from '../fetch/fetchPage.ts';
import type { FetchResource } from '../fetch/fetchResource.ts';
import type { ResolveHost } from '../fetch/redirectTarget.ts';
import { askForLists, importFeeds, showImported } from './importFeeds.ts';
import { createPasswords, type SecretStore } from './passwords.ts';
import { askPerson, type Questions } from './questions.ts';
import { createQuietly } from '../quietly.ts';
import { createReadFeeds } from './readFeeds.ts';
import { createRefresh } from './createRefresh.ts';
import { sayWhatCame } from './sayWhatCame.ts';
import { summaryText } from './summaryText.ts';
import { typedAddress } from './typedAddress.ts';

export interface FeedsParts {
  readonly library: ObservableLibrary;
  readonly fetchResource: FetchResource;
  readonly fetchPage: FetchPage;
  readonly resolveHost: ResolveHost;
  /** Whether any of these hosts can be found. */
  readonly isOnline: (hosts: readonly string[]) => Promise<boolean>;
  readonly secrets: SecretStore;
  /** Asks the person unless given. */
  readonly questions?: Questions;
  readonly guard: Guard;
  readonly log: Log;
  /** Called when a feed was added or asked for, to show it. */
  readonly onAdded: (source: Source) => Promise<void>;
  /** Called when a page without a feed was kept, to open it. */
  readonly onPageKept: (item: ItemId) => Promise<void>;
  /** Shows a sentence over the tree, or takes it away. */
  readonly say: (sentence: string | undefined) => void;
}

export interface Feeds extends FeedMenu {
  /** Follows what is at an address; asks for one where none is given. */
  add(address: unknown): Promise<void>;
  chooseStarters(): Promise<void>;
  /** Follows the feeds of OPML files; asks for them where none are given. */
  importFrom(files: readonly vscode.Uri[] | undefined): Promise<void>;
  exportTo(file: unknown): Promise<void>;
  /** Reads feeds now, whether they are due or not; all of them where undefined. */
  refresh(feeds: readonly SourceId[] | undefined): Promise<void>;
  stop(): void;
  readonly list: FeedList;
  /** Begins to read feeds when they are due. */
  start(): void;
  readonly disposable: vscode.Disposable;
}

export function registerFeeds(parts: FeedsParts): Feeds {
  const { library, guard, log, fetchResource, resolveHost, questions = askPerson } = parts;
  const store = createDisposableStore();
  const list = createFeedList(library);
  store.add(list.disposable);
  const passwords = createPasswords(parts.secrets);
  const quietly = createQuietly(log);
  const adding: AddFeedParts = { library, fetchResource, resolveHost, passwords, questions };

  const show = async (id: SourceId): Promise<void> => {
    const source = (await library.sources()).find((one) => one.id === id);
    if (source !== undefined) await parts.onAdded(source);
  };

  const refresh = createRefresh({ ...parts, list, passwords, quietly });
  const reading = createReadFeeds({
    refresh,
    say: parts.say,
    onDone: (summary) => {
      if (summary.feeds > 0) log.info(summaryText(summary));
      const ports = { log, toldOfFailures: library.toldOfFailures, onFix };
      void quietly(async () => showFailures(ports, [...(await list.get()).values()]));
    },
  });
  store.add({ dispose: reading.stop });
  const background = store.add(
    createBackground({ list, quietly, read: (ids) => reading.read(ids, { wait: false, counted: false }) }),
  );
  // From the first source on there is something to read; until then nobody opens the library.
  const stopListening = library.onDidChange(({ kind }) => {
    if (kind === 'sources') background.start();
  });
  store.add({ dispose: stopListening });

  const read = (ids: readonly SourceId[]) => reading.read(ids, { wait: true, counted: ids.length > 1 });
  const follow = async (wanted: readonly NewSubscription[]): Promise<void> => {
    const followed = await library.subscribe(wanted);
    const [first] = followed;
    if (first === undefined) return;
    await show(first.sourceId);
    await read(followed.map(({ sourceId }) => sourceId));
  };
  const menu = createFeedMenu({ library, list, passwords, questions, read });
  const onFix = ({ sourceId }: Subscription, fix: Fix): void => {
    void guard(async () => {
      if (fix === 'show log') log.show();
      else if (fix === 'enter password') await menu.enterPassword(sourceId);
      else if (fix === 'open in browser') await menu.openWebsite(sourceId);
      else {
        const source = (await library.sources()).find(({ id }) => id === sourceId);
        if (source !== undefined) await menu.remove(source);
      }
    });
  };

  return {
    ...menu,
    async add(given) {
      const typed = typeof given === 'string' ? given : await askAddress();
      if (typed === undefined) return;
      const address = typedAddress(typed);
      if (address === undefined)
        throw new UserError(localize('This is not a web address: it names no site.'));
      const { feeds, page, failures } = await addFeed(adding, address);
      for (const { sourceId } of feeds) await show(sourceId);
      if (page !== undefined) await parts.onPageKept(page);
      for (const sentence of failures) log.warn(sentence);
      if (failures.length > 0) void vscode.window.showWarningMessage(plainMessage(failures.join(' ')));
    },
    async chooseStarters() {
      await follow(await chooseStarters((await list.get()).values()));
    },
    async importFrom(given) {
      const files = given ?? (await askForLists());
      if (files.length === 0) return;
      const imported = await importFeeds({ library, passwords, log }, files);
      const [first] = imported.added;
      if (first !== undefined) await show(first);
      // Nobody waits for the reading of hundreds of feeds.
      void guard(async () => {
        const isRead = setting('broadsheet.refresh.automatic') && imported.added.length > 0;
        await showImported(imported, isRead ? await read(imported.added) : undefined, log);
      });
    },
    exportTo: (file) => exportFeeds(library, file instanceof vscode.Uri ? file : undefined),
    async refresh(ids) {
      const feeds = await list.reload();
      if (feeds.size === 0) throw new UserError(localize('You follow no feed yet. Add one first.'));
      // One that is gone for good is asked again only by name.
      const all = [...feeds.values()].filter(({ state }) => state.nextAt !== undefined);
      sayWhatCame(await read(ids ?? all.map(({ sourceId }) => sourceId)));
    },
    stop: reading.stop,
    list,
    start: background.start,
    disposable: store,
  };
}
