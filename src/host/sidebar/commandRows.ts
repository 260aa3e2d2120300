// What a command was called on: the row and the selected rows that a menu of the tree passes, or the file of the explorer.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';
import { UserError } from '../../core/model/userError.ts';
import { localize } from '../localize.ts';
import { asNode, headlinesIn, sourcesIn, type HeadlineNode, type Node } from './nodes.ts';
import type { Whence } from './walk/createWalk.ts';

/** What the keys in the tree pass to their commands. */
export const IN_TREE = 'tree';
const ROWS = ['folder', 'source', 'list', 'group', 'story', 'headline'] as const;

/** Gives the rows of a kind that a command is for, the one that it was called on first. */
function rowsOf<K extends Node['kind']>(
  kind: K,
  node: unknown,
  selected: unknown,
): readonly Extract<Node, { kind: K }>[] {
  const others: readonly unknown[] = Array.isArray(selected) ? selected : [];
  return [node, ...others.filter((other) => other !== node)]
    .map((row) => asNode(kind, row))
    .filter((row) => row !== undefined);
}

/** The rows of the tree that a command is for, of whatever kind. */
export function nodesOf(node: unknown, selected: unknown): readonly Node[] {
  const others: readonly unknown[] = Array.isArray(selected) ? selected : [];
  return [...new Set([node, ...others])].flatMap((row) => ROWS.flatMap((kind) => asNode(kind, row) ?? []));
}

/** Tells a key in the tree from the palette and the reader. */
export function whenceOf(value: unknown): Whence {
  return value === IN_TREE ? 'tree' : 'elsewhere';
}

/** The headlines of the rows, and those in the groups and stories among them, each once. */
export function headlinesOf(node: unknown, selected: unknown): readonly HeadlineNode[] {
  const inGroups = (['group', 'story'] as const).flatMap((kind) => rowsOf(kind, node, selected));
  const all = [...rowsOf('headline', node, selected), ...inGroups.flatMap(headlinesIn)];
  return [...new Map(all.map((row) => [row.item.id, row])).values()];
}

/** The sources of the rows, and those in the folders among them, each once. */
function sourcesUnder(node: unknown, selected: unknown): readonly Source[] {
  const inFolders = rowsOf('folder', node, selected).flatMap(sourcesIn);
  const all = [...sourcesOf(node, selected), ...inFolders];
  return [...new Map(all.map((source) => [source.id, source])).values()];
}

/** The feeds of the rows, and those in the folders among them. */
export function feedsOf(node: unknown, selected: unknown): readonly SourceId[] {
  const feeds = sourcesUnder(node, selected).filter(({ kind }) => kind === 'feed');
  return feeds.map(({ id }) => id);
}

/**
 * Gives the feed of a row.
 *
 * @throws UserError where it is none.
 */
export function feedOf(node: unknown): SourceId {
  const source = asNode('source', node)?.source;
  if (source?.kind !== 'feed') throw new UserError(localize('Choose a feed in the sidebar first.'));
  return source.id;
}

/** The sources of the rows, without those in folders. */
export function sourcesOf(node: unknown, selected: unknown): readonly Source[] {
  return rowsOf('source', node, selected).map((row) => row.source);
}

/** The explorer passes the file it was called on and all selected ones; a caller may pass an array alone. */
export function urisOf(uri: unknown, selected: unknown): readonly vscode.Uri[] | undefined {
  const given = [selected, uri].find((value) => Array.isArray(value)) ?? [uri];
  const uris = (given as readonly unknown[]).filter((value) => value instanceof vscode.Uri);
  return uris.length > 0 ? uris : undefined;
}
