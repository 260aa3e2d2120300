// The feeds as they are now, kept here so that the tree and the clock need not ask the library each time.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Subscription } from '../../core/model/subscription.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import { createDisposableStore } from '../disposables.ts';

export interface FeedList {
  /** Gives all feeds by their source, in the order of their titles. */
  get(): Promise<ReadonlyMap<SourceId, Subscription>>;
  /** Reads the list anew. */
  reload(): Promise<ReadonlyMap<SourceId, Subscription>>;
  /** Takes over what a fetch changed. */
  note(subscription: Subscription): void;
  /** Fires when something about a feed changed that is seen, other than by a change of the library's sources. */
  readonly onDidChange: vscode.Event<void>;
  readonly disposable: vscode.Disposable;
}

export function createFeedList(library: Pick<ObservableLibrary, 'subscriptions' | 'onDidChange'>): FeedList {
  const store = createDisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  let loaded: Promise<Map<SourceId, Subscription>> | undefined;

  const load = async (): Promise<Map<SourceId, Subscription>> =>
    new Map((await library.subscriptions()).map((feed) => [feed.sourceId, feed]));
  const get = (): Promise<Map<SourceId, Subscription>> => {
    if (loaded !== undefined) return loaded;
    const request = load();
    loaded = request;
    // A list that could not be read is asked for again next time.
    request.catch(() => {
      if (loaded === request) loaded = undefined;
    });
    return request;
  };
  const stopListening = library.onDidChange(({ kind }) => {
    if (kind === 'sources' || kind === 'elsewhere') loaded = undefined;
  });
  store.add({ dispose: stopListening });

  return {
    get,
    reload() {
      loaded = undefined;
      return get();
    },
    note(subscription) {
      const request = loaded;
      if (request === undefined) return;
      void request.then(
        (feeds) => {
          const before = feeds.get(subscription.sourceId);
          feeds.set(subscription.sourceId, subscription);
          if (before?.state.failure?.sentence !== subscription.state.failure?.sentence) changed.fire();
        },
        () => undefined,
      );
    },
    onDidChange: changed.event,
    disposable: store,
  };
}
