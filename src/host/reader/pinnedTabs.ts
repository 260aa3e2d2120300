// Tabs that the person has pinned in VS Code.

import * as vscode from 'vscode';
import { READER_VIEW_TYPE } from '../../manifest.ts';

/** Tells whether a reader's tab is pinned; VS Code does not say which tab is whose, so place and title tell. */
export function isPinned({ viewColumn, title }: vscode.WebviewPanel): boolean {
  return vscode.window.tabGroups.all
    .filter((group) => group.viewColumn === viewColumn)
    .flatMap(({ tabs }) => tabs)
    .some(({ isPinned: pinned, label, input }) => pinned && label === title && isReader(input));
}

function isReader(input: unknown): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(READER_VIEW_TYPE);
}
