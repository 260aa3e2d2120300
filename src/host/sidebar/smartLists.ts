// The lists across all sources at the top of the tree: what they are called, and how many headlines they have.

import type { SmartList, SmartListCounts } from '../../core/model/headlineList.ts';
import { localize } from '../localize.ts';
import type { SmartListNode } from './nodes.ts';

/** How a list shows. */
export interface ListLook {
  readonly title: string;
  readonly icon: string;
  /** What is said where it has nothing. */
  readonly empty: string;
}

export const LIST_LOOKS: Readonly<Record<SmartList, ListLook>> = {
  unread: { title: localize('All Unread'), icon: 'circle-filled', empty: localize('Nothing unread') },
  today: { title: localize('Today'), icon: 'calendar', empty: localize('Nothing from today') },
  starred: { title: localize('Starred'), icon: 'star', empty: localize('Nothing starred') },
  later: { title: localize('Read Later'), icon: 'clockface', empty: localize('Nothing kept for later') },
  cited: { title: localize('Cited'), icon: 'quote', empty: localize('Nothing cited or quoted in a note') },
};

export interface SmartLists {
  /** In the order in which they stand. */
  rows(): readonly SmartListNode[];
  row(list: SmartList): SmartListNode;
  /** Takes over what the counts are now; gives the rows that look different. */
  update(counts: SmartListCounts): readonly SmartListNode[];
}

const LISTS = Object.keys(LIST_LOOKS) as readonly SmartList[];

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function createSmartLists(): SmartLists {
  const rows = Object.fromEntries(
    LISTS.map((list) => [list, { kind: 'list', list, unread: 0, total: undefined }]),
  ) as Readonly<Record<SmartList, Writable<SmartListNode>>>;
  return {
    rows: () => LISTS.map((list) => rows[list]),
    row: (list) => rows[list],
    update: (counts) =>
      LISTS.flatMap((list) => {
        const { unread, total } = countsOf(list, counts);
        const row = rows[list];
        if (row.unread === unread && row.total === total) return [];
        [row.unread, row.total] = [unread, total];
        return [row];
      }),
  };
}

function countsOf(list: SmartList, counts: SmartListCounts): Pick<SmartListNode, 'unread' | 'total'> {
  const count = counts[list];
  return typeof count === 'number' ? { unread: count, total: undefined } : count;
}
