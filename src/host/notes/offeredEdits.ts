// Edits that VS Code may make for a paste or a drop, and what is still to be done once it has.

import * as vscode from 'vscode';
import type { Guard } from '../commands.ts';
import type { NoteText } from './insertInto.ts';

/** An edit that was offered last, and may be made. */
export interface Offered {
  readonly note: vscode.Uri;
  readonly text: string;
  /** Called when the text stands in the note. */
  readonly finish: () => Promise<void>;
}

export interface Offers extends vscode.Disposable {
  offer(offered: Offered): void;
}

/** Waits for the text that was offered last: VS Code does not say which of the offered edits it made. */
export function watchOffers(guard: Guard): Offers {
  let last: Offered | undefined;
  const watching = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (last?.note.toString() !== document.uri.toString()) return;
    const { text, finish } = last;
    if (!contentChanges.some((change) => change.text.replaceAll('\r\n', '\n').includes(text))) return;
    last = undefined;
    void guard(finish);
  });
  return {
    offer(offered) {
      last = offered;
    },
    dispose() {
      watching.dispose();
    },
  };
}

/** Gives the text for a line that has its own end. */
export function textOnLine({ kind, text }: NoteText): string {
  return kind === 'block' ? text.trimEnd() : text;
}
