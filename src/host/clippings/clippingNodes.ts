// What the tree of clippings consists of, and how it looks.

import * as vscode from 'vscode';
import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Clipping } from '../../core/model/clipping.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import { besideText } from '../../core/text/besideText.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { relativeDate } from '../../core/text/relativeDate.ts';
import type { CommandId } from '../../manifest.ts';
import { localize } from '../localize.ts';

/** An article with what was clipped from it. */
export interface ClippedNode {
  readonly kind: 'clipped';
  readonly item: Headline;
  readonly clippings: readonly Clipping[];
}

export interface ClippingNode {
  readonly kind: 'clipping';
  readonly clipping: Clipping;
}

export type ClippingTreeNode = ClippedNode | ClippingNode;

/** In UTF-16 units; a row shows hardly more. */
const ROW_LENGTH = 120;
const GONE = localize('These words are no longer in the article.');

/** Groups clippings by their article: the article clipped last first, and in each the newest first. */
export function clippedNodes(newestFirst: readonly Clipping[]): readonly ClippedNode[] {
  const byItem = new Map<ItemId, ClippedNode & { readonly clippings: Clipping[] }>();
  for (const clipping of newestFirst) {
    const { item } = clipping;
    const node = byItem.get(item.id);
    if (node === undefined) byItem.set(item.id, { kind: 'clipped', item, clippings: [clipping] });
    else node.clippings.push(clipping);
  }
  return [...byItem.values()];
}

/** Takes a value that VS Code passed to a command for a clipping, if it is a row of one. */
export function asClipping(value: unknown): Clipping | undefined {
  const isRow = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'clipping';
  return isRow ? (value as ClippingNode).clipping : undefined;
}

/** Gives the row of a node; `now` is in milliseconds since 1970. */
export function clippingTreeItem(node: ClippingTreeNode, now: number): vscode.TreeItem {
  return node.kind === 'clipped' ? clippedItem(node) : clippingItem(node, now);
}

function clippedItem({ item, clippings }: ClippedNode): vscode.TreeItem {
  const row = new vscode.TreeItem(item.headline, vscode.TreeItemCollapsibleState.Expanded);
  row.id = `clipped:${item.id}`;
  row.contextValue = 'clipped';
  row.description = besideText(item.headline, publishedIn(item) ?? '');
  row.tooltip = item.headline;
  const count = clippings.length === 1 ? localize('1 clipping') : localize('{0} clippings', clippings.length);
  row.accessibilityInformation = { label: `${item.headline}, ${count}` };
  return row;
}

function clippingItem({ clipping }: ClippingNode, now: number): vscode.TreeItem {
  const { words, comment, tags, passage } = clipping;
  const row = new vscode.TreeItem(cutAtWord(oneLine(words), ROW_LENGTH));
  row.id = `clipping:${clipping.id}`;
  row.contextValue = passage === undefined ? 'clipping gone' : 'clipping found';
  row.iconPath =
    passage === undefined
      ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
      : new vscode.ThemeIcon('quote');
  const remarks = [oneLine(comment), ...tags.map((tag) => `#${tag}`)].filter((part) => part !== '');
  row.description = besideText(words, remarks.join(' '));
  const date = relativeDate(clipping.createdAt, now, vscode.env.language);
  row.tooltip = [
    words,
    ...(passage === undefined ? [GONE] : []),
    ...(remarks.length === 0 ? [] : [remarks.join(' ')]),
    localize('Clipped {0}', date),
  ].join('\n\n');
  row.command = {
    command: 'broadsheet.openClipping' satisfies CommandId,
    title: localize('Open'),
    arguments: [{ kind: 'clipping', clipping }],
  };
  row.accessibilityInformation = {
    label: [passage === undefined ? GONE : undefined, oneLine(words), ...remarks]
      .filter((part) => part !== undefined)
      .join(', '),
  };
  return row;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
