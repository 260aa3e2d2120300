// Shows a row of the tree, which may have to wait until VS Code has drawn it.

import type * as vscode from 'vscode';
import { rowId, type Node } from './nodes.ts';

const ATTEMPTS = 5;
const PAUSE = 150;

export interface RevealOptions {
  /** Whether the tree takes the focus, with this row. */
  readonly focus?: boolean;
  /** Whether what is beneath it shows. */
  readonly expand?: boolean;
}

/**
 * Selects a row and unfolds what it stands in; gives up quietly where the tree is never at rest.
 * VS Code may take a second for it: a row that the person selects meanwhile is the one that stays selected.
 */
export async function reveal(
  view: Pick<vscode.TreeView<Node>, 'reveal' | 'onDidChangeSelection'>,
  row: Node,
  { focus = false, expand = true }: RevealOptions = {},
): Promise<void> {
  const chosen: Node[] = [];
  const listening = view.onDidChangeSelection(({ selection: [selected] }) => {
    if (selected !== undefined && rowId(selected) !== rowId(row)) chosen.push(selected);
  });
  try {
    for (let attempt = 0; attempt < ATTEMPTS && chosen.length === 0; attempt++) {
      if (await tryTo(() => view.reveal(row, { select: true, focus, expand }))) break;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    const other = chosen.at(-1);
    if (other !== undefined) await tryTo(() => view.reveal(other, { select: true, focus, expand: false }));
  } finally {
    listening.dispose();
  }
}

/** Scrolls as far as a row, without selecting it. */
export async function bringIntoSight(view: Pick<vscode.TreeView<Node>, 'reveal'>, row: Node): Promise<void> {
  await tryTo(() => view.reveal(row, { select: false, focus: false }));
}

/** Whether VS Code found the row. */
async function tryTo(show: () => Thenable<void>): Promise<boolean> {
  try {
    await show();
    return true;
  } catch {
    return false;
  }
}
