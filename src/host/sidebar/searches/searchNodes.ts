// What the tree of searches consists of, and how it looks.

import * as vscode from 'vscode';
import type { Headline } from '../../../core/model/item.ts';
import type { SavedSearchId } from '../../../core/model/search.ts';
import type { HitGroup } from '../../../core/search/groupHits.ts';
import { besideText } from '../../../core/text/besideText.ts';
import { localize } from '../../localize.ts';
import type { HeadlineNode } from '../nodes.ts';
import { headlineTreeItem } from '../treeItems.ts';

/** A search: kept, or the last one that was shown here. */
export interface SearchNode {
  readonly kind: 'search';
  readonly title: string;
  readonly ask:
    | { readonly kind: 'query'; readonly query: string }
    | { readonly kind: 'similar'; readonly item: Headline };
  readonly saved: { readonly id: SavedSearchId; readonly unread: number | undefined } | undefined;
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
      const count = node.group.items.length;
      row.description = besideText(node.group.label, String(count));
      row.contextValue = 'group';
      const hits = count === 1 ? localize('1 headline') : localize('{0} headlines', count);
      row.accessibilityInformation = { label: `${node.group.label}, ${hits}` };
      return row;
    }
    case 'headline': {
      const row = headlineTreeItem(node, now);
      row.id = `${idOf(node.search)}/item:${node.item.id}`;
      return row;
    }
    case 'empty': {
      const row = new vscode.TreeItem(localize('Nothing found'));
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
  const kind = saved === undefined ? localize('Search') : localize('Saved search');
  row.accessibilityInformation = { label: `${kind}: ${node.title}` };
  if (saved?.unread === undefined || saved.unread === 0) return row;
  const unread = saved.unread > UNREAD_SHOWN ? `${UNREAD_SHOWN}+` : String(saved.unread);
  row.description = besideText(node.title, unread);
  row.tooltip = localize('{0}\n{1} unread', node.title, unread);
  row.accessibilityInformation = {
    label: localize('{0}, {1} unread', `${kind}: ${node.title}`, unread),
  };
  return row;
}

function idOf({ ask, saved }: SearchNode): string {
  if (saved !== undefined) return `saved:${saved.id}`;
  return ask.kind === 'query' ? `query:${ask.query}` : `similar:${ask.item.id}`;
}
