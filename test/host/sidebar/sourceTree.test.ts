import assert from 'node:assert/strict';
import type { SourceId } from '../../../src/core/model/ids.ts';
import type { Source } from '../../../src/core/model/source.ts';
import type { FolderPath, Subscription } from '../../../src/core/model/subscription.ts';
import { newFetchState } from '../../../src/core/schedule/fetchState.ts';
import { createSourceTree, type TopNode } from '../../../src/host/sidebar/sourceTree.ts';

interface Listed {
  readonly id: number;
  readonly unread?: number;
  readonly title?: string;
  readonly folder?: FolderPath;
  readonly sentence?: string;
}

suite('The tree of sources', () => {
  const source = ({ id, unread = 0, title = `s${id}` }: Listed): Source => ({
    id: id as SourceId,
    kind: 'feed',
    uri: `https://example.org/${id}`,
    title,
    total: 9,
    unread,
    retention: { days: undefined, newest: undefined },
  });
  const feed = (listed: Listed): Subscription => {
    const { id, uri: url, title } = source(listed);
    const failed = {
      cause: 'timeout',
      status: undefined,
      sentence: listed.sentence ?? '',
      ...{ count: 1, since: 0, latestAt: 0, told: false },
    } as const;
    const state = { ...newFetchState(url, 0), failure: listed.sentence === undefined ? undefined : failed };
    return {
      sourceId: id,
      url,
      title,
      homeUrl: undefined,
      folder: listed.folder ?? [],
      fullText: false,
      state,
    };
  };
  const shown = (node: TopNode): unknown =>
    node.kind === 'source'
      ? node.source.title
      : [`${node.path.join('/')} ${node.unread}`, ...node.children.map(shown)];
  const names = (nodes: readonly TopNode[] | undefined) =>
    nodes?.map((node) => (node.kind === 'source' ? node.source.title : node.path.join('/')));
  const filled = (listed: readonly Listed[]) => {
    const tree = createSourceTree();
    const update = (now: readonly Listed[], ...touched: readonly number[]) =>
      tree.update(
        now.map(source),
        new Map(now.map((one) => [one.id as SourceId, feed(one)])),
        new Set(touched as readonly SourceId[]),
      );
    assert.equal(update(listed), undefined);
    return { tree, update };
  };

  const LISTED: readonly Listed[] = [
    { id: 1, unread: 1 },
    { id: 2, unread: 2, folder: ['News'] },
    { id: 3, unread: 3, folder: ['News', 'World'] },
    { id: 4, unread: 4, folder: ['Arts'] },
    { id: 5, folder: ['News'] },
  ];

  test('has folders first, in each other, with what is unread in them', () => {
    const { tree } = filled(LISTED);
    assert.deepEqual(tree.roots().map(shown), [
      ['Arts 4', 's4'],
      ['News 5', ['News/World 3', 's3'], 's2', 's5'],
      's1',
    ]);
  });

  test('draws nothing again when nothing has changed', () => {
    assert.deepEqual(filled(LISTED).update(LISTED), []);
  });

  const change = (id: number, part: Partial<Listed>): readonly Listed[] =>
    LISTED.map((one) => (one.id === id ? { ...one, ...part } : one));
  const cases: readonly (readonly [
    string,
    readonly Listed[],
    readonly number[],
    readonly string[] | undefined,
  ])[] = [
    ['a count', change(1, { unread: 0 }), [], ['s1']],
    ['a count in a folder', change(3, { unread: 9 }), [], ['News']],
    [
      'two counts in a folder',
      change(3, { unread: 9 }).map((one) => ({ ...one, unread: 7 })),
      [],
      ['s1', 'News', 'Arts'],
    ],
    ['headlines', LISTED, [1, 4], ['s1', 'Arts']],
    ['a failure', change(1, { sentence: 'It was silent.' }), [], ['s1']],
    ['a name', change(1, { title: 'One' }), [], ['One']],
    ['a move', change(1, { folder: ['Arts'] }), [], undefined],
    ['one that left', LISTED.slice(1), [], undefined],
    ['one that came', [...LISTED, { id: 6 }], [], undefined],
    ['another order', LISTED.toReversed(), [], undefined],
  ];
  for (const [name, now, touched, expected] of cases) {
    test(`draws what has changed: ${name}`, () => {
      assert.deepEqual(names(filled(LISTED).update(now, ...touched)), expected);
    });
  }

  test('keeps the objects of rows that stay, and folders that move lose what left', () => {
    const { tree, update } = filled(LISTED);
    const before = tree.node(2 as SourceId);
    const news = before && tree.parent(before);
    update(change(3, { folder: [] }));
    assert.ok(before);
    assert.equal(tree.node(2 as SourceId), before);
    assert.equal(tree.parent(before), news);
    assert.deepEqual(tree.roots().map(shown), [['Arts 4', 's4'], ['News 2', 's2', 's5'], 's1', 's3']);
    update(change(2, { folder: [] }).filter(({ id }) => id !== 5 && id !== 3));
    assert.deepEqual(tree.roots().map(shown), [['Arts 4', 's4'], 's1', 's2']);
    assert.equal(tree.node(5 as SourceId), undefined);
  });
});
