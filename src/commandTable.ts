// What every command does, on one page.

import * as vscode from 'vscode';
import type { ItemId } from './core/model/ids.ts';
import type { Headline } from './core/model/item.ts';
import type { Source } from './core/model/source.ts';
import { UserError } from './core/model/userError.ts';
import type { CommandTable } from './host/commands.ts';
import type { Documents } from './host/documents/register.ts';
import type { Archive } from './host/library/register.ts';
import type { Log } from './host/log.ts';
import type { Notes } from './host/notes/register.ts';
import type { Reader } from './host/reader/register.ts';
import type { Search } from './host/search/register.ts';
import { asNode, type Node } from './host/sidebar/nodes.ts';
import type { Sidebar } from './host/sidebar/register.ts';
import type { Searches } from './host/sidebar/searches/register.ts';
import type { Upkeep } from './host/upkeep/register.ts';
import type { Library, StatusChange } from './library/library.ts';

export interface Features {
  readonly library: Library;
  readonly documents: Documents;
  readonly sidebar: Sidebar;
  readonly reader: Reader;
  readonly notes: Notes;
  readonly search: Search;
  readonly searches: Searches;
  readonly archive: Archive;
  readonly upkeep: Upkeep;
  readonly log: Log;
}

/**
 * Gives the work of each command. From the tree a command gets the row it was called on and all selected rows; from
 * the palette or the reader's title it gets nothing and acts on the article in the reader.
 */
export function commandTable({
  library,
  documents,
  sidebar,
  reader,
  notes,
  search,
  searches,
  archive,
  upkeep,
  log,
}: Features): CommandTable {
  const itemsOf = (node: unknown, selected: unknown): readonly Headline[] => {
    const items = rowsOf('headline', node, selected).map((row) => row.item);
    const open = reader.current()?.article;
    return items.length > 0 || open === undefined ? items : [open];
  };
  const setStatus =
    (change: StatusChange) =>
    async (node: unknown, selected: unknown): Promise<void> => {
      const ids = itemsOf(node, selected).map((item) => item.id);
      if (ids.length === 0) throw new UserError('Open an article or choose a headline first.');
      await library.setStatus(ids, change);
    };

  return {
    'broadsheet.addDocuments': (uri, selected) => documents.add(urisOf(uri, selected)),
    async 'broadsheet.openSample'() {
      const source = await documents.addSample();
      const { headlines } = await library.headlines({ sourceId: source.id, after: undefined, limit: 50 });
      const lead = headlines.find((item) => item.kind === 'article');
      if (lead !== undefined) await reader.open(lead.id);
    },
    async 'broadsheet.rescanSource'(node, selected) {
      const folders = sourcesOf(node, selected).filter(({ kind }) => kind === 'folder');
      if (folders.length > 0) await documents.rescan(folders);
    },
    async 'broadsheet.removeSource'(node, selected) {
      const sources = sourcesOf(node, selected);
      const [first] = sources;
      if (first === undefined) return;
      const remove = 'Remove';
      const detail =
        'The headlines leave the library. Starred, cited and quoted ones stay and can still be found. Files on disk are not touched.';
      const chosen = await vscode.window.showWarningMessage(
        sources.length === 1 ? `Remove “${first.title}”?` : `Remove ${sources.length} sources?`,
        { modal: true, detail },
        remove,
      );
      if (chosen !== remove) return;
      for (const source of sources) await documents.remove(source);
    },
    async 'broadsheet.markSourceRead'(node, selected) {
      const marked: (readonly ItemId[])[] = [];
      for (const { id } of sourcesOf(node, selected)) marked.push(await library.markSourceRead(id));
      await offerUndo(library, marked.flat());
    },
    async 'broadsheet.openArticle'() {
      const picked = await search.pick({ title: 'Open Article', first: undefined, articlesOnly: false });
      if (picked !== undefined) await reader.open(picked.item.id, { passage: picked.passage });
    },
    async 'broadsheet.open'(node) {
      const row = asNode('headline', node);
      if (row !== undefined) await reader.open(row.item.id, { preserveFocus: false });
    },
    async 'broadsheet.openOriginal'(node, selected) {
      const item =
        itemsOf(node, selected)[0] ??
        (await search.pick({ title: 'Open Original', first: undefined, articlesOnly: false }))?.item;
      if (item === undefined) return;
      if (item.url === undefined) throw new UserError(`No address is known for “${item.headline}”.`);
      // As a string: a Uri would lose the difference between & and %26.
      await vscode.commands.executeCommand('vscode.open', item.url);
    },
    'broadsheet.markRead': setStatus({ read: true }),
    'broadsheet.markUnread': setStatus({ read: false }),
    'broadsheet.star': setStatus({ starred: true }),
    'broadsheet.unstar': setStatus({ starred: false }),
    async 'broadsheet.moreHeadlines'(node) {
      const row = asNode('more', node);
      if (row !== undefined) await sidebar.showMore(row);
    },
    'broadsheet.search': () => search.open(),
    'broadsheet.showSearch': () => searches.show(undefined),
    'broadsheet.saveSearch': (row) => searches.save(row),
    'broadsheet.removeSearch': (row) => searches.remove(row),
    'broadsheet.orderSearches': () => searches.pickGrouping(),
    async 'broadsheet.similar'(node, selected) {
      const [item] = itemsOf(node, selected);
      if (item !== undefined) await searches.showSimilar(item);
    },
    'broadsheet.insertCitation': (node) => notes.insertCitation(asNode('headline', node)?.item),
    'broadsheet.insertQuotation': (node) => {
      const item = asNode('headline', node)?.item;
      return notes.insertQuotation(item === undefined ? { kind: 'open' } : { kind: 'listed', item });
    },
    'broadsheet.copyWithCitation': () => notes.copyWithCitation(),
    'broadsheet.checkLibrary': () => upkeep.check(),
    'broadsheet.exportLibrary': (file) => archive.exportTo(file),
    'broadsheet.importLibrary': (file) => archive.importFrom(file),
    async 'broadsheet.keepArticlesFor'(node, rule) {
      const row = asNode('source', node);
      if (row !== undefined) await archive.keepFor(row.source, rule);
    },
    'broadsheet.showLog': () => log.show(),
  };
}

/** Gives the rows of a kind that a command is for, the one that it was called on first. */
function rowsOf<K extends Node['kind']>(
  kind: K,
  node: unknown,
  selected: unknown,
): readonly Extract<Node, { kind: K }>[] {
  const others: readonly unknown[] = Array.isArray(selected) ? selected : [];
  return [node, ...others.filter((other) => other !== node)]
    .map((row) => asNode(kind, row))
    .filter((row) => row !== undefined);
}

function sourcesOf(node: unknown, selected: unknown): readonly Source[] {
  return rowsOf('source', node, selected).map((row) => row.source);
}

/** The explorer passes the file it was called on and all selected ones; a caller may pass an array alone. */
function urisOf(uri: unknown, selected: unknown): readonly vscode.Uri[] | undefined {
  const given = [selected, uri].find((value) => Array.isArray(value)) ?? [uri];
  const uris = (given as readonly unknown[]).filter((value) => value instanceof vscode.Uri);
  return uris.length > 0 ? uris : undefined;
}

async function offerUndo(library: Library, marked: readonly ItemId[]): Promise<void> {
  if (marked.length === 0) return;
  const undo = 'Undo';
  const sentence =
    marked.length === 1 ? 'Marked 1 headline as read.' : `Marked ${marked.length} headlines as read.`;
  const chosen = await vscode.window.showInformationMessage(sentence, undo);
  if (chosen === undo) await library.setStatus(marked, { read: false });
}
