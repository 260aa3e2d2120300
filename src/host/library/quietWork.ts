// What is done on the library when nothing else is: old items leave once a day, and new ones are compared with others.
// What fails there while nobody waits for it goes into the log.

import type * as vscode from 'vscode';
import type { Removal } from '../../core/model/retention.ts';
import type { LibraryChange, ObservableLibrary } from '../../library/library.ts';
import { createDisposableStore } from '../disposables.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { createQuietly } from '../quietly.ts';
import { removeAll } from './keepArticlesFor.ts';

type Failure = Extract<LibraryChange, { readonly kind: 'failure' }>;

const DAY = 86_400_000;
/** After the start, which must not wait for this. */
const FIRST = 60_000;
/** Milliseconds without anything new after which the comparing begins, and between two steps of it. */
const QUIET = 4000;
const PAUSE = 50;

/** Starts the quiet work; nobody waits for it, so what goes wrong is only logged. */
export function startQuietWork(library: ObservableLibrary, log: Log): vscode.Disposable {
  const store = createDisposableStore();
  let ended = false;
  let waiting: NodeJS.Timeout | undefined;

  const quietly = createQuietly(log);
  const compare = async (): Promise<void> => {
    while (!ended && (await library.groupStories()))
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
  };
  const tidy = async (): Promise<void> => {
    await removeAll(library);
    await compare();
  };
  const compareSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void quietly(compare), QUIET);
  };

  const told = new Set<string>();
  /** A search that fails is asked again with each change. */
  const logOnce = ({ query, stack }: Failure): void => {
    const line = `The search ${query} failed: ${stack}`;
    if (told.has(line)) return;
    told.add(line);
    log.error(line);
  };

  const first = setTimeout(() => void quietly(tidy), FIRST);
  const daily = setInterval(() => void quietly(tidy), DAY);
  store.add({
    dispose: library.onDidChange((change) => {
      if (change.kind === 'items') compareSoon();
      if (change.kind === 'failure') logOnce(change);
      if (change.kind === 'removed') change.removals.forEach((removal) => log.info(inWords(removal)));
    }),
  });
  store.add({
    dispose() {
      ended = true;
      clearTimeout(waiting);
      clearTimeout(first);
      clearInterval(daily);
    },
  });
  return store;
}

function inWords({ sourceTitle, headlines }: Removal): string {
  const count = headlines.length === 1 ? localize('1 headline') : localize('{0} headlines', headlines.length);
  return `“${sourceTitle}” no longer keeps ${count}:\n${headlines.map((headline) => `  ${headline}`).join('\n')}`;
}
