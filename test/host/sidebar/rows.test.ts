import assert from 'node:assert/strict';
import type { ItemId, SourceId, StoryId } from '../../../src/core/model/ids.ts';
import type { Headline } from '../../../src/core/model/item.ts';
import type { Source } from '../../../src/core/model/source.ts';
import type { Arrangement } from '../../../src/host/sidebar/arrangement.ts';
import { createHeadlinePages } from '../../../src/host/sidebar/headlinePages.ts';
import { createListRows } from '../../../src/host/sidebar/listRows.ts';
import { rowId, type Node } from '../../../src/host/sidebar/nodes.ts';
import { createRows, type Rows } from '../../../src/host/sidebar/rows.ts';
import { createSmartLists } from '../../../src/host/sidebar/smartLists.ts';
import { createSourceTree } from '../../../src/host/sidebar/sourceTree.ts';

const NOW = new Date(2026, 0, 15, 14).getTime();
const HOUR = 3600_000;

const headline = (id: number): Headline =>
  ({
    id: id as ItemId,
    headline: `Report ${id}`,
    sortAt: NOW - id * 10 * HOUR,
    section: id % 2 === 0 ? 'World' : 'Arts',
    sourceTitle: 'Feed',
    outlet: `Paper ${id % 3}`,
    read: id > 4,
    story: id < 3 ? (1 as StoryId) : undefined,
  }) as unknown as Headline;

/** One source of so many headlines, read page by page; `total` with those that are not listed. */
function rowsOf(length: number, arrangement: Partial<Arrangement> = {}, total = length): Rows {
  const all = Array.from({ length }, (_, index) => headline(index + 1));
  const chosen = (): Arrangement => ({
    grouping: 'none',
    order: 'newest',
    unreadOnly: false,
    ...arrangement,
  });
  const tree = createSourceTree();
  const lists = createSmartLists();
  const source = {
    id: 7 as SourceId,
    kind: 'feed',
    title: 'Feed',
    total,
    unread: 4,
  } as unknown as Source;
  const pages = createHeadlinePages({
    arrangement: chosen,
    today: () => ({ began: 0, date: 0 }),
    library: {
      headlines: ({ limit }) => {
        const headlines = all.slice(0, limit);
        const last = headlines.at(-1);
        const isLast = last === undefined || headlines.length === all.length;
        return Promise.resolve({ headlines, end: isLast ? undefined : { sortAt: last.sortAt, id: last.id } });
      },
    },
  });
  const listRows = createListRows({
    arrangement: chosen,
    locale: 'en',
    now: () => NOW,
    library: { stories: (ids) => Promise.resolve(all.filter(({ story }) => ids.some((id) => id === story))) },
  });
  return createRows({
    tree,
    lists,
    pages,
    listRows,
    load: () => {
      tree.update([source], new Map(), new Set());
      const none = { total: 0, unread: 0 };
      lists.update({ unread: 4, today: 1, starred: none, later: none, cited: none });
      return Promise.resolve();
    },
  });
}

/** All rows from the top to the bottom, each with the one that it stands beneath. */
async function walked(rows: Rows): Promise<readonly (readonly [Node, Node | undefined])[]> {
  const beneath = async (parent?: Node): Promise<readonly (readonly [Node, Node | undefined])[]> => {
    const children = await rows.children(parent);
    const parts = await Promise.all(
      children.map(async (child) => [[child, parent] as const, ...(await beneath(child))]),
    );
    return parts.flat();
  };
  return await beneath();
}

suite('The rows of the tree', () => {
  const groupings = ['none', 'date', 'section', 'source', 'story'] as const;
  for (const grouping of groupings) {
    test(`know what they stand beneath, and no two are taken for each other: ${grouping}`, async () => {
      const rows = rowsOf(150, { grouping });
      const all = await walked(rows);
      assert.deepEqual(
        all.map(([node]) => rows.parent(node)),
        all.map(([, parent]) => parent),
      );
      const ids = all.map(([node]) => rowId(node));
      assert.equal(new Set(ids).size, ids.length);
      const items = all.filter(([node]) => node.kind === 'headline');
      assert.ok(items.length >= 200, 'the source and the lists have a page each');
    });
  }

  test('are the same objects as long as nothing changes', async () => {
    const rows = rowsOf(150, { grouping: 'date' });
    const [first, second] = [await walked(rows), await walked(rows)];
    assert.deepEqual(
      first.map(([node], index) => node === second[index]?.[0]),
      first.map(() => true),
    );
  });

  test('begin with the lists across all sources', async () => {
    const tops = await rowsOf(3).children();
    assert.deepEqual(
      tops.map((node) => (node.kind === 'list' ? node.list : node.kind)),
      ['unread', 'today', 'starred', 'later', 'cited', 'source'],
    );
  });

  const outlets: readonly (readonly [string, readonly (string | undefined)[], boolean])[] = [
    ['one name, however the feed is called', ['Gazette', 'Gazette'], true],
    ['no name but its source', [undefined, undefined], true],
    ['several names', ['Gazette', 'Post'], false],
  ];
  for (const [what, names, expected] of outlets) {
    test(`know whether a source is of one outlet: ${what}`, async () => {
      const feed = { sourceKind: 'feed', story: undefined } as const;
      const headlines = names.map((outlet, index) => ({ ...headline(index + 1), ...feed, outlet }));
      const listRows = createListRows({
        arrangement: () => ({ grouping: 'none', order: 'newest', unreadOnly: false }),
        locale: 'en',
        now: () => NOW,
        library: { stories: () => Promise.resolve([]) },
      });
      const source = { id: 7, kind: 'feed', title: 'Renamed', total: 2, unread: 2 } as unknown as Source;
      const rows = await listRows.of(
        { kind: 'source', source, feed: undefined },
        { headlines, end: undefined },
      );
      assert.deepEqual(
        rows.map((row) => row.kind === 'headline' && row.isOfOneOutlet),
        names.map(() => expected),
      );
    });
  }

  const ends: readonly (readonly [string, () => Rows, Partial<Node>])[] = [
    ['how much is left', () => rowsOf(150), { kind: 'more', left: 50 }],
    ['how much is left to be read', () => rowsOf(150, { unreadOnly: true }), { kind: 'more', left: 0 }],
    ['that there is nothing', () => rowsOf(0), { kind: 'empty', sentence: 'No headlines yet' }],
    [
      'that nothing is unread',
      () => rowsOf(0, { unreadOnly: true }, 4),
      { kind: 'empty', sentence: 'Nothing unread' },
    ],
  ];
  for (const [what, made, expected] of ends) {
    test(`end with ${what}`, async () => {
      const rows = made();
      const source = (await rows.children()).at(-1);
      assert.deepEqual((await rows.children(source)).at(-1), { ...expected, listedIn: 7 });
    });
  }
});
