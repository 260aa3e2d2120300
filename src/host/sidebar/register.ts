// The sidebar: sources with their headlines, the badge, and what is done to rows.

import * as vscode from 'vscode';
import type { ListId } from '../../core/model/headlineList.ts';
import type { SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';
import type { Subscription } from '../../core/model/subscription.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import type { LibraryChange } from '../../library/library.ts';
import { localDay } from '../../core/text/localDay.ts';
import { CONTEXT_KEYS, VIEWS } from '../../manifest.ts';
import { coalesce } from '../coalesce.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore } from '../disposables.ts';
import { localize } from '../localize.ts';
import { rememberedArrangement, type ArrangementChoice } from './arrangement.ts';
import { registerHeadlineDecorations } from './decorations.ts';
import { createDragAndDrop } from './dragAndDrop.ts';
import { rememberedFolds } from './folds.ts';
import { createHeadlinePages } from './headlinePages.ts';
import { createListRows } from './listRows.ts';
import { rowId, type MoreNode, type Node } from './nodes.ts';
import { bringIntoSight, reveal } from './reveal.ts';
import { createRows, type Rows } from './rows.ts';
import { createSmartLists } from './smartLists.ts';
import { createSourceTree } from './sourceTree.ts';
import { tooltipOf, treeItemOf } from './treeItemOf.ts';

/** Milliseconds between two refreshes while documents stream in. */
const REFRESH_INTERVAL = 200;

/** Milliseconds after which “5 minutes ago” is worth another look. */
const DATES_INTERVAL = 5 * 60 * 1000;

/** How many rows of a source are brought into sight with it. */
const IN_SIGHT = 4;

export interface SidebarParts {
  readonly library: ObservableLibrary;
  readonly guard: Guard;
  /** Where it is remembered over a reload what is unfolded, and how lists are arranged. */
  readonly memory: vscode.Memento;
  /** The feeds by their source; what fails and stands where is known by them. */
  readonly feeds: () => Promise<ReadonlyMap<SourceId, Subscription>>;
  readonly onDidChangeFeeds: vscode.Event<void>;
  /** A sentence about what is wrong with another source now, such as a folder that is gone. */
  readonly troubleOf: (source: SourceId) => string | undefined;
  readonly onDidChangeTrouble: vscode.Event<void>;
}

export interface Sidebar {
  /** Shows a source in the view, unfolded. */
  show(source: Source): Promise<void>;
  showMore(node: MoreNode): Promise<void>;
  /** Lets go what was read and stayed in lists of unread headlines. */
  settle(): void;
  /** Shows a sentence over the rows; none where undefined. */
  say(sentence: string | undefined): void;
  readonly arrangement: ArrangementChoice;
  /** The rows of the tree, for whoever walks over them. */
  readonly rows: Rows;
  readonly view: vscode.TreeView<Node>;
  readonly disposable: vscode.Disposable;
}

export function registerSidebar(parts: SidebarParts): Sidebar {
  const { library, guard, memory } = parts;
  const store = createDisposableStore();
  const tree = createSourceTree();
  const lists = createSmartLists();
  const folds = rememberedFolds(memory);
  const changed = store.add(new vscode.EventEmitter<Node | Node[] | undefined>());
  /** What changed since the rows were drawn: all of them, or those of some lists. */
  let isAllChanged = false;
  let touched = new Set<ListId>();
  /** Rows that were found to have changed while VS Code asked for others. */
  const stale = new Set<Node>();
  let today = localDay(Date.now());

  const arrangement = rememberedArrangement(memory, () => {
    settle();
    describe();
  });
  const pages = createHeadlinePages({ library, arrangement: arrangement.get, today: () => today });
  const listRows = createListRows({
    library,
    arrangement: arrangement.get,
    locale: vscode.env.language,
    now: Date.now,
  });

  /** Reads what the sources are now; gives the rows that are to be drawn again, or undefined for all. */
  const load = async (): Promise<readonly Node[] | undefined> => {
    const [sources, feeds, counts] = await Promise.all([
      library.sources(),
      parts.feeds(),
      library.listCounts(today),
    ]);
    const before = touched;
    touched = new Set();
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.empty, sources.length === 0);
    updateBadge(counts.unread);
    const ofSources = [...before].filter((list) => typeof list === 'number');
    const rows = tree.update(sources, feeds, new Set(ofSources));
    const touchedLists = lists.rows().filter(({ list }) => before.has(list));
    return rows && [...new Set([...lists.update(counts), ...touchedLists, ...rows])];
  };
  const redraw = async (): Promise<void> => {
    const isAll = isAllChanged;
    isAllChanged = false;
    const loaded = await load();
    const drawn = new Set([...(loaded ?? []), ...stale]);
    stale.clear();
    if (isAll || loaded === undefined) changed.fire(undefined);
    else if (drawn.size > 0) changed.fire([...drawn]);
  };
  const loadStale = async (): Promise<void> => {
    for (const row of (await load()) ?? []) stale.add(row);
    if (stale.size > 0) refresh.request();
  };
  const rows = createRows({ tree, lists, pages, listRows, load: loadStale });

  const view = store.add(
    vscode.window.createTreeView<Node>(VIEWS.headlines, {
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: createDragAndDrop({ library, guard, parent: rows.parent }),
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: async (node) => [
          ...((await guard(async () => {
            if (node === undefined) await loadStale();
            return await rows.children(node);
          })) ?? []),
        ],
        getTreeItem: (node) =>
          treeItemOf(node, {
            now: Date.now(),
            isOpen: (byDefault) => folds.isOpen(rowId(node), byDefault),
            isSingle: tree.isSingle(),
            troubleOf: parts.troubleOf,
          }),
        resolveTreeItem(row, node) {
          row.tooltip ??= tooltipOf(node, { now: Date.now(), troubleOf: parts.troubleOf });
          return row;
        },
        getParent: rows.parent,
      },
    }),
  );
  const describe = (): void => {
    view.description = arrangement.get().unreadOnly ? localize('Unread Only') : '';
  };
  describe();
  store.add(view.onDidExpandElement(({ element }) => folds.set(rowId(element), true)));
  store.add(
    view.onDidCollapseElement(({ element }) => {
      folds.set(rowId(element), false);
      const list = element.kind === 'source' ? element.source.id : element.kind === 'list' && element.list;
      if (list !== false && pages.settle(list)) changed.fire(element);
    }),
  );

  const updateBadge = (value: number): void => {
    const tooltip = value === 1 ? localize('1 unread headline') : localize('{0} unread headlines', value);
    view.badge = value === 0 ? undefined : { value, tooltip };
  };
  const refresh = store.add(coalesce(() => void guard(redraw), REFRESH_INTERVAL));
  const redrawAll = (): void => {
    isAllChanged = true;
    refresh.request();
  };
  const settle = (): void => {
    pages.settleAll();
    redrawAll();
  };
  const touch = (some: readonly ListId[]): void => some.forEach((list) => touched.add(list));
  const stopListening = library.onDidChange((change) => {
    switch (change.kind) {
      case 'notice':
      case 'failure':
      case 'searches':
      case 'clippings':
        return;
      case 'elsewhere':
        pages.invalidateAll();
        isAllChanged = true;
        break;
      case 'status':
        followStatus(change);
        break;
      case 'sources':
        if (change.removed === undefined) break;
        pages.forget(change.removed);
        folds.forget(`source:${change.removed}`);
        invalidate([]);
        break;
      default:
        invalidate(change.sourceIds);
    }
    refresh.request();
  });
  /** Makes sources, and all lists across sources, read their headlines again. */
  const invalidate = (sources: readonly SourceId[]): void => {
    const across = pages.loaded().filter((list) => typeof list !== 'number');
    pages.invalidate([...sources, ...across]);
    touch([...sources, ...across]);
  };
  const followStatus = ({ itemIds, change, sourceIds }: StatusNotice): void => {
    // A story shows items of other sources as well.
    const isShown = (list: ListId): boolean =>
      typeof list !== 'number' || arrangement.get().grouping === 'story';
    touch([...sourceIds, ...pages.loaded().filter(isShown)]);
    pages.patch(itemIds, change);
    // What the person puts into a list or takes out of it comes and goes at once; what was read stays.
    const { starred, later, read } = change;
    const isCited = Object.keys(change).length === 0;
    if (starred !== undefined) pages.invalidate(['starred']);
    if (later !== undefined) pages.invalidate(['later']);
    if (isCited) pages.invalidate(['cited']);
    if (read === false) pages.invalidateUnread();
  };
  store.add({ dispose: stopListening });
  store.add(parts.onDidChangeFeeds(() => refresh.request()));
  store.add(parts.onDidChangeTrouble(redrawAll));
  store.add(view.onDidChangeVisibility(({ visible }) => visible && refresh.request()));
  store.add(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('broadsheet.sidebar')) redrawAll();
    }),
  );
  const dates = setInterval(() => {
    const now = localDay(Date.now());
    if (now.began !== today.began) {
      today = now;
      pages.settle('today');
      pages.invalidate(['today']);
    }
    if (view.visible) redrawAll();
  }, DATES_INTERVAL);
  store.add({ dispose: () => clearInterval(dates) });
  store.add(registerHeadlineDecorations());

  /** A source at the lower edge would hide what it has; its first headlines are brought into sight with it. */
  const bringUp = async (row: Node): Promise<void> => {
    const beneath = (await rows.children(row)).slice(0, IN_SIGHT).at(-1);
    const [selected] = view.selection;
    if (beneath === undefined || selected === undefined || rowId(selected) !== rowId(row)) return;
    await bringIntoSight(view, beneath);
  };

  return {
    async show(source) {
      folds.set(`source:${source.id}`, true);
      await vscode.commands.executeCommand(`${VIEWS.headlines}.focus`);
      await redraw();
      const row = tree.node(source.id);
      if (row === undefined) return;
      await reveal(view, row);
      await bringUp(row);
    },
    async showMore({ listedIn }) {
      await pages.more(listedIn);
      const row = rows.listRow(listedIn);
      if (row !== undefined) changed.fire(row);
    },
    settle,
    say(sentence) {
      view.message = sentence ?? '';
    },
    arrangement,
    rows,
    view,
    disposable: store,
  };
}

type StatusNotice = Extract<LibraryChange, { readonly kind: 'status' }>;
