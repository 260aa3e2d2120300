// What the tree of searches consists of, and how it looks.

import * as vscode from 'vscode';
import type { Headline } from '../../../core/model/item.ts';
import type { SavedSearchId } from '../../../core/model/search.ts';
import type { HitGroup } from '../../../core/search/groupHits.ts';
import type { HeadlineNode } from '../nodes.ts';
import { headlineTreeItem } from '../treeItems.ts';

/** A search: kept, or the last one that was shown here. */
export interface SearchNode {
  readonly kind: 'search';
  readonly title: string;
  readonly ask:
    | { readonly kind: 'query'; readonly query: string }
    | { readonly kind: 'similar'; readonly item: Headline };
  readonly saved: { readonly id: SavedSearchId; readonly unread: number } | undefined;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly search: SearchNode;
  readonly group: HitGroup;
}

export interface HitNode extends HeadlineNode {
  readonly search: SearchNode;
}

export interface EmptyNode {
  readonly kind: 'empty';
  readonly search: SearchNode;
}

export type SearchTreeNode = SearchNode | GroupNode | HitNode | EmptyNode;

const UNREAD_SHOWN = 999;

/** Gives the row of a node; `now` is in milliseconds since 1970. */
export function searchTreeItem(node: SearchTreeNode, now: number): vscode.TreeItem {
  switch (node.kind) {
    case 'search':
      return searchItem(node);
    case 'group': {
      const row = new vscode.TreeItem(node.group.label, vscode.TreeItemCollapsibleState.Expanded);
      row.id = `${idOf(node.search)}/group:${node.group.label}`;
      row.description = String(node.group.items.length);
      row.contextValue = 'group';
      return row;
    }
    case 'headline': {
      const row = headlineTreeItem(node, now);
      row.id = `${idOf(node.search)}/item:${node.item.id}`;
      return row;
    }
    case 'empty': {
      const row = new vscode.TreeItem('Nothing found');
      row.id = `${idOf(node.search)}/empty`;
      row.iconPath = new vscode.ThemeIcon('blank');
      return row;
    }
  }
}

function searchItem(node: SearchNode): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const { saved, ask } = node;
  const row = new vscode.TreeItem(node.title, saved === undefined ? Expanded : Collapsed);
  row.id = idOf(node);
  row.contextValue = `search ${saved !== undefined ? 'saved' : ask.kind === 'query' ? 'unsaved' : 'similar'}`;
  row.iconPath = new vscode.ThemeIcon(
    ask.kind === 'similar' ? 'references' : saved === undefined ? 'search' : 'bookmark',
  );
  if (saved === undefined || saved.unread === 0) return row;
  row.description = saved.unread > UNREAD_SHOWN ? `${UNREAD_SHOWN}+` : String(saved.unread);
  row.tooltip = `${node.title}\n${row.description} unread`;
  return row;
}

function idOf({ ask, saved }: SearchNode): string {
  if (saved !== undefined) return `saved:${saved.id}`;
  return ask.kind === 'query' ? `query:${ask.query}` : `similar:${ask.item.id}`;
}
