// The sidebar: sources with their headlines, the badge, and what is done to rows.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Source } from '../../core/model/source.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import { CONTEXT_KEYS, VIEWS } from '../../manifest.ts';
import { coalesce } from '../coalesce.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore } from '../disposables.ts';
import { registerHeadlineDecorations } from './decorations.ts';
import { createHeadlinePages } from './headlinePages.ts';
import type { MoreNode, Node, SourceNode } from './nodes.ts';
import { headlineTreeItem, moreTreeItem, sourceTreeItem } from './treeItems.ts';

/** Milliseconds between two refreshes while documents stream in. */
const REFRESH_INTERVAL = 200;

/** Milliseconds after which “5 minutes ago” is worth another look. */
const DATES_INTERVAL = 5 * 60 * 1000;

export interface SidebarParts {
  readonly library: ObservableLibrary;
  readonly guard: Guard;
  /** A sentence about what is wrong with a source now, such as a folder that is gone. */
  readonly troubleOf: (source: SourceId) => string | undefined;
  readonly onDidChangeTrouble: vscode.Event<void>;
}

export interface Sidebar {
  /** Shows the view; a source that is new in it comes unfolded. */
  show(source: Source): Promise<void>;
  showMore(node: MoreNode): Promise<void>;
  readonly disposable: vscode.Disposable;
}

export function registerSidebar({ library, guard, troubleOf, onDidChangeTrouble }: SidebarParts): Sidebar {
  const store = createDisposableStore();
  const pages = createHeadlinePages(library);
  const changed = store.add(new vscode.EventEmitter<Node | undefined>());
  const unfolded = new Set<SourceId>();
  let sources: readonly SourceNode[] = [];

  const sourceItem = (node: SourceNode): vscode.TreeItem =>
    sourceTreeItem(node, sources.length === 1 || unfolded.has(node.source.id), troubleOf(node.source.id));

  const children = async (node?: Node): Promise<readonly Node[]> => {
    if (node === undefined) {
      sources = (await library.sources()).map((source) => ({ kind: 'source', source }));
      void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.empty, sources.length === 0);
      return sources;
    }
    if (node.kind !== 'source') return [];
    const listedIn = node.source.id;
    const { headlines, end } = await pages.get(listedIn);
    const rows: Node[] = headlines.map((item) => ({ kind: 'headline', item, listedIn }));
    const left = node.source.total - headlines.length;
    return end === undefined ? rows : [...rows, { kind: 'more', sourceId: listedIn, left }];
  };

  const view = store.add(
    vscode.window.createTreeView<Node>(VIEWS.headlines, {
      showCollapseAll: true,
      canSelectMany: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: async (node) => [...((await guard(() => children(node))) ?? [])],
        getTreeItem(node) {
          if (node.kind === 'source') return sourceItem(node);
          return node.kind === 'headline' ? headlineTreeItem(node, Date.now()) : moreTreeItem(node);
        },
      },
    }),
  );

  const updateBadge = async (): Promise<void> => {
    const value = await library.unreadCount();
    const tooltip = value === 1 ? '1 unread headline' : `${value} unread headlines`;
    view.badge = value === 0 ? undefined : { value, tooltip };
  };
  const refresh = store.add(
    coalesce(() => {
      changed.fire(undefined);
      void guard(updateBadge);
    }, REFRESH_INTERVAL),
  );
  const stopListening = library.onDidChange((change) => {
    if (change.kind === 'notice' || change.kind === 'searches') return;
    if (change.kind === 'elsewhere') pages.invalidateAll();
    else if (change.kind === 'status') pages.patch(change.sourceIds, change.itemIds, change.change);
    else if (change.kind !== 'sources') pages.invalidate(change.sourceIds);
    else if (change.removed !== undefined) {
      pages.forget(change.removed);
      unfolded.delete(change.removed);
    }
    refresh.request();
  });
  store.add({ dispose: stopListening });
  store.add(onDidChangeTrouble(() => changed.fire(undefined)));
  store.add(view.onDidChangeVisibility(({ visible }) => visible && void guard(updateBadge)));
  const dates = setInterval(() => view.visible && changed.fire(undefined), DATES_INTERVAL);
  store.add({ dispose: () => clearInterval(dates) });
  store.add(registerHeadlineDecorations());

  return {
    async show(source) {
      unfolded.add(source.id);
      refresh.request();
      await vscode.commands.executeCommand(`${VIEWS.headlines}.focus`);
    },
    async showMore({ sourceId }) {
      await pages.more(sourceId);
      changed.fire(undefined);
    },
    disposable: store,
  };
}
