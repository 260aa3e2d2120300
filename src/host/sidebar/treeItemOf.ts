// How each kind of row looks.

import type * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import {
  emptyTreeItem,
  groupTreeItem,
  moreTreeItem,
  smartListTreeItem,
  storyTooltip,
  storyTreeItem,
} from './listItems.ts';
import type { Node, SourceNode } from './nodes.ts';
import {
  folderTreeItem,
  headlineTooltip,
  headlineTreeItem,
  sourceTooltip,
  sourceTreeItem,
} from './treeItems.ts';

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
    case 'source':
      return sourceTreeItem(node, isOpen(isSingle), troubleWith(node, troubleOf));
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

/**
 * Gives what is shown when the pointer rests on a row that has no words for that yet; VS Code asks only then, so that
 * a thousand rows are drawn without it.
 */
export function tooltipOf(
  node: Node,
  { now, troubleOf }: Pick<RowCircumstances, 'now' | 'troubleOf'>,
): string | undefined {
  switch (node.kind) {
    case 'source':
      return sourceTooltip(node, troubleWith(node, troubleOf), now);
    case 'story':
      return storyTooltip(node);
    case 'headline':
      return headlineTooltip(node.item);
    default:
      return undefined;
  }
}

function troubleWith(
  { source, feed }: SourceNode,
  troubleOf: RowCircumstances['troubleOf'],
): string | undefined {
  return feed?.state.failure?.sentence ?? troubleOf(source.id);
}
