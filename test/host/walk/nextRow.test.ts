import assert from 'node:assert/strict';
import {
  nextRow,
  type Aim,
  type Direction,
  type Place,
  type RowTree,
} from '../../../src/host/sidebar/walk/nextRow.ts';

/** "a" is a headline, "a*" an unread one, "+1" stands for rows that are not read yet. */
type Drawn = string | DrawnList;

interface DrawnList {
  readonly name: string;
  readonly rows: readonly Drawn[];
}

interface Row {
  readonly name: string;
  readonly isList: boolean;
  readonly isUnread: boolean;
}

/** A tree whose rows are made anew whenever they are asked for, as the sidebar's are. */
function treeOf(first: readonly Drawn[], more: Readonly<Record<string, readonly Drawn[]>> = {}) {
  let drawn = first;
  const asked: string[] = [];
  const rowOf = (part: Drawn): Row => {
    const name = typeof part === 'string' ? part : part.name;
    return row(name.replace('*', ''), name.endsWith('*'));
  };
  const beneath = (name: string | undefined): readonly Drawn[] => {
    if (name === undefined) return drawn;
    const find = (parts: readonly Drawn[]): readonly Drawn[] | undefined => {
      for (const part of parts) {
        if (typeof part === 'string') continue;
        const found = part.name === name ? part.rows : find(part.rows);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return find(drawn) ?? [];
  };
  const parentOf = (name: string, parts: readonly Drawn[], around?: Row): Row | undefined => {
    for (const part of parts) {
      if (rowOf(part).name === name) return around;
      const found = typeof part === 'string' ? undefined : parentOf(name, part.rows, rowOf(part));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const replaced = (parts: readonly Drawn[], name: string, by: readonly Drawn[]): readonly Drawn[] =>
    parts.flatMap((part): readonly Drawn[] => {
      if (typeof part !== 'string') return [list(part.name, ...replaced(part.rows, name, by))];
      return part === name ? by : [part];
    });
  const tree: RowTree<Row> = {
    children(node) {
      asked.push(node?.name ?? 'top');
      return Promise.resolve(beneath(node?.name).map(rowOf));
    },
    parent: (node) => parentOf(node.name, drawn),
    isSame: (one, other) => one.name === other.name,
    isMore: ({ name }) => name.startsWith('+'),
    showMore({ name }) {
      drawn = replaced(drawn, name, more[name] ?? []);
      return Promise.resolve();
    },
  };
  return { tree, asked, redraw: (next: readonly Drawn[]) => (drawn = next), rowOf };
}

const ANY: Aim<Row> = { isAim: ({ isList }) => !isList, mayHold: ({ isList }) => isList, pages: 5 };
const UNREAD: Aim<Row> = { ...ANY, isAim: ({ isList, isUnread }) => !isList && isUnread };

const DRAWN: readonly Drawn[] = [
  list('All', 'a*', 'b'),
  list('Folder', list('One', 'c', 'd*'), list('Two')),
  list('Three', list('Monday', 'e'), list('Sunday', 'f*', 'g')),
];

suite('Walking over rows', () => {
  /** Walks from a row until there is no other. */
  async function walk(
    { tree, rowOf }: ReturnType<typeof treeOf>,
    from: string | undefined,
    direction: Direction,
    aim: Aim<Row>,
  ): Promise<readonly string[]> {
    const names: string[] = [];
    let place: Place<Row> | undefined = from === undefined ? undefined : { node: rowOf(from), siblings: [] };
    for (;;) {
      place = await nextRow(tree, place, direction, aim);
      if (place === undefined) return names;
      names.push(place.node.name);
      assert.ok(names.length < 50, names.join(' '));
    }
  }

  const cases: readonly (readonly [string, string | undefined, Direction, Aim<Row>, string])[] = [
    ['from the top', undefined, 1, ANY, 'a b c d e f g'],
    ['from the end', undefined, -1, ANY, 'g f e d c b a'],
    ['past the end of a list', 'b', 1, ANY, 'c d e f g'],
    ['past the end of a group', 'e', 1, ANY, 'f g'],
    ['back over a group', 'f', -1, ANY, 'e d c b a'],
    ['into a list', 'One', 1, ANY, 'c d e f g'],
    ['back from a list', 'One', -1, ANY, 'b a'],
    ['into a folder', 'Folder', 1, ANY, 'c d e f g'],
    ['past a list with nothing in it', 'Two', 1, ANY, 'e f g'],
    ['over what is unread', 'a', 1, UNREAD, 'd f'],
    ['back over what is unread', 'g', -1, UNREAD, 'f d a'],
    ['from the last one', 'g', 1, ANY, ''],
    ['back from the first one', 'a', -1, ANY, ''],
    ['from a row that is nowhere', 'z', 1, ANY, ''],
  ];
  for (const [name, from, direction, aim, expected] of cases) {
    test(`goes ${name}`, async () => {
      assert.equal((await walk(treeOf(DRAWN), from, direction, aim)).join(' '), expected);
    });
  }

  test('looks into no list that cannot have what is looked for', async () => {
    const { tree, asked } = treeOf(DRAWN);
    await nextRow(tree, undefined, 1, {
      ...UNREAD,
      isAim: ({ name }) => name === 'f',
      mayHold: ({ name }) => name === 'Three' || name === 'Sunday',
    });
    assert.deepEqual(asked, ['top', 'Three', 'Sunday']);
  });

  test('reads on where a list goes on', async () => {
    const more = { '+1': ['c', 'd', '+2'], '+2': ['e'] };
    const names = await walk(treeOf([list('One', 'a', 'b', '+1'), 'z'], more), undefined, 1, ANY);
    assert.equal(names.join(' '), 'a b c d e z');
  });

  test('finds what was added to the last group of a list that goes on', async () => {
    const grown = treeOf([list('One', list('Monday', 'a', 'b'), '+1'), 'z']);
    const tree: RowTree<Row> = {
      ...grown.tree,
      showMore() {
        grown.redraw([list('One', list('Monday', 'a', 'b', 'c', 'd'), list('Sunday', 'e')), 'z']);
        return Promise.resolve();
      },
    };
    assert.equal((await walk({ ...grown, tree }, undefined, 1, ANY)).join(' '), 'a b c d e z');
    grown.redraw([list('One', list('Monday', 'a', 'b'), '+1'), 'z']);
    assert.equal((await walk({ ...grown, tree }, 'b', 1, ANY)).join(' '), 'c d e z');
  });

  test('reads a list on only so often, and then goes on behind it', async () => {
    const endless: RowTree<Row> = {
      ...treeOf([list('One', 'a', '+1'), 'z']).tree,
      showMore: () => Promise.resolve(),
    };
    const place = await nextRow(endless, { node: row('a'), siblings: [row('a')] }, 1, ANY);
    assert.equal(place?.node.name, 'z');
  });

  const gone: readonly (readonly [Direction, string])[] = [
    [1, 'd'],
    [-1, 'a'],
  ];
  for (const [direction, expected] of gone) {
    test(`goes on where a row stood that is gone, ${direction === 1 ? 'forth' : 'back'}`, async () => {
      const { tree, redraw } = treeOf([list('One', 'a', 'b', 'c', 'd')]);
      const siblings = await tree.children(row('One'));
      redraw([list('One', 'a', 'd')]);
      // A row that left still knows its list.
      const held: RowTree<Row> = {
        ...tree,
        parent: ({ isList }) => (isList ? undefined : row('One')),
      };
      const place = await nextRow(held, { node: row('b'), siblings }, direction, ANY);
      assert.equal(place?.node.name, expected);
    });
  }
});

function row(name: string, isUnread = false): Row {
  return { name, isList: /^[A-Z]/.test(name), isUnread };
}

function list(name: string, ...rows: readonly Drawn[]): DrawnList {
  return { name, rows };
}
