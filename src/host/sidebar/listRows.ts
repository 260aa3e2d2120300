// The rows beneath a source or another list: headlines, alone or in groups, and what stands at the end.

import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { ListId } from '../../core/model/headlineList.ts';
import type { StoryId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import type { Arrangement } from './arrangement.ts';
import { groupHeadlines, groupStories } from './groupRows.ts';
import { isUnreadOnly, type LoadedPages } from './headlinePages.ts';
import {
  listOf,
  type GroupNode,
  type HeadlineNode,
  type ListNode,
  type Node,
  type StoryNode,
} from './nodes.ts';
import { LIST_LOOKS } from './smartLists.ts';

export interface ListRows {
  /** Gives the rows of a list; the same objects as long as the same pages are loaded on the same day. */
  of(node: ListNode, pages: LoadedPages): Promise<readonly Node[]>;
  /** The group or story around a row; undefined where it stands in the list itself. */
  parent(node: Node): GroupNode | StoryNode | undefined;
}

export interface ListRowsParts {
  readonly library: Pick<Library, 'stories'>;
  readonly arrangement: () => Arrangement;
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const NAMES = {
  today: localize('Today'),
  yesterday: localize('Yesterday'),
  thisWeek: localize('This Week'),
  lastWeek: localize('Last Week'),
  noSection: localize('No Section'),
};

export function createListRows({ library, arrangement, locale, now }: ListRowsParts): ListRows {
  const made = new WeakMap<LoadedPages, { readonly day: string; readonly rows: Promise<readonly Node[]> }>();
  const parents = new WeakMap<Node, GroupNode | StoryNode>();

  const adopt = <Parent extends GroupNode | StoryNode>(parent: Parent): Parent => {
    for (const child of parent.children) parents.set(child, parent);
    return parent;
  };
  const grouped = (listedIn: ListId, { headlines, end }: LoadedPages): readonly Node[] => {
    const { grouping, order } = arrangement();
    const rowOf = headlineRow(listedIn, headlines);
    if (grouping === 'none' || grouping === 'story') return headlines.map(rowOf);
    const groups = groupHeadlines(headlines, grouping, {
      isWhole: end === undefined,
      isInTime: order !== 'unread',
      now: now(),
      locale,
      names: NAMES,
    });
    if (groups.length === 0) return headlines.map(rowOf);
    return groups.map(({ items, ...group }) =>
      adopt({ kind: 'group', listedIn, ...group, children: items.map(rowOf) }),
    );
  };
  const inStories = async (listedIn: ListId, { headlines }: LoadedPages): Promise<readonly Node[]> => {
    const ids = new Set(headlines.map(({ story }) => story));
    const wanted = [...ids].filter((id): id is StoryId => id !== undefined);
    const told = wanted.length === 0 ? [] : await library.stories(wanted);
    const rowOf = headlineRow(listedIn, headlines);
    return groupStories(headlines, told).map((row): Node => {
      if (row.kind === 'item') return rowOf(row.item);
      const children = row.told.map((item): HeadlineNode => ({ kind: 'headline', item, listedIn }));
      return adopt({ kind: 'story', listedIn, item: row.item, children });
    });
  };
  const rowsOf = async (node: ListNode, pages: LoadedPages): Promise<readonly Node[]> => {
    const listedIn = listOf(node);
    const sentence = emptySentence(node, arrangement());
    if (pages.headlines.length === 0) return [{ kind: 'empty', listedIn, sentence }];
    const isByStory = arrangement().grouping === 'story';
    const rows = isByStory ? await inStories(listedIn, pages) : grouped(listedIn, pages);
    if (pages.end === undefined) return rows;
    return [...rows, { kind: 'more', listedIn, left: leftOf(node, pages, arrangement()) }];
  };

  return {
    of(node, pages) {
      const day = new Date(now()).toDateString();
      const before = made.get(pages);
      if (before?.day === day) return before.rows;
      const rows = rowsOf(node, pages);
      made.set(pages, { day, rows });
      // Rows that could not be made are made again next time.
      void rows.then(undefined, () => made.delete(pages));
      return rows;
    },
    parent: (node) => parents.get(node),
  };
}

/** What all headlines of a source have in common need not stand in each row, whatever the source is called here. */
function headlineRow(listedIn: ListId, headlines: readonly Headline[]): (item: Headline) => HeadlineNode {
  const isOfOneOutlet = typeof listedIn === 'number' && new Set(headlines.map(publishedIn)).size === 1;
  return (item) => ({ kind: 'headline', item, listedIn, isOfOneOutlet });
}

function emptySentence(node: ListNode, arrangement: Arrangement): string {
  if (node.kind === 'list')
    return node.list === 'today' && arrangement.unreadOnly
      ? localize('Nothing unread from today')
      : LIST_LOOKS[node.list].empty;
  const isAllRead = arrangement.unreadOnly && node.source.total > 0;
  return isAllRead ? localize('Nothing unread') : localize('No headlines yet');
}

/** Today's headlines are not counted, only the unread ones among them. */
function leftOf(node: ListNode, { headlines }: LoadedPages, arrangement: Arrangement): number | undefined {
  const counts = node.kind === 'source' ? node.source : node;
  if (isUnreadOnly(listOf(node), arrangement))
    return counts.unread - headlines.filter(({ read }) => !read).length;
  return counts.total === undefined ? undefined : counts.total - headlines.length;
}
