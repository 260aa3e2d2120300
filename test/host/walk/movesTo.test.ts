import assert from 'node:assert/strict';
import type { SourceId } from '../../../src/core/model/ids.ts';
import type { Source } from '../../../src/core/model/source.ts';
import type { FolderPath, Subscription } from '../../../src/core/model/subscription.ts';
import { movesTo } from '../../../src/host/sidebar/dragAndDrop.ts';
import type { FolderNode, Node, SourceNode } from '../../../src/host/sidebar/nodes.ts';

function feed(id: number, ...path: FolderPath): SourceNode {
  const subscription = { folder: path } as unknown as Subscription;
  return { kind: 'source', source: { id: id as SourceId } as Source, feed: subscription };
}
function folder(path: FolderPath, ...children: readonly (FolderNode | SourceNode)[]): FolderNode {
  return { kind: 'folder', path, children, unread: 0 };
}

const WORLD = folder(['News', 'World'], feed(3, 'News', 'World'));
const NEWS = folder(['News'], WORLD, feed(2, 'News'));
const DOCUMENTS: SourceNode = { ...feed(9), feed: undefined };

suite('Dropping feeds and folders', () => {
  const cases: readonly (readonly [string, FolderPath, readonly Node[], Readonly<Record<string, string>>])[] =
    [
      ['a feed on a folder', ['News'], [feed(1)], { 1: 'News' }],
      ['a feed on the root', [], [feed(2, 'News')], { 2: '' }],
      ['a feed where it stands', ['News'], [feed(2, 'News')], {}],
      ['a folder on another', ['Arts'], [NEWS], { 2: 'Arts/News', 3: 'Arts/News/World' }],
      ['an inner folder on the root', [], [WORLD], { 3: 'World' }],
      ['a folder on itself', ['News'], [NEWS], {}],
      ['a folder into its own', ['News', 'World'], [NEWS], {}],
      ['a folder where it stands', ['News'], [WORLD], {}],
      ['what is no feed', ['News'], [DOCUMENTS], {}],
      ['several', ['Arts'], [feed(1), WORLD, DOCUMENTS], { 1: 'Arts', 3: 'Arts/World' }],
      ['a folder and one in it', ['Arts'], [WORLD, NEWS], { 2: 'Arts/News', 3: 'Arts/News/World' }],
      ['a folder and a feed in it', ['Arts'], [WORLD, feed(3, 'News', 'World')], { 3: 'Arts/World' }],
    ];
  for (const [name, target, rows, expected] of cases) {
    test(name, () => {
      const moves = movesTo(target, rows).map(({ sourceId, folder: path }) => [sourceId, path.join('/')]);
      assert.deepEqual(Object.fromEntries(moves), expected);
    });
  }
});
