// A reading of feeds as the person sees it: a line of progress over the view, a button to stop it, and one sentence
// while the computer is offline.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import { CONTEXT_KEYS, VIEWS } from '../../manifest.ts';
import { localize } from '../localize.ts';
import type { Refresh, RefreshOptions, RefreshSummary } from './createRefresh.ts';

export interface ReadFeedsParts {
  readonly refresh: Refresh;
  /** Shows a sentence over the view's rows, or takes it away. */
  readonly say: (sentence: string | undefined) => void;
  /** Called when a reading is over, with what came of it. */
  readonly onDone: (summary: RefreshSummary) => void;
}

export interface ReadFeeds {
  /** Reads feeds; with `counted`, the status bar counts those that are done. */
  read(
    ids: readonly SourceId[],
    how: { readonly wait: boolean; readonly counted: boolean },
  ): Promise<RefreshSummary>;
  /** Ends all readings that are under way. */
  stop(): void;
}

const OFFLINE = localize('You are offline. The feeds are read again when the connection is back.');

export function createReadFeeds({ refresh, say, onDone }: ReadFeedsParts): ReadFeeds {
  const underWay = new Set<AbortController>();
  const showButton = (): void =>
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.refreshing, underWay.size > 0);

  return {
    async read(ids, { wait, counted }) {
      const stopping = new AbortController();
      underWay.add(stopping);
      showButton();
      try {
        const summary = await inView(() =>
          withCount(counted, (onProgress) => refresh(ids, { signal: stopping.signal, onProgress, wait })),
        );
        if (summary.kind === 'offline') say(OFFLINE);
        else if (summary.kind === 'complete' && summary.feeds > 0) say(undefined);
        onDone(summary);
        return summary;
      } finally {
        underWay.delete(stopping);
        showButton();
      }
    },
    stop() {
      for (const stopping of underWay) stopping.abort();
    },
  };
}

function inView<T>(work: () => Promise<T>): Thenable<T> {
  return vscode.window.withProgress({ location: { viewId: VIEWS.headlines } }, work);
}

/** A count that changes more often than this cannot be read. */
const COUNT_INTERVAL = 250;

function withCount<T>(
  counted: boolean,
  work: (onProgress: RefreshOptions['onProgress']) => Promise<T>,
): Promise<T> {
  if (!counted) return work(() => undefined);
  const location = vscode.ProgressLocation.Window;
  return Promise.resolve(
    vscode.window.withProgress({ location, title: localize('Reading feeds') }, (progress) => {
      let reportedAt = 0;
      return work((done, total) => {
        const now = Date.now();
        if (now - reportedAt < COUNT_INTERVAL) return;
        reportedAt = now;
        progress.report({ message: localize('{0} of {1}', done, total) });
      });
    }),
  );
}
