// How each kind of row looks.

import type * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import { emptyTreeItem, groupTreeItem, moreTreeItem, smartListTreeItem, storyTreeItem } from './listItems.ts';
import type { Node } from './nodes.ts';
import { folderTreeItem, headlineTreeItem, sourceTreeItem } from './treeItems.ts';

/** What a row shows beside what it is. */
export interface RowCircumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the row is unfolded; as given where the person never did either. */
  readonly isOpen: (byDefault: boolean) => boolean;
  /** Whether there is only one source, which needs no unfolding. */
  readonly isSingle: boolean;
  /** A sentence about what is wrong with a source. */
  readonly troubleOf: (source: SourceId) => string | undefined;
}

/** Gives the row of a node. */
export function treeItemOf(
  node: Node,
  { now, isOpen, isSingle, troubleOf }: RowCircumstances,
): vscode.TreeItem {
  switch (node.kind) {
    case 'folder':
      return folderTreeItem(node, isOpen(false));
    case 'source': {
      const trouble = node.feed?.state.failure?.sentence ?? troubleOf(node.source.id);
      return sourceTreeItem(node, isOpen(isSingle), trouble, now);
    }
    case 'list':
      return smartListTreeItem(node, isOpen(false));
    case 'group':
      return groupTreeItem(node, isOpen(true));
    case 'story':
      return storyTreeItem(node, isOpen(false), now);
    case 'headline':
      return headlineTreeItem(node, now);
    case 'more':
      return moreTreeItem(node);
    case 'empty':
      return emptyTreeItem(node);
  }
}
