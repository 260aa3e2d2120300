// How sources and headlines look in the tree.

import * as vscode from 'vscode';
import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Headline } from '../../core/model/item.ts';
import type { Source, SourceKind } from '../../core/model/source.ts';
import { longDate } from '../../core/text/longDate.ts';
import { relativeDate } from '../../core/text/relativeDate.ts';
import { HEADLINE_SCHEME, type CommandId } from '../../manifest.ts';
import type { HeadlineNode, MoreNode, SourceNode } from './nodes.ts';

const SOURCE_ICONS: Readonly<Record<SourceKind, string>> = {
  folder: 'folder',
  files: 'files',
  sample: 'beaker',
};

export function sourceTreeItem(
  { source }: SourceNode,
  expanded: boolean,
  trouble: string | undefined,
): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(source.title, expanded ? Expanded : Collapsed);
  item.id = `source:${source.id}`;
  item.contextValue = `source ${source.kind}`;
  item.iconPath = new vscode.ThemeIcon(trouble === undefined ? SOURCE_ICONS[source.kind] : 'warning');
  item.description = source.unread > 0 ? String(source.unread) : '';
  item.tooltip = [source.title, counts(source), placeOf(source), trouble]
    .filter((line) => line !== undefined)
    .join('\n');
  item.accessibilityInformation = {
    label: [source.title, counts(source), trouble].filter(Boolean).join(', '),
  };
  return item;
}

export function headlineTreeItem({ item, listedIn }: HeadlineNode, now: number): vscode.TreeItem {
  const date = relativeDate(item.sortAt, now, vscode.env.language);
  const row = new vscode.TreeItem(item.headline);
  row.id = `source:${listedIn}/item:${item.id}`;
  row.contextValue = [
    'headline',
    item.kind === 'article' ? 'article' : 'bare',
    item.read ? 'read' : 'unread',
    item.starred ? 'starred' : 'plain',
    item.url === undefined ? 'unlinked' : 'linked',
  ].join(' ');
  row.description = date;
  row.tooltip = tooltip(item);
  row.iconPath = iconOf(item);
  row.resourceUri = headlineUri(item);
  row.command = {
    command: 'broadsheet.open' satisfies CommandId,
    title: 'Open',
    arguments: [{ kind: 'headline', item, listedIn }],
  };
  row.accessibilityInformation = {
    label: [item.read ? undefined : 'Unread', item.starred ? 'Starred' : undefined, item.headline, date]
      .filter((part) => part !== undefined)
      .join(', '),
  };
  return row;
}

export function moreTreeItem(node: MoreNode): vscode.TreeItem {
  const row = new vscode.TreeItem(`Show more headlines (${node.left} left)`);
  row.id = `source:${node.sourceId}/more`;
  row.contextValue = 'more';
  row.iconPath = new vscode.ThemeIcon('ellipsis');
  row.command = {
    command: 'broadsheet.moreHeadlines' satisfies CommandId,
    title: 'Show More',
    arguments: [node],
  };
  return row;
}

/** The URI by which the decorations know that a row has been read. */
export function headlineUri({ id, read }: Headline): vscode.Uri {
  return vscode.Uri.from({ scheme: HEADLINE_SCHEME, path: `/${id}`, query: read ? 'read' : 'unread' });
}

function iconOf({ read, starred }: Headline): vscode.ThemeIcon {
  if (starred) return new vscode.ThemeIcon('star-full', new vscode.ThemeColor('broadsheet.starredIcon'));
  if (read) return new vscode.ThemeIcon('blank');
  return new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('broadsheet.unreadIcon'));
}

/** Plain text, so that nothing in a headline is taken for markup. */
function tooltip(item: Headline): string {
  const date = item.published && longDate(item.published, vscode.env.language);
  const about = [item.byline, publishedIn(item), date].filter(Boolean).join(' · ');
  const body = item.kind === 'headline' ? 'Only the headline is known.' : item.summary;
  return `${item.headline}\n${about}\n\n${body}`;
}

function counts({ total, unread }: Source): string {
  const headlines = total === 1 ? '1 headline' : `${total} headlines`;
  return unread === 0 ? headlines : `${headlines}, ${unread} unread`;
}

function placeOf({ kind, uri }: Source): string | undefined {
  return kind === 'folder' ? vscode.Uri.parse(uri).fsPath : undefined;
}
