// Which sources stand where in the tree, and what of it a change touches: rows that stay are the same objects.

import type { SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';
import type { FolderPath, Subscription } from '../../core/model/subscription.ts';
import { keyOf, type FolderNode, type SourceNode } from './nodes.ts';

export type TopNode = FolderNode | SourceNode;

export interface SourceTree {
  /** Folders by name, then the sources that stand in none, in the order in which they were given. */
  roots(): readonly TopNode[];
  node(source: SourceId): SourceNode | undefined;
  /** Whether there is only one source. */
  isSingle(): boolean;
  /** The folder around a row; undefined at the top. */
  parent(node: TopNode): FolderNode | undefined;
  /**
   * Takes over what the sources are now.
   *
   * @param touched Sources of which more has changed than can be seen here.
   * @returns the rows that look different, each without those beneath it; undefined where rows came, left or moved.
   */
  update(
    sources: readonly Source[],
    feeds: ReadonlyMap<SourceId, Subscription>,
    touched: ReadonlySet<SourceId>,
  ): readonly TopNode[] | undefined;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type WritableFolder = Writable<FolderNode> & { children: TopNode[] };

export function createSourceTree(): SourceTree {
  const rows = new Map<SourceId, Writable<SourceNode>>();
  const folders = new Map<string, WritableFolder>();
  const parents = new Map<TopNode, FolderNode>();
  let tops: readonly TopNode[] = [];
  let shape = '';

  const rowOf = (source: Source, feed: Subscription | undefined): Writable<SourceNode> => {
    const row = rows.get(source.id) ?? { kind: 'source', source, feed };
    rows.set(source.id, row);
    return row;
  };
  const folderOf = (path: FolderPath): WritableFolder => {
    const key = keyOf(path);
    const folder = folders.get(key) ?? { kind: 'folder', path, children: [], unread: 0 };
    folders.set(key, folder);
    return folder;
  };
  /** Puts all rows in their places anew. */
  const arrange = (listed: readonly SourceNode[]): void => {
    for (const folder of folders.values()) folder.children = [];
    const before = new Map(folders);
    folders.clear();
    parents.clear();
    const top: TopNode[] = [];
    for (const row of listed) {
      const path = row.feed?.folder ?? [];
      let outer: WritableFolder | undefined;
      for (let depth = 1; depth <= path.length; depth++) {
        const key = keyOf(path.slice(0, depth));
        const isNew = !folders.has(key);
        const known = before.get(key);
        if (known !== undefined) folders.set(key, known);
        const folder = folderOf(path.slice(0, depth));
        if (isNew) put(folder, outer, top);
        outer = folder;
      }
      put(row, outer, top);
    }
    for (const folder of folders.values()) folder.children.sort(foldersFirst);
    tops = top.sort(foldersFirst);
  };
  const put = (node: TopNode, outer: WritableFolder | undefined, top: TopNode[]): void => {
    (outer?.children ?? top).push(node);
    if (outer !== undefined) parents.set(node, outer);
  };

  return {
    roots: () => tops,
    node: (source) => rows.get(source),
    isSingle: () => rows.size === 1,
    parent: (node) => parents.get(node),
    update(sources, feeds, touched) {
      const listed = sources.map((source) => ({ source, feed: feeds.get(source.id) }));
      const nextShape = JSON.stringify(listed.map(({ source, feed }) => [source.id, feed?.folder ?? []]));
      const changed = listed.flatMap(({ source, feed }) => {
        const row = rowOf(source, feed);
        const isChanged = touched.has(source.id) || looksOther(row, source, feed);
        [row.source, row.feed] = [source, feed];
        return isChanged ? [row] : [];
      });
      const isArranged = nextShape === shape;
      if (!isArranged) {
        shape = nextShape;
        for (const id of rows.keys()) if (!sources.some((source) => source.id === id)) rows.delete(id);
        arrange(sources.flatMap(({ id }) => rows.get(id) ?? []));
      }
      for (const top of tops) if (top.kind === 'folder') countUnread(top);
      if (!isArranged) return undefined;
      // A folder is drawn with all that is in it.
      return [...new Set(changed.map((row) => outermost(row, parents)))];
    },
  };
}

function looksOther(row: SourceNode, source: Source, feed: Subscription | undefined): boolean {
  return (
    row.source.title !== source.title ||
    row.source.total !== source.total ||
    row.source.unread !== source.unread ||
    row.feed?.state.failure?.sentence !== feed?.state.failure?.sentence ||
    row.feed?.homeUrl !== feed?.homeUrl ||
    row.feed?.fullText !== feed?.fullText
  );
}

function outermost(node: TopNode, parents: ReadonlyMap<TopNode, FolderNode>): TopNode {
  const parent = parents.get(node);
  return parent === undefined ? node : outermost(parent, parents);
}

function countUnread(folder: Writable<FolderNode>): number {
  folder.unread = folder.children.reduce(
    (sum, child) => sum + (child.kind === 'folder' ? countUnread(child) : child.source.unread),
    0,
  );
  return folder.unread;
}

/** Sources keep the order in which they came. */
function foldersFirst(one: TopNode, other: TopNode): number {
  if (one.kind === 'folder' && other.kind === 'folder')
    return (one.path.at(-1) ?? '').localeCompare(other.path.at(-1) ?? '');
  return Number(other.kind === 'folder') - Number(one.kind === 'folder');
}
