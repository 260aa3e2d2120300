import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ItemId, SourceId } from '../../../src/core/model/ids.ts';
import type { Headline } from '../../../src/core/model/item.ts';
import type { Source } from '../../../src/core/model/source.ts';
import type { HeadlineNode, Node, SourceNode } from '../../../src/host/sidebar/nodes.ts';
import { createWalk, type Move } from '../../../src/host/sidebar/walk/createWalk.ts';

/** A sidebar of two sources, "1 2 3" and "4 5 6", a view that shows no more than its selection, and a reader. */
function sidebar() {
  const read = new Set<number>();
  const changed = new vscode.EventEmitter<vscode.TreeViewSelectionChangeEvent<Node>>();
  const folds = new vscode.EventEmitter<vscode.TreeViewExpansionEvent<Node>>();
  const opened: number[] = [];
  const said: string[] = [];
  const scrolled: number[] = [];
  let lists: readonly (readonly number[])[] = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  let isReading = true;
  let selection: readonly Node[] = [];
  const itemOf = (id: number): Headline => ({ id: id as ItemId, read: read.has(id) }) as Headline;
  const sources: readonly SourceNode[] = [1, 2].map((id) => ({
    kind: 'source',
    feed: undefined,
    source: {
      id: id as SourceId,
      get unread() {
        return lists[id - 1]?.filter((item) => !read.has(item)).length ?? 0;
      },
    } as Source,
  }));
  const row = (id: number): HeadlineNode => {
    const list = lists.findIndex((items) => items.includes(id));
    return { kind: 'headline', item: itemOf(id), listedIn: (list + 1) as SourceId };
  };
  const select = (...rows: readonly Node[]): void => {
    selection = rows;
    changed.fire({ selection: rows });
  };
  const walk = createWalk({
    rows: {
      children: (node) =>
        Promise.resolve(
          node === undefined
            ? sources
            : node.kind === 'source'
              ? (lists[node.source.id - 1] ?? []).map(row)
              : [],
        ),
      parent: (node) =>
        node.kind === 'headline' ? sources.find(({ source }) => source.id === node.listedIn) : undefined,
    },
    view: {
      visible: true,
      get selection() {
        return selection;
      },
      reveal(node) {
        select(node);
        return Promise.resolve();
      },
      onDidChangeSelection: changed.event,
      onDidExpandElement: folds.event,
      onDidCollapseElement: folds.event,
    },
    showMore: () => Promise.resolve(),
    library: {
      headlines: () => {
        const unread = lists.flat().filter((id) => !read.has(id));
        return Promise.resolve({ headlines: unread.slice(0, 2).map(itemOf), end: undefined });
      },
    },
    guard: async (work) => work(),
    open(item) {
      opened.push(item.id);
      read.add(item.id);
      return Promise.resolve();
    },
    scroll(pages) {
      if (isReading) scrolled.push(pages);
      return isReading;
    },
    say: (sentence) => said.push(sentence),
  });
  return {
    walk,
    opened,
    said,
    scrolled,
    read,
    select,
    row,
    shown: () => selection.map((node) => (node.kind === 'headline' ? node.item.id : node.kind)),
    relist: (next: typeof lists) => (lists = next),
    closeReader: () => (isReading = false),
    async go(...moves: readonly Move[]) {
      for (const move of moves) await walk.go(move, 'elsewhere');
      return opened.join(' ');
    },
  };
}

suite('Reading on', () => {
  test('opens one headline after the other, past the end of a source, and selects its row', async () => {
    const { go, shown } = sidebar();
    assert.equal(await go('next', 'next', 'next', 'next', 'previous'), '1 2 3 4 3');
    assert.deepEqual(shown(), [3]);
  });

  test('goes nowhere before the first headline and behind the last', async () => {
    const { go, said } = sidebar();
    assert.equal(await go('next', 'previous', 'next'), '1 2');
    assert.equal(await go('next', 'next', 'next', 'next', 'next', 'next'), '1 2 3 4 5 6');
    assert.deepEqual(said, []);
  });

  test('counts every key that is pressed quickly', async () => {
    const { walk, opened, shown } = sidebar();
    await Promise.all([1, 2, 3, 4].map(() => walk.go('next', 'elsewhere')));
    assert.deepEqual(opened, [1, 2, 3, 4]);
    assert.deepEqual(shown(), [4]);
  });

  test('goes over what is unread, round to what was left out, and says when nothing is left', async () => {
    const { go, select, row, read, said } = sidebar();
    read.add(4);
    select(row(3));
    assert.equal(await go('next unread', 'next unread', 'next unread', 'next unread'), '5 6 1 2');
    assert.equal(await go('next unread'), '5 6 1 2 3');
    assert.equal(await go('next unread'), '5 6 1 2 3');
    assert.deepEqual(said, ['Nothing unread is left.']);
  });

  test('says that nothing else is unread where the open article still is', async () => {
    const { go, read, said } = sidebar();
    for (const id of [2, 3, 4, 5, 6]) read.add(id);
    await go('next unread');
    read.delete(1);
    assert.equal(await go('next unread'), '1');
    assert.deepEqual(said, ['No other headline is unread.']);
  });

  test('opens what is unread and in no list that shows', async () => {
    const { go, relist, walk, read } = sidebar();
    for (const id of [1, 2, 3]) read.add(id);
    walk.opened({ kind: 'headline', item: { id: 3 } as Headline, listedIn: 1 as SourceId });
    relist([[1, 2, 3], [], [9]]);
    assert.equal(await go('next unread'), '9');
  });

  test('goes on at the row that was selected since, or opened', async () => {
    const { go, select, row, walk } = sidebar();
    await go('next', 'next');
    select(row(4));
    assert.equal(await go('next'), '1 2 5');
    walk.opened(row(1));
    assert.equal(await go('next'), '1 2 5 2');
    select(row(1), row(6));
    assert.equal(await go('next'), '1 2 5 2 3');
  });

  test('goes on where it stopped when something was opened that is in no list', async () => {
    const { go, walk } = sidebar();
    await go('next', 'next');
    walk.opened({ kind: 'headline', item: { id: 77 } as Headline, listedIn: 2 as SourceId });
    assert.equal(await go('next'), '1 2 3');
  });

  test('goes on beside a row that has left its list', async () => {
    const { go, relist } = sidebar();
    await go('next', 'next');
    relist([
      [1, 3],
      [4, 5],
    ]);
    assert.equal(await go('next'), '1 2 3');
  });

  test('scrolls an article to its end, and opens the next unread one then', async () => {
    const { walk, opened, scrolled, closeReader } = sidebar();
    await walk.scroll(1, 'elsewhere');
    await walk.scroll(-1, 'elsewhere');
    assert.deepEqual([scrolled, opened], [[1, -1], []]);
    await walk.pastEnd();
    assert.deepEqual(opened, [1]);
    closeReader();
    await walk.scroll(-1, 'elsewhere');
    assert.deepEqual(opened, [1]);
    await walk.scroll(1, 'elsewhere');
    assert.deepEqual(opened, [1, 2]);
  });
});
