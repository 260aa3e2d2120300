// The one way in which the rows of the tree are read, by VS Code and by whatever else walks over them.

import type { ListId } from '../../core/model/headlineList.ts';
import type { HeadlinePages } from './headlinePages.ts';
import type { ListRows } from './listRows.ts';
import type { ListNode, Node } from './nodes.ts';
import type { SmartLists } from './smartLists.ts';
import type { SourceTree } from './sourceTree.ts';

export interface Rows {
  /** Gives the rows beneath one, as VS Code shows them when it is unfolded; those at the top where undefined. */
  children(node?: Node): Promise<readonly Node[]>;
  /** Gives the row that one stands beneath; undefined at the top. */
  parent(node: Node): Node | undefined;
  /** Gives the row of a list; undefined where its source left. */
  listRow(list: ListId): ListNode | undefined;
}

export interface RowsParts {
  readonly tree: SourceTree;
  readonly lists: SmartLists;
  readonly pages: HeadlinePages;
  readonly listRows: ListRows;
  /** Makes the top rows known where they are not yet. */
  readonly load: () => Promise<void>;
}

export function createRows({ tree, lists, pages, listRows, load }: RowsParts): Rows {
  let isLoaded = false;
  const listRow = (list: ListId): ListNode | undefined =>
    typeof list === 'number' ? tree.node(list) : lists.row(list);

  return {
    listRow,
    async children(node) {
      switch (node?.kind) {
        case undefined: {
          if (!isLoaded) await load();
          isLoaded = true;
          const roots = tree.roots();
          // Without a source, the view says how to get one.
          return roots.length === 0 ? [] : [...lists.rows(), ...roots];
        }
        case 'folder':
        case 'group':
        case 'story':
          return node.children;
        case 'source':
          return await listRows.of(node, await pages.get(node.source.id));
        case 'list':
          return await listRows.of(node, await pages.get(node.list));
        default:
          return [];
      }
    },
    parent(node) {
      switch (node.kind) {
        case 'list':
          return undefined;
        case 'folder':
        case 'source':
          return tree.parent(node);
        default:
          return listRows.parent(node) ?? listRow(node.listedIn);
      }
    },
  };
}
