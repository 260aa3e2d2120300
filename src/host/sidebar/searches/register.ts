// The view of searches: the last one that was shown here, and those that are kept.

import * as vscode from 'vscode';
import type { Headline } from '../../../core/model/item.ts';
import type { SavedSearch } from '../../../core/model/search.ts';
import { groupHits, type Grouping } from '../../../core/search/groupHits.ts';
import { UserError } from '../../../core/model/userError.ts';
import type { LibraryChange, ObservableLibrary } from '../../../library/library.ts';
import { VIEWS } from '../../../manifest.ts';
import { coalesce } from '../../coalesce.ts';
import type { Guard } from '../../commands.ts';
import { createDisposableStore } from '../../disposables.ts';
import { localize } from '../../localize.ts';
import { headlineTooltip } from '../treeItems.ts';
import { searchTreeItem, type SearchNode, type SearchTreeNode } from './searchNodes.ts';

export interface SearchesParts {
  readonly library: ObservableLibrary;
  readonly guard: Guard;
  /** Where the last search and the grouping are remembered over a reload. */
  readonly memory: vscode.Memento;
}

export interface Searches {
  /** Shows the hits of a query in the sidebar; asks for one where none is given. */
  show(query: string | undefined): Promise<void>;
  /** Shows what is most like an item. */
  showSimilar(item: Headline): Promise<void>;
  /** Keeps a search in the tree: this row's, or the one that was shown last. */
  save(row: unknown): Promise<void>;
  remove(row: unknown): Promise<void>;
  pickGrouping(): Promise<void>;
  readonly disposable: vscode.Disposable;
}

const LIMIT = 200;
const REFRESH_INTERVAL = 1000;
const LAST = 'searches.last';
const GROUPING = 'searches.grouping';

const GROUPINGS: readonly { readonly label: string; readonly grouping: Grouping }[] = [
  { label: localize('Best first'), grouping: 'none' },
  { label: localize('By source'), grouping: 'source' },
  { label: localize('By date'), grouping: 'date' },
];

export function registerSearches({ library, guard, memory }: SearchesParts): Searches {
  const store = createDisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  const remembered = memory.get<string>(LAST);
  let last = remembered === undefined ? undefined : queryNode(remembered);

  const found = async ({ ask }: SearchNode): Promise<readonly Headline[]> => {
    const answer =
      ask.kind === 'similar'
        ? await library.similar(ask.item.id, LIMIT)
        : await library.search({ query: ask.query, limit: LIMIT, typing: false, passageLength: 0 });
    // Where some items have all the words, a list that stays has no others.
    const hits = answer.complete > 0 ? answer.hits.slice(0, answer.complete) : answer.hits;
    return hits.map((hit) => hit.item);
  };

  const children = async (node?: SearchTreeNode): Promise<readonly SearchTreeNode[]> => {
    if (node === undefined) {
      const saved = (await library.savedSearches()).map(savedNode);
      return last === undefined ? saved : [last, ...saved];
    }
    if (node.kind === 'group') return node.group.items.map((item) => hitNode(node.search, item));
    if (node.kind !== 'search') return [];
    const items = await found(node);
    if (items.length === 0) return [{ kind: 'empty', search: node }];
    const grouping = memory.get<Grouping>(GROUPING, 'none');
    if (grouping === 'none') return items.map((item) => hitNode(node, item));
    return groupHits(items, grouping, vscode.env.language).map((group) => ({
      kind: 'group',
      search: node,
      group,
    }));
  };

  store.add(
    vscode.window.createTreeView<SearchTreeNode>(VIEWS.searches, {
      showCollapseAll: true,
      canSelectMany: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: async (node) => [...((await guard(() => children(node))) ?? [])],
        getTreeItem: (node) => searchTreeItem(node, Date.now()),
        resolveTreeItem(row, node) {
          if (node.kind === 'headline') row.tooltip ??= headlineTooltip(node.item);
          return row;
        },
      },
    }),
  );
  const refresh = store.add(coalesce(() => changed.fire(), REFRESH_INTERVAL));
  const mayConcern = ({ kind }: LibraryChange): boolean =>
    kind !== 'clippings' && kind !== 'notice' && kind !== 'failure';
  store.add({ dispose: library.onDidChange((change) => mayConcern(change) && refresh.request()) });

  const showNode = async (node: SearchNode): Promise<void> => {
    last = node;
    await memory.update(LAST, node.ask.kind === 'query' ? node.ask.query : undefined);
    changed.fire();
    await vscode.commands.executeCommand(`${VIEWS.searches}.focus`);
  };

  return {
    async show(given) {
      const query = given ?? (await askForQuery());
      if (query !== undefined && query.trim() !== '') await showNode(queryNode(query.trim()));
    },
    showSimilar: (item) =>
      showNode({
        kind: 'search',
        title: localize('Like “{0}”', item.headline),
        ask: { kind: 'similar', item },
        saved: undefined,
      }),
    async save(row) {
      const node = asSearch(row) ?? last;
      if (node?.ask.kind !== 'query')
        throw new UserError(localize('Search for something in the sidebar first, then save it.'));
      await library.saveSearch(node.ask.query);
      if (last?.ask.kind === 'query' && last.ask.query === node.ask.query) last = undefined;
      changed.fire();
    },
    async remove(row) {
      const node = asSearch(row);
      if (node?.saved !== undefined) await library.removeSavedSearch(node.saved.id);
      else if (node !== undefined) last = undefined;
      await memory.update(LAST, last?.ask.kind === 'query' ? last.ask.query : undefined);
      changed.fire();
    },
    async pickGrouping() {
      const picked = await vscode.window.showQuickPick(GROUPINGS, {
        title: localize('Order Search Results'),
      });
      if (picked === undefined) return;
      await memory.update(GROUPING, picked.grouping);
      changed.fire();
    },
    disposable: store,
  };
}

function askForQuery(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: localize('Search in the Sidebar'),
    prompt: localize('Words, "phrases", and filters such as is:unread, source:, after:7d'),
  });
}

function queryNode(query: string): SearchNode {
  return { kind: 'search', title: query, ask: { kind: 'query', query }, saved: undefined };
}

function savedNode({ id, query, unread }: SavedSearch): SearchNode {
  return { kind: 'search', title: query, ask: { kind: 'query', query }, saved: { id, unread } };
}

function hitNode(search: SearchNode, item: Headline): SearchTreeNode {
  return { kind: 'headline', item, listedIn: item.sourceId, search };
}

function asSearch(row: unknown): SearchNode | undefined {
  const isSearch = typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'search';
  return isSearch ? (row as SearchNode) : undefined;
}
