// How many unread headlines stand beneath a row, as far as that is known without looking.

import type { Node } from '../nodes.ts';

/** Gives their number; undefined where one has to look. */
export function unreadIn(row: Node): number | undefined {
  switch (row.kind) {
    case 'folder':
    case 'list':
      return row.unread;
    case 'source':
      return row.source.unread;
    case 'group':
    case 'story':
      return row.children.filter(({ item }) => !item.read).length;
    case 'headline':
    case 'more':
    case 'empty':
      return 0;
  }
}
