// Reading on from headline to headline over the rows of the sidebar, from wherever the person is.

import type * as vscode from 'vscode';
import type { Headline } from '../../../core/model/item.ts';
import type { Library } from '../../../library/library.ts';
import type { Guard } from '../../commands.ts';
import { createDisposableStore } from '../../disposables.ts';
import { localize } from '../../localize.ts';
import { rowId, type HeadlineNode, type MoreNode, type Node, type StoryNode } from '../nodes.ts';
import { reveal } from '../reveal.ts';
import type { Rows } from '../rows.ts';
import { createSequence } from '../../../core/inSequence.ts';
import { nextRow, type Aim, type Place, type RowTree } from './nextRow.ts';
import { createRowFocus } from './rowsForKey.ts';
import { unreadIn } from './unreadIn.ts';

export type Move = 'next' | 'previous' | 'next unread';

/** Where a key was pressed: in the tree, or in the reader and anywhere else. */
export type Whence = 'tree' | 'elsewhere';

export interface Walk {
  /** Opens the headline that a move leads to, and shows its row; the focus stays where it is. */
  go(move: Move, whence: Whence): Promise<void>;
  /** Scrolls the article a page on or back; the next unread one opens where nothing is left of it, or none shows. */
  scroll(pages: 1 | -1, whence: Whence): Promise<void>;
  /** Goes on where the article that is scrolled has ended. */
  pastEnd(): Promise<void>;
  /** Takes the row of an article that the person opened for the place at which reading goes on. */
  opened(row: HeadlineNode | StoryNode): void;
  /** The rows that a key in the tree is for. */
  rowsForKey(): Promise<readonly Node[]>;
  /** The row at which reading goes on. */
  place(): Node | undefined;
  readonly disposable: vscode.Disposable;
}

export interface WalkParts {
  readonly rows: Pick<Rows, 'children' | 'parent'>;
  readonly view: Pick<
    vscode.TreeView<Node>,
    | 'visible'
    | 'selection'
    | 'reveal'
    | 'onDidChangeSelection'
    | 'onDidExpandElement'
    | 'onDidCollapseElement'
  >;
  readonly showMore: (row: MoreNode) => Promise<void>;
  readonly library: Pick<Library, 'headlines'>;
  readonly guard: Guard;
  /** Shows an item in the reader, without taking the focus there. */
  readonly open: (item: Headline) => Promise<void>;
  /** Scrolls the article that shows; gives whether one does. */
  readonly scroll: (pages: 1 | -1) => boolean;
  /** Says something in passing. */
  readonly say: (sentence: string) => void;
}

/** Pages of a list that are read on for the next headline, or for an unread one far below. */
const PAGES = 50;

const NOTHING_UNREAD = localize('Nothing unread is left.');
const NOTHING_ELSE_UNREAD = localize('No other headline is unread.');

