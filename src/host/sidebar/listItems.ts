// How the rows of lists across all sources, of groups and stories, and those at the end of a list look.

import * as vscode from 'vscode';
import { besideText } from '../../core/text/besideText.ts';
import { relativeDate } from '../../core/text/relativeDate.ts';
import type { CommandId } from '../../manifest.ts';
import { localize } from '../localize.ts';
import {
  rowId,
  type EmptyNode,
  type GroupNode,
  type MoreNode,
  type SmartListNode,
  type StoryNode,
} from './nodes.ts';
import { LIST_LOOKS } from './smartLists.ts';
import { headlineTooltip, stateOf } from './treeItems.ts';

/** Gives the row of a list; what the person collected is counted whole, other lists by what is unread. */
export function smartListTreeItem(node: SmartListNode, expanded: boolean): vscode.TreeItem {
  const { title, icon } = LIST_LOOKS[node.list];
  const row = new vscode.TreeItem(title, stateOf(expanded));
  row.id = rowId(node);
  // In one word, so that no menu of unread headlines takes it for one.
  row.contextValue = `smartList smartList_${node.list}`;
  row.iconPath = new vscode.ThemeIcon(icon);
  const shown = node.total ?? node.unread;
  row.description = shown > 0 ? String(shown) : '';
  const counts = countsOf(node);
  row.tooltip = `${title}\n${counts}`;
  row.accessibilityInformation = { label: `${title}, ${counts}` };
  return row;
}

/** Gives the row of a group; it has a count where all of it is loaded. */
export function groupTreeItem(node: GroupNode, expanded: boolean): vscode.TreeItem {
  const row = new vscode.TreeItem(node.label, stateOf(expanded));
  const unread = node.children.filter(({ item }) => !item.read).length;
  row.id = rowId(node);
  row.contextValue = unread > 0 ? 'group unread' : 'group';
  const counted = node.isComplete && unread > 0;
  row.description = besideText(node.label, counted ? String(unread) : '');
  row.tooltip = node.label;
  row.accessibilityInformation = {
    label: counted ? localize('{0}, {1} unread', node.label, unread) : node.label,
  };
  return row;
}

/** Gives the row of a story: its newest headline in the list, and how many sources have it; `now` as in other rows. */
export function storyTreeItem(node: StoryNode, expanded: boolean, now: number): vscode.TreeItem {
  const { item, children } = node;
  const row = new vscode.TreeItem(item.headline, stateOf(expanded));
  const outlets = outletsOf(node);
  const isUnread = children.some((child) => !child.item.read);
  const told =
    outlets.length > 1 ? localize('{0} sources', outlets.length) : localize('{0} reports', children.length);
  const date = relativeDate(item.sortAt, now, vscode.env.language);
  row.id = rowId(node);
  row.contextValue = isUnread ? 'story unread' : 'story';
  row.iconPath = isUnread
    ? new vscode.ThemeIcon('layers', new vscode.ThemeColor('broadsheet.unreadIcon'))
    : new vscode.ThemeIcon('layers');
  row.description = besideText(item.headline, `${told} · ${date}`);
  row.accessibilityInformation = {
    label: [isUnread ? localize('Unread') : undefined, item.headline, told, date].filter(Boolean).join(', '),
  };
  return row;
}

/** Gives what is shown of a story when the pointer rests on it. */
export function storyTooltip(node: StoryNode): string {
  return `${headlineTooltip(node.item)}\n\n${outletsOf(node).join(', ')}`;
}

/** Gives the row that loads more of a list. */
export function moreTreeItem(node: MoreNode): vscode.TreeItem {
  const left = node.left === undefined ? '' : localize(' ({0} left)', node.left);
  const row = new vscode.TreeItem(localize('Show more headlines{0}', left));
  row.id = rowId(node);
  row.contextValue = 'more';
  row.iconPath = new vscode.ThemeIcon('ellipsis');
  row.command = {
    command: 'broadsheet.moreHeadlines' satisfies CommandId,
    title: localize('Show More'),
    arguments: [node],
  };
  return row;
}

/** Gives the row that says that a list has nothing, as quiet as what has been read. */
export function emptyTreeItem(node: EmptyNode): vscode.TreeItem {
  const row = new vscode.TreeItem('');
  row.id = rowId(node);
  row.contextValue = 'empty';
  row.description = node.sentence;
  row.accessibilityInformation = { label: node.sentence };
  return row;
}

function outletsOf({ children }: StoryNode): readonly string[] {
  return [...new Set(children.map(({ item }) => item.outlet ?? item.sourceTitle))];
}

function countsOf({ unread, total }: SmartListNode): string {
  if (total === undefined) return unread === 0 ? localize('nothing unread') : localize('{0} unread', unread);
  const headlines = total === 1 ? localize('1 headline') : localize('{0} headlines', total);
  return unread === 0 ? headlines : localize('{0}, {1} unread', headlines, unread);
}
