// Shows a row of the tree, which may have to wait until VS Code has drawn it.

import type * as vscode from 'vscode';
import type { Node } from './nodes.ts';

const ATTEMPTS = 5;
const PAUSE = 150;

export interface RevealOptions {
  /** Whether the tree takes the focus, with this row. */
  readonly focus?: boolean;
  /** Whether what is beneath it shows. */
  readonly expand?: boolean;
}

/** Selects a row and unfolds what it stands in; gives up quietly where the tree is never at rest. */
export async function reveal(
  view: Pick<vscode.TreeView<Node>, 'reveal'>,
  row: Node,
  { focus = false, expand = true }: RevealOptions = {},
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      await view.reveal(row, { select: true, focus, expand });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
