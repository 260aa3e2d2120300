// Dragging in the sidebar: feeds and their folders to other places in it, headlines out of it.

import * as vscode from 'vscode';
import { DRAGGED_HEADLINES, headlinesToDrag } from '../../core/model/dragged.ts';
import type { SourceId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { FolderPath } from '../../core/model/subscription.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { headlinesIn, type FolderNode, type Node, type SourceNode } from './nodes.ts';

export interface DragParts {
  readonly library: Pick<Library, 'changeSubscriptions'>;
  readonly guard: Guard;
  readonly parent: (node: Node) => Node | undefined;
}

/** A feed with the folder that it comes to stand in. */
export interface FeedMove {
  readonly sourceId: SourceId;
  readonly folder: FolderPath;
}

/** Under which the rows that are dragged about in the tree are known to itself. */
const ROWS = 'application/vnd.code.tree.broadsheet.headlines';

export function createDragAndDrop({
  library,
  guard,
  parent,
}: DragParts): vscode.TreeDragAndDropController<Node> {
  return {
    dropMimeTypes: [ROWS],
    dragMimeTypes: [DRAGGED_HEADLINES, 'text/uri-list', 'text/plain'],
    handleDrag(rows, transfer) {
      transfer.set(ROWS, new vscode.DataTransferItem(rows));
      const items = rows.flatMap(headlinesIn).map(({ item }) => item);
      if (items.length === 0) return;
      transfer.set(
        DRAGGED_HEADLINES,
        new vscode.DataTransferItem(headlinesToDrag(items.map(({ id }) => id))),
      );
      const addresses = items.flatMap(({ url }) => url ?? []);
      // Set also where there is none: VS Code would give the addresses by which its decorations know the rows.
      transfer.set('text/uri-list', new vscode.DataTransferItem(addresses.join('\r\n')));
      transfer.set('text/plain', new vscode.DataTransferItem(items.map(asText).join('\n')));
    },
    async handleDrop(target, transfer) {
      const rows: unknown = transfer.get(ROWS)?.value;
      const folder = folderAt(target, parent);
      if (!Array.isArray(rows) || folder === undefined) return;
      await guard(() => library.changeSubscriptions(movesTo(folder, rows as readonly Node[])));
    },
  };
}

/**
 * Gives where feeds come to stand when rows are dropped on a folder. A folder comes with all that is in it; one that
 * is dropped on itself, or into a folder of its own, stays where it is, as does what stands there already.
 */
export function movesTo(target: FolderPath, rows: readonly Node[]): readonly FeedMove[] {
  const moves = new Map<SourceId, FeedMove>();
  // What is dragged with its folder stays in it, so the outermost folder decides.
  for (const row of rows.toSorted((one, other) => depthOf(other) - depthOf(one)))
    for (const move of row.kind === 'folder' ? folderMoves(target, row) : feedMoves(target, row))
      moves.set(move.sourceId, move);
  return [...moves.values()];
}

function depthOf(row: Node): number {
  return row.kind === 'folder' ? row.path.length : Number.MAX_SAFE_INTEGER;
}

function feedMoves(target: FolderPath, row: Node): readonly FeedMove[] {
  if (row.kind !== 'source' || row.feed === undefined || isSame(row.feed.folder, target)) return [];
  return [{ sourceId: row.source.id, folder: target }];
}

function folderMoves(target: FolderPath, { path, children }: FolderNode): readonly FeedMove[] {
  const isInside = path.every((name, depth) => target[depth] === name);
  if (isInside || isSame(path.slice(0, -1), target)) return [];
  return feedsIn(children).map(({ source, feed }) => ({
    sourceId: source.id,
    folder: [...target, ...(feed?.folder ?? []).slice(path.length - 1)],
  }));
}

function feedsIn(rows: FolderNode['children']): readonly SourceNode[] {
  return rows.flatMap((row) => (row.kind === 'folder' ? feedsIn(row.children) : [row]));
}

/** The folder in which something that is dropped on a row comes to stand; undefined where nothing can stand. */
function folderAt(row: Node | undefined, parent: (node: Node) => Node | undefined): FolderPath | undefined {
  if (row === undefined) return [];
  if (row.kind === 'folder') return row.path;
  if (row.kind === 'list') return undefined;
  const around = parent(row);
  return row.kind === 'source' && around === undefined ? [] : around && folderAt(around, parent);
}

function isSame(one: FolderPath, other: FolderPath): boolean {
  return one.length === other.length && one.every((name, depth) => name === other[depth]);
}

/** @example "Ferry runs again\nhttps://example.org/ferry" */
function asText({ headline, url }: Headline): string {
  return url === undefined ? headline : `${headline}\n${url}`;
}
