// How the lists are arranged: grouped, ordered, and with what is read or without it; remembered for the workspace.

import * as vscode from 'vscode';
import type { HeadlineOrder } from '../../core/model/headlineList.ts';
import { CONTEXT_KEYS } from '../../manifest.ts';
import { localize } from '../localize.ts';
import type { ListGrouping } from './groupRows.ts';

export interface Arrangement {
  readonly grouping: ListGrouping;
  readonly order: HeadlineOrder;
  readonly unreadOnly: boolean;
}

export interface ArrangementChoice {
  readonly get: () => Arrangement;
  readonly pickGrouping: () => Promise<void>;
  readonly pickOrder: () => Promise<void>;
  readonly setUnreadOnly: (value: boolean) => Promise<void>;
}

const MEMORY = 'sidebar.arrangement';
const AT_FIRST: Arrangement = { grouping: 'none', order: 'newest', unreadOnly: false };

const GROUPINGS: readonly (readonly [ListGrouping, string, string])[] = [
  ['none', localize('None'), localize('one list')],
  ['date', localize('Date'), localize('today, yesterday, by week and month')],
  ['section', localize('Section'), localize('as the publisher says: Opinion, Sport')],
  ['source', localize('Source'), localize('by newspaper, agency or site')],
  ['story', localize('Story'), localize('reports in nearly the same words beneath one headline')],
];
const ORDERS: readonly (readonly [HeadlineOrder, string, string])[] = [
  ['newest', localize('Newest First'), ''],
  ['oldest', localize('Oldest First'), ''],
  ['unread', localize('Unread First'), localize('the newest of them at the top')],
];

/** Reads what was chosen before, and tells when it is changed. */
export function rememberedArrangement(memory: vscode.Memento, onChange: () => void): ArrangementChoice {
  let arrangement: Arrangement = { ...AT_FIRST, ...memory.get<Partial<Arrangement>>(MEMORY, {}) };
  const tellKeys = (): void =>
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.unreadOnly, arrangement.unreadOnly);
  const change = async (part: Partial<Arrangement>): Promise<void> => {
    arrangement = { ...arrangement, ...part };
    tellKeys();
    onChange();
    await memory.update(MEMORY, arrangement);
  };
  tellKeys();
  return {
    get: () => arrangement,
    async pickGrouping() {
      const grouping = await pick(localize('Group Headlines By'), GROUPINGS, arrangement.grouping);
      if (grouping !== undefined) await change({ grouping });
    },
    async pickOrder() {
      const order = await pick(localize('Sort Headlines'), ORDERS, arrangement.order);
      if (order !== undefined) await change({ order });
    },
    setUnreadOnly: (unreadOnly) => change({ unreadOnly }),
  };
}

/** Asks for one of some values; the present one has a check mark and the focus. */
function pick<T extends string>(
  title: string,
  choices: readonly (readonly [value: T, label: string, description: string])[],
  present: T,
): Promise<T | undefined> {
  const rows = choices.map(([value, label, description]) => ({
    label,
    description,
    value,
    iconPath: new vscode.ThemeIcon(value === present ? 'check' : 'blank'),
  }));
  const picker = vscode.window.createQuickPick<(typeof rows)[number]>();
  picker.title = title;
  picker.items = rows;
  picker.activeItems = rows.filter(({ value }) => value === present);
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.value);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
