// The quick pick in which a person searches and chooses.

import * as vscode from 'vscode';
import type { Headline } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import type { Library } from '../../library/library.ts';
import { inTheirLanguage, localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { answerRows, helpRows, type AnswerRows, type RowsWanted } from './answerRows.ts';
import type { HitAction } from './hitItems.ts';
import { latest } from './latest.ts';
import { remark, type Row } from './rows.ts';

export interface Chosen {
  readonly action: HitAction;
  readonly item: Headline;
  readonly passage: TextRange | undefined;
}

export interface ChooseRequest extends RowsWanted {
  readonly title: string;
  /** Offered as a button where given: shows all hits of the query elsewhere. */
  readonly onShowAll: ((query: string) => void) | undefined;
}

const SHOW_ALL: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('list-tree'),
  tooltip: localize('Show All in the Sidebar'),
};

interface Question {
  readonly query: string;
  readonly rested: boolean;
}

/** Milliseconds without a key after which a person has paused. */
const REST = 250;

/** Lets the person search and choose; undefined where they left. */
export async function choose(
  library: Library,
  log: Log,
  request: ChooseRequest,
): Promise<Chosen | undefined> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = request.title;
  picker.placeholder = localize('Words, "an exact phrase", is:unread, after:7d …');
  if (request.onShowAll !== undefined) picker.buttons = [SHOW_ALL];
  // The order is by rank; left alone, VS Code would sort by label.
  Object.assign(picker, { sortByLabel: false });
  /** The query that the rows answer, which is behind the box while an answer is under way. */
  let shown: string | undefined;
  let asked: string | undefined;
  /** Return was pressed before the answer came. */
  let accepted = false;
  let failure: string | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const answer = async ({ query, rested }: Question): Promise<AnswerRows> => {
    try {
      const rows = await answerRows(library, query, request, Date.now(), rested);
      failure = undefined;
      return rows;
    } catch (error) {
      const sentence =
        error instanceof UserError ? inTheirLanguage(error) : localize('The log has the details.');
      if (failure !== String(error)) log.error(error instanceof Error ? error : String(error));
      failure = String(error);
      return {
        rows: [remark(localize('The library could not be searched'), sentence)],
        offered: undefined,
        mayHaveMore: false,
      };
    }
  };

  const chosen = await new Promise<Chosen | undefined>((resolve) => {
    const act = (row: Row | undefined): void => {
      switch (row?.means.kind) {
        case 'item':
          resolve({ action: 'open', item: row.means.item, passage: row.means.passage });
          return;
        case 'query':
          picker.value = row.means.query;
          ask(row.means.query);
          return;
        case 'help':
          picker.items = helpRows();
          picker.activeItems = [];
          return;
        default:
          return;
      }
    };
    const show = ({ rows, offered, mayHaveMore }: AnswerRows, { query, rested }: Question): void => {
      // Nothing has only some of the words.
      if (rested && rows.length === picker.items.length) return;
      const before = rested ? picker.activeItems[0] : undefined;
      picker.keepScrollPosition = rested;
      picker.items = rows;
      const active = rows.find((row) => isSame(row, before)) ?? offered;
      picker.activeItems = active === undefined ? [] : [active];
      if (mayHaveMore) rest = setTimeout(() => answers.ask({ query, rested: true }), REST);
      if (accepted && offered?.means.kind === 'item') act(offered);
      accepted = false;
    };
    const answers = latest(answer, (rows, question) => {
      picker.busy = false;
      shown = question.query;
      if (rows !== undefined) show(rows, question);
    });
    const ask = (query: string): void => {
      // A query that a row put into the box comes back as an event.
      if (query === asked) return;
      asked = query;
      accepted = false;
      picker.busy = true;
      clearTimeout(rest);
      answers.ask({ query, rested: false });
    };
    picker.onDidChangeValue(ask);
    picker.onDidAccept(() => {
      if (shown === asked) act(picker.activeItems[0]);
      else accepted = true;
    });
    picker.onDidTriggerItemButton(({ button, item: { means } }) => {
      if (means.kind !== 'item' || !('action' in button)) return;
      resolve({ action: button.action as HitAction, item: means.item, passage: means.passage });
    });
    picker.onDidTriggerButton(() => {
      request.onShowAll?.(picker.value);
      resolve(undefined);
    });
    picker.onDidHide(() => {
      clearTimeout(rest);
      answers.end();
      resolve(undefined);
    });
    picker.show();
    ask('');
  });
  picker.dispose();
  return chosen;
}

/** Whether a row of the next answer stands for what this one did. */
function isSame({ means }: Row, other: Row | undefined): boolean {
  return means.kind === 'item' && other?.means.kind === 'item' && means.item.id === other.means.item.id;
}
