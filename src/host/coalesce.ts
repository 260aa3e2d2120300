// Lets a burst of calls end in few runs.

import type * as vscode from 'vscode';

export interface Coalesced extends vscode.Disposable {
  /** Asks for a run: at once if the last one was long enough ago, else when that time has passed. */
  request(): void;
}

/** Makes work that runs at most once every `interval` milliseconds however often it is asked for, and last of all. */
export function coalesce(work: () => void, interval: number): Coalesced {
  let timer: NodeJS.Timeout | undefined;
  let asked = false;
  const run = (): void => {
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) run();
    }, interval);
    work();
  };
  return {
    request() {
      if (timer === undefined) run();
      else asked = true;
    },
    dispose: () => clearTimeout(timer),
  };
}
