// Marking many headlines as read: above or below a row, a list, a folder, everything; and taking it back.

import * as vscode from 'vscode';
import type { Day } from '../../../core/model/headlineList.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import type { Headline } from '../../../core/model/item.ts';
import type { Library, ListChoice } from '../../../library/library.ts';
import { CONTEXT_KEYS } from '../../../manifest.ts';
import type { Guard } from '../../commands.ts';
import { localize } from '../../localize.ts';
import { sourcesIn, type ListNode, type Node } from '../nodes.ts';
import type { Rows } from '../rows.ts';
import { listAround, placeInList } from './listAround.ts';

export interface ReadMarks {
  /** Marks these as read; nothing is said of it, as their rows show it. */
  read(items: readonly Headline[]): Promise<void>;
  /** Marks what stands above a row in its list. */
  above(row: Node): Promise<void>;
  /** Marks what stands below a row in its list, also what has not been read from the library yet. */
  below(row: Node): Promise<void>;
  /** Marks all that stands beneath rows; of a headline, all of its list. */
  all(rows: readonly Node[]): Promise<void>;
  everything(): Promise<void>;
  /** Takes back what was marked last. */
  undo(): Promise<void>;
}

export interface ReadMarksParts {
  readonly rows: Pick<Rows, 'children' | 'parent'>;
  readonly library: Pick<Library, 'setStatus' | 'markListRead'>;
  readonly guard: Guard;
  readonly today: () => Day;
  /** Says something in passing. */
  readonly say: (sentence: string) => void;
}

/** How many markings can be taken back, the last one first. */
const REMEMBERED = 20;

export function createReadMarks({ rows, library, guard, today, say }: ReadMarksParts): ReadMarks {
  let marked: readonly (readonly ItemId[])[] = [];

  const remember = (markings: typeof marked): void => {
    marked = markings.slice(-REMEMBERED);
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.canUndoRead, marked.length > 0);
  };
  const takeBack = async (ids: readonly ItemId[]): Promise<void> => {
    if (!marked.includes(ids)) return;
    remember(marked.filter((other) => other !== ids));
    await library.setStatus(ids, { read: false });
    say(
      ids.length === 1
        ? localize('1 headline is unread again.')
        : localize('{0} headlines are unread again.', ids.length),
    );
  };
  /** Nobody waits for the answer: marking is done. */
  const offerUndo = (ids: readonly ItemId[]): void => {
    if (ids.length === 0) {
      say(localize('Nothing was unread there.'));
      return;
    }
    remember([...marked, ids]);
    const undo = localize('Undo');
    void guard(async () => {
      const sentence =
        ids.length === 1
          ? localize('Marked 1 headline as read.')
          : localize('Marked {0} headlines as read.', ids.length);
      if ((await vscode.window.showInformationMessage(sentence, undo)) === undo) await takeBack(ids);
    });
  };
  const mark = async (items: readonly Headline[]): Promise<readonly ItemId[]> => {
    const ids = [...new Set(items.filter(({ read }) => !read).map(({ id }) => id))];
    if (ids.length > 0) await library.setStatus(ids, { read: true });
    return ids;
  };
  const choiceOf = (list: ListNode): ListChoice =>
    list.kind === 'source'
      ? { sourceId: list.source.id }
      : { sourceId: undefined, list: list.list, today: today() };
  const markBeneath = async (row: Node): Promise<readonly ItemId[]> => {
    switch (row.kind) {
      case 'folder': {
        const ids: ItemId[] = [];
        for (const { id } of sourcesIn(row)) ids.push(...(await library.markListRead({ sourceId: id }, [])));
        return ids;
      }
      case 'source':
      case 'list':
        return library.markListRead(choiceOf(row), []);
      case 'group':
      case 'story':
        return mark(row.children.map(({ item }) => item));
      default: {
        const list = listAround(rows, row);
        return list === undefined ? [] : library.markListRead(choiceOf(list), []);
      }
    }
  };

  return {
    async read(items) {
      const ids = await mark(items);
      if (ids.length > 0) remember([...marked, ids]);
    },
    async above(row) {
      const list = listAround(rows, row);
      const place = list && (await placeInList(rows, list, row));
      if (place !== undefined) offerUndo(await mark(place.above));
    },
    async below(row) {
      const list = listAround(rows, row);
      const place = list && (await placeInList(rows, list, row));
      if (list === undefined || place === undefined) return;
      const except = [...place.above, ...place.itself].map(({ id }) => id);
      offerUndo(await library.markListRead(choiceOf(list), except));
    },
    async all(chosen) {
      const ids = new Set<ItemId>();
      for (const row of chosen) for (const id of await markBeneath(row)) ids.add(id);
      offerUndo([...ids]);
    },
    async everything() {
      offerUndo(await library.markListRead({ sourceId: undefined }, []));
    },
    async undo() {
      const last = marked.at(-1);
      if (last === undefined) say(localize('Nothing was marked as read lately.'));
      else await takeBack(last);
    },
  };
}
