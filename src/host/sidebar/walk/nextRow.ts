// Goes over the rows of a tree in the order in which they stand, whatever they are.

/** A tree as the person sees it. */
export interface RowTree<N> {
  /** The rows beneath one, or those at the top. */
  children(node: N | undefined): Promise<readonly N[]>;
  /** The row around one; undefined at the top. */
  parent(node: N): N | undefined;
  /** Whether two nodes beneath one parent stand for the same row, which may have been read anew since. */
  isSame(one: N, other: N): boolean;
  /** Whether a row only stands for others that have not been read yet. */
  isMore(node: N): boolean;
  /** Puts rows in the place of one that stands for them. */
  showMore(node: N): Promise<void>;
}

/** A row with those that stood around it, by which its place is known when it is gone. */
export interface Place<N> {
  readonly node: N;
  readonly siblings: readonly N[];
}

export type Direction = 1 | -1;

/** Which row is looked for. */
export interface Aim<N> {
  readonly isAim: (node: N) => boolean;
  /** Whether such a row may stand beneath this one. */
  readonly mayHold: (node: N) => boolean;
  /** How often one list may be read on. */
  readonly pages: number;
}

/**
 * Gives the next row that is looked for, behind a place or before it; from the top where there is no place. A row
 * that a place names and that is gone is taken to stand where its neighbours are.
 */
export async function nextRow<N>(
  tree: RowTree<N>,
  from: Place<N> | undefined,
  direction: Direction,
  aim: Aim<N>,
): Promise<Place<N> | undefined> {
  let seen = from;

  const search = async (
    parent: N | undefined,
    start: (rows: readonly N[]) => number,
  ): Promise<Place<N> | undefined> => {
    let rows = await tree.children(parent);
    let pages = aim.pages;
    for (let index = start(rows); index >= 0 && index < rows.length; index += direction) {
      const node = rows[index];
      if (node === undefined) return undefined;
      if (tree.isMore(node)) {
        if (direction === -1 || pages-- === 0) continue;
        const last = rows[index - 1];
        await tree.showMore(node);
        rows = await tree.children(parent);
        // What came may stand in the row before, such as among the others of a day.
        const grown = last && sameIn(rows, last);
        const before = seen;
        const found =
          grown !== undefined && before !== undefined && aim.mayHold(grown)
            ? await search(grown, (now) => beside(now, before, 1))
            : undefined;
        if (found !== undefined) return found;
        index -= 1;
        continue;
      }
      seen = { node, siblings: rows };
      if (direction === 1 && aim.isAim(node)) return seen;
      const found = aim.mayHold(node) ? await search(node, (all) => first(all, direction)) : undefined;
      if (found !== undefined) return found;
      if (direction === -1 && aim.isAim(node)) return { node, siblings: rows };
    }
    return undefined;
  };
  const sameIn = (rows: readonly N[], node: N): N => rows.find((row) => tree.isSame(row, node)) ?? node;
  /** Where to go on beside a place, or at its nearest neighbour where it is gone. */
  const beside = (rows: readonly N[], { node, siblings }: Place<N>, step: Direction): number => {
    const at = rows.findIndex((row) => tree.isSame(row, node));
    if (at >= 0) return at + step;
    const was = siblings.findIndex((row) => tree.isSame(row, node));
    const neighbours = step === 1 ? siblings.slice(was + 1) : siblings.slice(0, Math.max(was, 0)).reverse();
    for (const neighbour of neighbours) {
      const found = rows.findIndex((row) => tree.isSame(row, neighbour));
      if (found >= 0) return found;
    }
    return step === 1 ? rows.length : -1;
  };

  if (from === undefined) return search(undefined, (rows) => first(rows, direction));
  if (direction === 1 && aim.mayHold(from.node)) {
    const found = await search(from.node, () => 0);
    if (found !== undefined) return found;
  }
  for (let place = from; ;) {
    const parent = tree.parent(place.node);
    const inner = place;
    const found = await search(parent, (rows) => beside(rows, inner, direction));
    if (found !== undefined || parent === undefined) return found;
    if (direction === -1 && aim.isAim(parent)) return { node: parent, siblings: [parent] };
    place = { node: parent, siblings: [parent] };
  }
}

function first(rows: readonly unknown[], direction: Direction): number {
  return direction === 1 ? 0 : rows.length - 1;
}
