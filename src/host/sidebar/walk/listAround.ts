// Where a row stands in its list, whatever groups the list has.

import type { Headline } from '../../../core/model/item.ts';
import { headlinesIn, rowId, type HeadlineNode, type ListNode, type Node } from '../nodes.ts';
import type { Rows } from '../rows.ts';

type RowTree = Pick<Rows, 'children' | 'parent'>;

export interface ListPlace {
  readonly above: readonly Headline[];
  /** What the row stands for: a headline, or all that tell a story. */
  readonly itself: readonly Headline[];
}

/** Gives the source or other list in which a row stands; undefined for a folder. */
export function listAround(rows: RowTree, row: Node): ListNode | undefined {
  for (let around: Node | undefined = row; around !== undefined; around = rows.parent(around))
    if (around.kind === 'source' || around.kind === 'list') return around;
  return undefined;
}

/** Gives the headlines of a list before a row, as far as they show; undefined where the row is gone. */
export async function placeInList(rows: RowTree, list: ListNode, row: Node): Promise<ListPlace | undefined> {
  const above: Headline[] = [];
  for (const top of await rows.children(list)) {
    const within = headlinesIn(top);
    if (rowId(top) === rowId(row)) return { above, itself: items(within) };
    const place = within.findIndex((inner) => rowId(inner) === rowId(row));
    if (place >= 0)
      return {
        above: [...above, ...items(within.slice(0, place))],
        itself: items(within.slice(place, place + 1)),
      };
    above.push(...items(within));
  }
  return undefined;
}

function items(rows: readonly HeadlineNode[]): readonly Headline[] {
  return rows.map(({ item }) => item);
}
