// Search in a quick pick: as the person types, the best hits of everything kept.

import * as vscode from 'vscode';
import type { Headline } from '../../core/model/item.ts';
import type { TextRange } from '../../core/model/search.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { headlineQuickPickItem, hitQuickPickItem, type HitAction, type HitItem } from './hitItems.ts';
import { latest } from './latest.ts';

export interface SearchParts {
  readonly library: Library;
  readonly guard: Guard;
  /** Called when the person chose what to do with a hit. */
  readonly onAct: (action: HitAction, item: Headline, passage: TextRange | undefined) => Promise<void>;
}

export interface Search {
  /** Opens the search; resolves when the person has chosen or left. */
  open(): Promise<void>;
  /** Lets the person pick one item by searching; undefined where they left. */
  pick(title: string, first: Headline | undefined): Promise<Headline | undefined>;
}

interface Chosen {
  readonly action: HitAction;
  readonly hit: HitItem;
}

const LIMIT = 50;

/** Characters that fit a row of the quick pick. */
const PASSAGE = 76;

export function createSearch({ library, guard, onAct }: SearchParts): Search {
  return {
    async open() {
      const chosen = await choose(library, guard, { title: 'Search Broadsheet', first: undefined });
      if (chosen !== undefined) await onAct(chosen.action, chosen.hit.item, chosen.hit.passage);
    },
    async pick(title, first) {
      return (await choose(library, guard, { title, first }))?.hit.item;
    },
  };
}

async function choose(
  library: Library,
  guard: Guard,
  { title, first }: { readonly title: string; readonly first: Headline | undefined },
): Promise<Chosen | undefined> {
  const picker = vscode.window.createQuickPick<HitItem | vscode.QuickPickItem>();
  picker.title = title;
  picker.placeholder = 'Words that the headline, byline or text has; "quotation marks" for an exact phrase';
  // The order is by rank; left alone, VS Code would sort by label.
  Object.assign(picker, { sortByLabel: false });

  const answers = latest(
    (query: string) => guard(() => answer(library, query, first)),
    (items, query) => {
      picker.busy = false;
      picker.items = items ?? [];
      const [top] = picker.items;
      // With the newest shown before anything is typed, Return must not open one by accident.
      picker.activeItems = top !== undefined && query.trim() !== '' ? [top] : picker.activeItems;
    },
  );
  const ask = (query: string): void => {
    picker.busy = true;
    answers.ask(query);
  };

  const chosen = await new Promise<Chosen | undefined>((resolve) => {
    picker.onDidChangeValue(ask);
    picker.onDidAccept(() => {
      const [hit] = picker.activeItems;
      if (hit !== undefined && 'item' in hit) resolve({ action: 'open', hit });
    });
    picker.onDidTriggerItemButton(({ button, item }) => {
      if ('item' in item && 'action' in button) resolve({ action: button.action as HitAction, hit: item });
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
    ask('');
  });
  answers.end();
  picker.dispose();
  return chosen;
}

async function answer(
  library: Library,
  query: string,
  first: Headline | undefined,
): Promise<readonly (HitItem | vscode.QuickPickItem)[]> {
  const now = Date.now();
  if (query.trim() === '') return newest(library, first, now);
  const { hits } = await library.search({ query, limit: LIMIT, typing: true, passageLength: PASSAGE });
  if (hits.length > 0) return hits.map((hit) => hitQuickPickItem(hit, now));
  return [
    {
      label: `Nothing found for “${query.trim()}”`,
      detail: 'All words must occur. Try fewer or other words.',
      alwaysShow: true,
    },
  ];
}

async function newest(
  library: Library,
  first: Headline | undefined,
  now: number,
): Promise<readonly (HitItem | vscode.QuickPickItem)[]> {
  const { headlines } = await library.headlines({ sourceId: undefined, after: undefined, limit: LIMIT });
  const others = headlines.filter((item) => item.id !== first?.id);
  const open =
    first === undefined ? [] : [separator('Open in the reader'), headlineQuickPickItem(first, now)];
  if (others.length > 0)
    return [...open, separator('Newest'), ...others.map((item) => headlineQuickPickItem(item, now))];
  if (open.length > 0) return open;
  return [
    {
      label: 'Nothing to search yet',
      detail: 'Add documents or open the sample edition first.',
      alwaysShow: true,
    },
  ];
}

function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
