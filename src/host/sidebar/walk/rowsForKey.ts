// Which rows of a tree a key is for. VS Code tells an extension what is selected in its tree and not which row has the
// focus, and the arrow keys move the focus alone.

import * as vscode from 'vscode';

export interface FocusedRows<N> {
  /** The row that has the focus; undefined where none has, or where the focus is in no tree of ours. */
  readonly focused: N | undefined;
  /** The selected rows where the focused one is among them, or else that one alone: as VS Code's own views have it. */
  readonly rows: readonly N[];
}

export interface RowFocus<N> {
  /** Asks VS Code; only for a key that was pressed in the tree, since the list that had the focus last answers. */
  ask(): Promise<FocusedRows<N>>;
  /** Whether the selection is just being asked for, so that its changes mean nothing. */
  isAsking(): boolean;
}

/** Puts the focused row into the selection or out of it, and undoes that before anything is drawn. */
const THERE_AND_BACK = { commands: ['list.toggleSelection', 'list.toggleSelection'] };

export function createRowFocus<N>(
  view: Pick<vscode.TreeView<N>, 'selection' | 'onDidChangeSelection'>,
): RowFocus<N> {
  let asking = 0;

  return {
    isAsking: () => asking > 0,
    async ask() {
      const selected = view.selection;
      let focused: N | undefined;
      const listening = view.onDidChangeSelection(({ selection }) => {
        focused ??= difference(selected, selection);
      });
      asking += 1;
      try {
        await vscode.commands.executeCommand('runCommands', THERE_AND_BACK);
      } finally {
        asking -= 1;
        listening.dispose();
      }
      if (focused === undefined) return { focused, rows: selected };
      const isAmong = selected.includes(focused);
      return { focused, rows: isAmong ? withFirst(focused, selected) : [focused] };
    },
  };
}

function difference<N>(one: readonly N[], other: readonly N[]): N | undefined {
  return one.find((row) => !other.includes(row)) ?? other.find((row) => !one.includes(row));
}

function withFirst<N>(row: N, rows: readonly N[]): readonly N[] {
  return [row, ...rows.filter((other) => other !== row)];
}
