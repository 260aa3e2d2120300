import assert from 'node:assert/strict';
import type { ItemId, SourceId } from '../../../src/core/model/ids.ts';
import type { Headline } from '../../../src/core/model/item.ts';
import type { Source } from '../../../src/core/model/source.ts';
import type {
  FolderNode,
  GroupNode,
  HeadlineNode,
  Node,
  SourceNode,
  StoryNode,
} from '../../../src/host/sidebar/nodes.ts';
import { listAround, placeInList } from '../../../src/host/sidebar/walk/listAround.ts';

const LIST = 1 as SourceId;

function headline(id: number): HeadlineNode {
  return { kind: 'headline', item: { id: id as ItemId } as Headline, listedIn: LIST };
}
function group(key: string, ...ids: readonly number[]): GroupNode {
  return { kind: 'group', listedIn: LIST, key, label: key, children: ids.map(headline), isComplete: true };
}
function story(first: number, ...others: readonly number[]): StoryNode {
  const { item } = headline(first);
  return { kind: 'story', listedIn: LIST, item, children: [first, ...others].map(headline) };
}

const source: SourceNode = { kind: 'source', source: { id: LIST } as Source, feed: undefined };
const folder: FolderNode = { kind: 'folder', path: ['News'], children: [source], unread: 0 };

function treeOf(rows: readonly Node[]) {
  return {
    children: (node?: Node): Promise<readonly Node[]> => Promise.resolve(node === source ? rows : []),
    parent(node: Node): Node | undefined {
      if (node === folder) return undefined;
      if (node === source) return folder;
      const around = rows.find(
        (row) =>
          (row.kind === 'group' || row.kind === 'story') && row.children.some((child) => child === node),
      );
      return around ?? source;
    },
  };
}

suite('The place of a row in its list', () => {
  const cases: readonly (readonly [string, readonly Node[], (rows: readonly Node[]) => Node, string])[] = [
    ['of a headline', [headline(1), headline(2), headline(3)], () => headline(3), '1 2 | 3'],
    ['of the first one', [headline(1), headline(2)], () => headline(1), ' | 1'],
    ['of one in a group', [group('a', 1, 2), group('b', 3, 4, 5)], () => headline(4), '1 2 3 | 4'],
    ['of a group', [group('a', 1, 2), group('b', 3, 4)], () => group('b', 3), '1 2 | 3 4'],
    ['behind a story', [story(1, 2), headline(3)], () => headline(3), '1 2 | 3'],
    ['of a story', [headline(1), story(2, 3)], (rows) => rows[1] ?? source, '1 | 2 3'],
    ['of one that is gone', [headline(1), headline(2)], () => headline(3), 'gone'],
  ];
  for (const [name, rows, pick, expected] of cases) {
    test(name, async () => {
      const place = await placeInList(treeOf(rows), source, pick(rows));
      const ids = (items: readonly Headline[]): string => items.map(({ id }) => id).join(' ');
      assert.equal(place === undefined ? 'gone' : `${ids(place.above)} | ${ids(place.itself)}`, expected);
    });
  }

  test('is in the source around it, and a folder is in none', () => {
    const inGroup = group('a', 1);
    const tree = treeOf([inGroup]);
    assert.equal(listAround(tree, inGroup.children[0] as Node), source);
    assert.equal(listAround(tree, source), source);
    assert.equal(listAround(tree, folder), undefined);
  });
});
