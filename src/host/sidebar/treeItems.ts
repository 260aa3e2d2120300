// How sources and headlines look in the tree.

import * as vscode from 'vscode';
import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Headline } from '../../core/model/item.ts';
import type { Source, SourceKind } from '../../core/model/source.ts';
import type { Subscription } from '../../core/model/subscription.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import { besideText } from '../../core/text/besideText.ts';
import { longDate } from '../../core/text/longDate.ts';
import { relativeDate } from '../../core/text/relativeDate.ts';
import { HEADLINE_SCHEME, type CommandId } from '../../manifest.ts';
import { localize } from '../localize.ts';
import { setting } from '../settings.ts';
import { rowId, sourcesIn, type FolderNode, type HeadlineNode, type SourceNode } from './nodes.ts';

const SOURCE_ICONS: Readonly<Record<SourceKind, string>> = {
  folder: 'folder',
  feed: 'rss',
  files: 'files',
  pages: 'globe',
  sample: 'beaker',
};

/** Gives the row of a source. */
export function sourceTreeItem(
  node: SourceNode,
  expanded: boolean,
  trouble: string | undefined,
): vscode.TreeItem {
  const { source, feed } = node;
  const item = new vscode.TreeItem(source.title, stateOf(expanded));
  item.id = rowId(node);
  item.contextValue = [
    'source',
    source.kind,
    ...(feed === undefined ? [] : [feed.fullText ? 'whole' : 'partial']),
  ].join(' ');
  item.iconPath = new vscode.ThemeIcon(trouble === undefined ? SOURCE_ICONS[source.kind] : 'warning');
  item.description = besideText(source.title, source.unread > 0 ? String(source.unread) : '');
  item.accessibilityInformation = {
    label: [source.title, counts(source), trouble].filter(Boolean).join(', '),
  };
  return item;
}

/** Gives what is shown of a source when the pointer rests on it; `now` is in milliseconds since 1970. */
export function sourceTooltip(
  { source, feed }: SourceNode,
  trouble: string | undefined,
  now: number,
): string {
  return [source.title, counts(source), placeOf(source), readLine(feed, now), trouble]
    .filter((line) => line !== undefined)
    .join('\n');
}

/** Gives the row of a folder of feeds. */
export function folderTreeItem(node: FolderNode, expanded: boolean): vscode.TreeItem {
  const name = node.path.at(-1) ?? '';
  const feeds = sourcesIn(node).length;
  const item = new vscode.TreeItem(name, stateOf(expanded));
  item.id = rowId(node);
  item.contextValue = 'feedFolder';
  item.iconPath = new vscode.ThemeIcon('folder');
  item.description = besideText(name, node.unread > 0 ? String(node.unread) : '');
  const counted = [
    feeds === 1 ? localize('1 feed') : localize('{0} feeds', feeds),
    ...(node.unread > 0 ? [localize('{0} unread', node.unread)] : []),
  ];
  item.tooltip = `${name}\n${counted.join(', ')}`;
  item.accessibilityInformation = { label: [name, ...counted].join(', ') };
  return item;
}

/** Gives the row of a headline, with or without its date and outlet as the person wants it. */
export function headlineTreeItem(node: HeadlineNode, now: number): vscode.TreeItem {
  const { item } = node;
  const date = relativeDate(item.sortAt, now, vscode.env.language);
  const row = new vscode.TreeItem(item.headline);
  row.id = rowId(node);
  row.contextValue = [
    'headline',
    item.kind === 'article' ? 'article' : 'bare',
    item.read ? 'read' : 'unread',
    item.starred ? 'starred' : 'plain',
    item.later ? 'later' : 'now',
    item.url === undefined ? 'unlinked' : 'linked',
  ].join(' ');
  if (setting('broadsheet.sidebar.rows') === 'detailed')
    row.description = besideText(item.headline, [date, otherOutlet(node)].filter(Boolean).join(' · '));
  row.iconPath = iconOf(item);
  row.resourceUri = headlineUri(item);
  row.command = {
    command: 'broadsheet.open' satisfies CommandId,
    title: localize('Open'),
    arguments: [node],
  };
  row.accessibilityInformation = {
    label: [
      item.read ? undefined : localize('Unread'),
      item.starred ? localize('Starred') : undefined,
      item.later ? localize('Kept for later') : undefined,
      item.headline,
      date,
      otherOutlet(node),
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  };
  return row;
}

/** The URI by which the decorations know that a row has been read. */
function headlineUri({ id, read }: Headline): vscode.Uri {
  return vscode.Uri.from({ scheme: HEADLINE_SCHEME, path: `/${id}`, query: read ? 'read' : 'unread' });
}

/** The outlet, where the list does not say it already. */
function otherOutlet({ item, listedIn, isOfOneOutlet }: HeadlineNode): string | undefined {
  const name = publishedIn(item);
  if (isOfOneOutlet === true) return undefined;
  return listedIn === item.sourceId && name === item.sourceTitle ? undefined : name;
}

/** What the person did with it counts more than that it is new. */
function iconOf({ read, starred, later }: Headline): vscode.ThemeIcon {
  if (starred) return new vscode.ThemeIcon('star-full', new vscode.ThemeColor('broadsheet.starredIcon'));
  if (later) return new vscode.ThemeIcon('clockface', new vscode.ThemeColor('broadsheet.laterIcon'));
  if (read) return new vscode.ThemeIcon('blank');
  return new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('broadsheet.unreadIcon'));
}

/** Gives what is shown of a headline when the pointer rests on it: plain text, so that nothing is taken for markup. */
export function headlineTooltip(item: Headline): string {
  const date = item.published && longDate(item.published, vscode.env.language);
  const about = [item.byline, publishedIn(item), date].filter(Boolean).join(' · ');
  const body = item.kind === 'headline' ? localize('Only the headline is known.') : item.summary;
  return `${item.headline}\n${about}\n\n${body}`;
}

function counts({ total, unread }: Source): string {
  const headlines = total === 1 ? localize('1 headline') : localize('{0} headlines', total);
  return unread === 0 ? headlines : localize('{0}, {1} unread', headlines, unread);
}

function placeOf({ kind, uri }: Source): string | undefined {
  if (kind === 'feed') return hostOf(uri);
  return kind === 'folder' ? vscode.Uri.parse(uri).fsPath : undefined;
}

function readLine(feed: Subscription | undefined, now: number): string | undefined {
  const readAt = feed?.state.readAt;
  return readAt === undefined
    ? undefined
    : localize('Last read: {0}', relativeDate(readAt, now, vscode.env.language));
}

/** Whether a row shows what is beneath it. */
export function stateOf(expanded: boolean): vscode.TreeItemCollapsibleState {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  return expanded ? Expanded : Collapsed;
}
