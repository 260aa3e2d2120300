// What the tree of headlines consists of.

import type { ListId, SmartList } from '../../core/model/headlineList.ts';
import type { Headline } from '../../core/model/item.ts';
import type { Source } from '../../core/model/source.ts';
import type { FolderPath, Subscription } from '../../core/model/subscription.ts';

/** The same object as long as the source is listed; what it says is brought up to date. */
export interface SourceNode {
  readonly kind: 'source';
  readonly source: Source;
  /** Undefined for what is no feed. */
  readonly feed: Subscription | undefined;
}

/** A folder of feeds. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly path: FolderPath;
  /** Folders first. */
  readonly children: readonly (FolderNode | SourceNode)[];
  /** Of all feeds in it and in its folders. */
  readonly unread: number;
}

/** A list across all sources; the same object as long as the window is open. */
export interface SmartListNode {
  readonly kind: 'list';
  readonly list: SmartList;
  readonly unread: number;
  /** Of all headlines in it; undefined for those that are counted by what is unread. */
  readonly total: number | undefined;
}

export interface HeadlineNode {
  readonly kind: 'headline';
  readonly item: Headline;
  /** The list beneath which it stands; a source need not be the item's own. */
  readonly listedIn: ListId;
  /** Whether all headlines of the list are of this one's outlet, so that it need not be said in each row. */
  readonly isOfOneOutlet?: boolean;
}

/** Headlines of a list that have something in common, such as the day. */
export interface GroupNode {
  readonly kind: 'group';
  readonly listedIn: ListId;
  /** What tells it from the list's other groups. */
  readonly key: string;
  readonly label: string;
  readonly children: readonly HeadlineNode[];
  /** Whether no further page of the list can add to it. */
  readonly isComplete: boolean;
}

/** A story that several items tell in nearly the same words; shows as its newest item. */
export interface StoryNode {
  readonly kind: 'story';
  readonly listedIn: ListId;
  /** The one that tells it first in the list. */
  readonly item: Headline;
  /** All items that tell it, also those that are not in the list. */
  readonly children: readonly HeadlineNode[];
}

/** Stands at the end of a list that goes on. */
export interface MoreNode {
  readonly kind: 'more';
  readonly listedIn: ListId;
  /** Undefined where it is not known without counting. */
  readonly left: number | undefined;
}

/** Stands alone in a list that has nothing, and says so. */
export interface EmptyNode {
  readonly kind: 'empty';
  readonly listedIn: ListId;
  readonly sentence: string;
}

/** What has a list of headlines beneath it. */
export type ListNode = SourceNode | SmartListNode;

export type Node = FolderNode | ListNode | GroupNode | StoryNode | HeadlineNode | MoreNode | EmptyNode;

/** Takes a value that VS Code passed to a command for a node, if it is one of this kind. */
export function asNode<K extends Node['kind']>(
  kind: K,
  value: unknown,
): Extract<Node, { kind: K }> | undefined {
  const matches = typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
  return matches ? (value as Extract<Node, { kind: K }>) : undefined;
}

/** Gives all sources in a folder and in its folders. */
export function sourcesIn({ children }: FolderNode): readonly Source[] {
  return children.flatMap((node) => (node.kind === 'source' ? [node.source] : sourcesIn(node)));
}

/** Gives the list that stands beneath a row. */
export function listOf(node: ListNode): ListId {
  return node.kind === 'source' ? node.source.id : node.list;
}

/** Gives what tells a row from all others, over every change of the tree. */
export function rowId(node: Node): string {
  switch (node.kind) {
    case 'folder':
      return `folder:${folderKey(node)}`;
    case 'source':
    case 'list':
      return listKey(listOf(node));
    case 'headline':
      return `${listKey(node.listedIn)}/item:${node.item.id}`;
    case 'group':
      return `${listKey(node.listedIn)}/group:${node.key}`;
    case 'story':
      return `${listKey(node.listedIn)}/story:${node.item.story ?? node.item.id}`;
    case 'more':
    case 'empty':
      return `${listKey(node.listedIn)}/${node.kind}`;
  }
}

/** Gives the headlines that a row stands for. */
export function headlinesIn(node: Node): readonly HeadlineNode[] {
  if (node.kind === 'headline') return [node];
  return node.kind === 'group' || node.kind === 'story' ? node.children : [];
}

function listKey(list: ListId): string {
  return typeof list === 'number' ? `source:${list}` : `list:${list}`;
}

/** Gives what tells a folder from all others. */
function folderKey({ path }: FolderNode): string {
  return keyOf(path);
}

export function keyOf(path: FolderPath): string {
  return JSON.stringify(path);
}
