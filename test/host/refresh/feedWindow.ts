// Another window with its feeds, in which a test answers for the person and stands for the network.

import type { ItemId } from '../../../src/core/model/ids.ts';
import { createFetchPage } from '../../../src/host/fetch/fetchPage.ts';
import { createFetchResource, type FetchPorts } from '../../../src/host/fetch/fetchResource.ts';
import type { ResolveHost } from '../../../src/host/fetch/redirectTarget.ts';
import * as system from '../../../src/host/fetch/resolveHost.node.ts';
import type { Questions } from '../../../src/host/refresh/questions.ts';
import { registerFeeds, type Feeds } from '../../../src/host/refresh/register.ts';
import type { ObservableLibrary } from '../../../src/library/library.ts';
import { inOtherWindow } from '../broadsheet.ts';
import { memorySecrets, type MemorySecrets } from './memorySecrets.ts';

export interface FeedWindow {
  readonly feeds: Feeds;
  readonly library: ObservableLibrary;
  readonly secrets: MemorySecrets;
  /** All that was logged. */
  readonly logged: readonly string[];
  /** What was shown over the tree, one after the other. */
  readonly shown: readonly (string | undefined)[];
  /** The pages that were kept. */
  readonly kept: readonly ItemId[];
}

export interface FeedWindowOptions {
  /** What the person answers; whatever is not given is refused. */
  readonly answers?: Partial<Questions>;
  /** The system's own unless given, as are the next two. */
  readonly fetch?: NonNullable<FetchPorts['fetch']>;
  readonly resolveHost?: ResolveHost;
  readonly isOnline?: (hosts: readonly string[]) => Promise<boolean>;
}

const SILENT: Questions = {
  chooseFeeds: () => Promise.resolve([]),
  keepPage: () => Promise.resolve(false),
  authorization: () => Promise.resolve(undefined),
};

/** Does something in a window in which a person answers in this way. */
export function answering(
  answers: Partial<Questions>,
  act: (window: FeedWindow) => Promise<void>,
): Promise<void> {
  return inFeedWindow({ answers }, act);
}

/** Does something in a window of its own over the library of the running extension. */
export function inFeedWindow(
  { answers = {}, fetch, resolveHost = system.resolveHost, isOnline = system.isOnline }: FeedWindowOptions,
  act: (window: FeedWindow) => Promise<void>,
): Promise<void> {
  return inOtherWindow(async (library) => {
    const logged: string[] = [];
    const shown: (string | undefined)[] = [];
    const kept: ItemId[] = [];
    const write = (message: unknown): void => void logged.push(String(message));
    const log = { debug: write, info: write, warn: write, error: write, show: write };
    const secrets = memorySecrets();
    const ports = { resolve: resolveHost, version: '1.2.3' };
    const fetchResource = createFetchResource(fetch === undefined ? ports : { ...ports, fetch });
    const feeds = registerFeeds({
      library,
      fetchResource,
      fetchPage: createFetchPage(fetchResource, resolveHost),
      resolveHost,
      isOnline,
      secrets,
      questions: { ...SILENT, ...answers },
      guard: async (work) => work(),
      log,
      onAdded: () => Promise.resolve(),
      onPageKept(item) {
        kept.push(item);
        return Promise.resolve();
      },
      say: (sentence) => shown.push(sentence),
    });
    try {
      await act({ feeds, library, secrets, logged, shown, kept });
    } finally {
      feeds.disposable.dispose();
    }
  });
}