export function createWalk(parts: WalkParts): Walk {
  const { view, guard } = parts;
  const store = createDisposableStore();
  const focus = createRowFocus(view);
  const unfolded = new Set<string>();
  const tree: RowTree<Node> = {
    children: (node) => parts.rows.children(node),
    parent: parts.rows.parent,
    isSame: (one, other) => one === other || rowId(one) === rowId(other),
    isMore: (node) => node.kind === 'more',
    async showMore(node) {
      if (node.kind === 'more') await parts.showMore(node);
    },
  };
  let cursor: Place<Node> | undefined;
  /** The row that had the focus in the tree when it was last known. */
  let focusedBefore: string | undefined;
  let scrolledFrom: Whence = 'elsewhere';
  let wanted: { readonly row: Node; readonly focus: boolean } | undefined;
  let isShowing = false;
  /** One move at a time, as each begins where the one before has led. */
  const inTurn = createSequence();
  /** Reading goes on at a row, or where it stopped if the row is not in its list, as of something that was found. */
  const stand = (row: Node): void => {
    const before = cursor;
    const place: Place<Node> = { node: row, siblings: [row] };
    cursor = place;
    void guard(async () => {
      const siblings = await tree.children(tree.parent(row));
      if (cursor !== place) return;
      cursor = siblings.some((other) => tree.isSame(other, row)) ? { node: row, siblings } : before;
    });
  };
  /** Whether the person went there by the arrow keys, so that it counts more than where reading stopped. */
  const isNew = (focused: Node | undefined): focused is Node =>
    focused !== undefined && rowId(focused) !== focusedBefore;
  const start = async (whence: Whence): Promise<Place<Node> | undefined> => {
    if (whence !== 'tree') return cursor;
    const { focused } = await focus.ask();
    return isNew(focused) ? { node: focused, siblings: [focused] } : cursor;
  };
  /** As it is now, not as it was when VS Code last drew it. */
  const fresh = async (row: Node): Promise<Node> => {
    const beside = await tree.children(tree.parent(row));
    return beside.find((other) => tree.isSame(other, row)) ?? row;
  };
  const aimOf = (move: Move): Aim<Node> => {
    if (move !== 'next unread')
      return {
        isAim: (row) => itemOf(row) !== undefined,
        mayHold: (row) => (row.kind === 'story' ? unfolded.has(rowId(row)) : true),
        pages: PAGES,
      };
    const now = cursor && itemOf(cursor.node)?.id;
    return {
      isAim(row) {
        const item = itemOf(row);
        return item !== undefined && !item.read && item.id !== now;
      },
      mayHold: (row) => unreadIn(row) !== 0,
      pages: PAGES,
    };
  };
  const find = async (move: Move, from: Place<Node> | undefined): Promise<Place<Node> | undefined> => {
    const aim = aimOf(move);
    const found = await nextRow(tree, from, move === 'previous' ? -1 : 1, aim);
    if (found !== undefined || move !== 'next unread' || from === undefined) return found;
    return nextRow(tree, undefined, 1, aim);
  };

  /** Shows the row that was wanted last; those that were wanted meanwhile are passed over. */
  const show = async (row: Node, withFocus: boolean): Promise<void> => {
    wanted = { row, focus: withFocus };
    if (withFocus) focusedBefore = rowId(row);
    if (isShowing) return;
    isShowing = true;
    try {
      while (wanted !== undefined) {
        const now: NonNullable<typeof wanted> = wanted;
        wanted = undefined;
        // VS Code would open a view that the person has hidden.
        if (view.visible) await reveal(view, now.row, { focus: now.focus, expand: false });
      }
    } finally {
      isShowing = false;
    }
  };

  /** What stands too far below in a list to be found row by row. */
  const openUnlisted = async (): Promise<void> => {
    const now = cursor && itemOf(cursor.node)?.id;
    const page = await parts.library.headlines({
      sourceId: undefined,
      list: 'unread',
      after: undefined,
      limit: 2,
    });
    const item = page.headlines.find(({ id }) => id !== now);
    if (item !== undefined) await parts.open(item);
    else parts.say(page.headlines.length === 0 ? NOTHING_UNREAD : NOTHING_ELSE_UNREAD);
  };

  store.add(
    view.onDidChangeSelection(({ selection }) => {
      const [row] = selection;
      if (row === undefined || selection.length > 1 || isShowing || focus.isAsking()) return;
      focusedBefore = rowId(row);
      stand(row);
    }),
  );
  store.add(view.onDidExpandElement(({ element }) => unfolded.add(rowId(element))));
  store.add(view.onDidCollapseElement(({ element }) => unfolded.delete(rowId(element))));

  const go = async (move: Move, whence: Whence): Promise<void> => {
    const found = await inTurn(async () => {
      const place = await find(move, await start(whence));
      cursor = place ?? cursor;
      return place;
    });
    const item = found && itemOf(found.node);
    if (found === undefined || item === undefined) {
      if (move === 'next unread') await openUnlisted();
      return;
    }
    await Promise.all([parts.open(item), show(found.node, whence === 'tree')]);
  };

  return {
    go,
    async scroll(pages, whence) {
      scrolledFrom = whence;
      if (!parts.scroll(pages) && pages > 0) await go('next unread', whence);
    },
    pastEnd: () => go('next unread', scrolledFrom),
    opened: stand,
    async rowsForKey() {
      const { focused, rows } = await focus.ask();
      const meant = isNew(focused) || view.selection.length === 0 ? rows : view.selection;
      return Promise.all(meant.map(fresh));
    },
    place: () => cursor?.node,
    disposable: store,
  };
}

function itemOf(row: Node): Headline | undefined {
  return row.kind === 'headline' || row.kind === 'story' ? row.item : undefined;
}
