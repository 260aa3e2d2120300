// Work on the network that a person waits for and can stop.

import * as vscode from 'vscode';

/** What work says of itself while it goes on; `share` is how much more of it is done, in percent. */
export type Report = (message: string, share?: number) => void;

/**
 * Runs work under a notification with a button to stop it.
 *
 * @throws CancellationError when it was stopped.
 */
export function cancellable<T>(
  title: string,
  work: (signal: AbortSignal, report: Report) => Promise<T>,
): Thenable<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const stopping = new AbortController();
    const listening = token.onCancellationRequested(() => stopping.abort());
    try {
      const done = await work(stopping.signal, (message, share) =>
        progress.report(share === undefined ? { message } : { message, increment: share }),
      );
      if (stopping.signal.aborted) throw new vscode.CancellationError();
      return done;
    } finally {
      listening.dispose();
    }
  });
}
