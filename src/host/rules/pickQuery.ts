// The quick pick in which a rule's query is written, with what it would match in sight.

import * as vscode from 'vscode';
import { relativeDate } from '../../core/text/relativeDate.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { localize } from '../localize.ts';
import { plainLabel } from '../plainText.ts';
import { itemsText } from './ruleText.ts';
import { tryQuery, type Trial } from './tryQuery.ts';

export interface Proposal {
  readonly title: string;
  /** The first stands in the box already; the others are offered below it. */
  readonly queries: readonly string[];
}

interface QueryRow extends vscode.QuickPickItem {
  /** What choosing the row puts into the box; the query itself takes it as it is. */
  readonly query?: string;
}

/** Counted while the person types. */
const LIMIT = 200;
/** Milliseconds without a key after which a query is tried. */
const PAUSE = 150;

/** Gives the query that the person wants; undefined where they left. */
export async function pickQuery(
  library: Library,
  guard: Guard,
  { title, queries }: Proposal,
): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<QueryRow>();
  picker.title = title;
  picker.placeholder = localize('Which items? source:"…", by:"…", title:"…", words, "an exact phrase" …');
  [picker.step, picker.totalSteps] = [1, 2];
  // In the order given; left alone, VS Code would sort by label.
  Object.assign(picker, { sortByLabel: false });
  let timer: NodeJS.Timeout | undefined;

  const chosen = await new Promise<string | undefined>((resolve) => {
    const show = async (): Promise<void> => {
      const query = picker.value.trim();
      const trial = query === '' ? undefined : await guard(() => tryQuery(library, query, LIMIT));
      if (picker.value.trim() !== query) return;
      picker.busy = false;
      picker.items = rowsOf(query, trial, queries, Date.now());
      picker.activeItems = picker.items.slice(0, 1);
    };
    const ask = (): void => {
      clearTimeout(timer);
      picker.busy = true;
      timer = setTimeout(() => void show(), PAUSE);
    };
    picker.onDidChangeValue(ask);
    picker.onDidAccept(() => {
      const [row] = picker.activeItems;
      const query = picker.value.trim();
      if (row?.query === undefined || row.query === query) {
        if (row?.query !== undefined) resolve(query);
        return;
      }
      picker.value = row.query;
      ask();
    });
    picker.onDidHide(() => resolve(undefined));
    picker.value = queries[0] ?? '';
    picker.show();
    void show();
  });
  clearTimeout(timer);
  picker.dispose();
  return chosen;
}

function rowsOf(
  query: string,
  trial: Trial | undefined,
  proposals: readonly string[],
  now: number,
): readonly QueryRow[] {
  const others = proposals.filter((proposal) => proposal !== query);
  return [
    ...(trial === undefined ? [] : [useRow(query, trial)]),
    ...(others.length === 0 ? [] : [separator(localize('Or begin with'))]),
    ...others.map((proposal) => ({ label: plainLabel(proposal), query: proposal, alwaysShow: true })),
    ...(trial === undefined || trial.newest.length === 0
      ? []
      : [separator(localize('It matches, newest first'))]),
    ...(trial?.newest ?? []).map((item) => ({
      label: plainLabel(item.headline),
      description: plainLabel(`${item.sourceTitle} · ${relativeDate(item.sortAt, now, vscode.env.language)}`),
      alwaysShow: true,
    })),
  ];
}

function useRow(query: string, { count, isAll, misread }: Trial): QueryRow {
  const matches = count === 0 ? localize('Nothing in the library matches yet') : itemsText(count, isAll);
  const words = misread.map((part) => localize('“{0}” is read as words', part)).join('; ');
  return {
    label: localize('$(check) Use {0}', plainLabel(query)),
    description: count === 0 ? matches : localize('{0} in the library', matches),
    ...(words === '' ? {} : { detail: plainLabel(words) }),
    query,
    alwaysShow: true,
  };
}

function separator(label: string): QueryRow {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
