// What every command does, on one page.

import * as vscode from 'vscode';
import type { Headline } from './core/model/item.ts';
import { UserError } from './core/model/userError.ts';
import type { ArticleDocuments } from './host/articleDocuments/register.ts';
import type { MorningBrief } from './host/brief/register.ts';
import type { Clippings } from './host/clippings/register.ts';
import type { Checking } from './host/checking/register.ts';
import type { CommandHandler, CommandTable } from './host/commands.ts';
import type { Documents } from './host/documents/register.ts';
import { localize } from './host/localize.ts';
import type { Feeds } from './host/refresh/register.ts';
import type { FullText } from './host/fullText/register.ts';
import { showKeys } from './host/keyboard/showKeys.ts';
import type { Archive } from './host/library/register.ts';
import { copyWebAddresses } from './host/links/copyWebAddresses.ts';
import type { Links } from './host/links/register.ts';
import type { Log } from './host/log.ts';
import type { Notes } from './host/notes/register.ts';
import type { Reader } from './host/reader/register.ts';
import type { Revisions } from './host/revisions/register.ts';
import type { Rules } from './host/rules/register.ts';
import type { Search } from './host/search/register.ts';
import {
  feedOf,
  feedsOf,
  headlinesOf,
  IN_TREE,
  nodesOf,
  sourcesOf,
  urisOf,
  whenceOf,
} from './host/sidebar/commandRows.ts';
import { asNode } from './host/sidebar/nodes.ts';
import type { Sidebar } from './host/sidebar/register.ts';
import { confirmRemoval } from './host/sidebar/confirmRemoval.ts';
import type { Searches } from './host/sidebar/searches/register.ts';
import type { Walk } from './host/sidebar/walk/createWalk.ts';
import type { ReadMarks } from './host/sidebar/walk/readMarks.ts';
import type { Upkeep } from './host/upkeep/register.ts';
import type { Library, StatusChange } from './library/library.ts';

const NOTHING_CHOSEN = localize('Open an article or choose a headline first.');

export interface Features {
  readonly library: Library;
  readonly documents: Documents;
  readonly feeds: Feeds;
  readonly sidebar: Sidebar;
  readonly fullText: FullText;
  readonly revisions: Revisions;
  readonly reader: Reader;
  readonly notes: Notes;
  readonly checking: Checking;
  readonly clippings: Clippings;
  readonly search: Search;
  readonly searches: Searches;
  readonly walk: Walk;
  readonly marks: ReadMarks;
  readonly rules: Rules;
  readonly archive: Archive;
  readonly brief: MorningBrief;
  readonly articleDocuments: ArticleDocuments;
  readonly links: Links;
  readonly upkeep: Upkeep;
  readonly log: Log;
  readonly extension: vscode.Extension<unknown>;
}

/**
 * Gives the work of each command. From the tree a command gets the row it was called on and all selected rows; from
 * the palette or the reader's title it gets nothing and acts on the article in the reader.
 */
export function commandTable({
  library,
  documents,
  feeds,
  sidebar,
  fullText,
  revisions,
  reader,
  notes,
  checking,
  clippings,
  search,
  searches,
  walk,
  marks,
  rules,
  archive,
  brief,
  articleDocuments,
  links,
  upkeep,
  log,
  extension,
}: Features): CommandTable {
  const itemsOf = (node: unknown, selected: unknown): readonly Headline[] => {
    const items = headlinesOf(node, selected).map((row) => row.item);
    const open = reader.current()?.article;
    const isOnRows = nodesOf(node, selected).length > 0;
    return isOnRows || open === undefined ? items : [open];
  };
  /** A key in the tree passes where it was pressed; its command gets the rows that a menu would pass. */
  const onRows =
    (work: CommandHandler): CommandHandler =>
    async (node, selected) => {
      if (node !== IN_TREE) return work(node, selected);
      const rows = await walk.rowsForKey();
      return work(rows[0], rows);
    };
  const setStatus =
    (change: StatusChange) =>
    async (node: unknown, selected: unknown): Promise<void> => {
      const ids = itemsOf(node, selected).map((item) => item.id);
      if (ids.length === 0) throw new UserError(NOTHING_CHOSEN);
      await library.setStatus(ids, change);
    };
  const markRead = async (items: readonly Headline[]): Promise<void> => {
    if (items.length === 0) throw new UserError(NOTHING_CHOSEN);
    await marks.read(items);
  };
  const toggle = (key: keyof StatusChange): CommandHandler =>
    onRows((node, selected) => {
      const items = itemsOf(node, selected);
      const isOn = items.length > 0 && items.every((item) => item[key]);
      return key === 'read' && !isOn ? markRead(items) : setStatus({ [key]: !isOn })(node, selected);
    });
  const itemOf = (node: unknown, selected: unknown): Headline => {
    const [item] = itemsOf(node, selected);
    if (item === undefined) throw new UserError(NOTHING_CHOSEN);
    return item;
  };

  return {
    'broadsheet.addFeed': (address) => feeds.add(address),
    'broadsheet.chooseStarters': () => feeds.chooseStarters(),
    'broadsheet.importFeeds': (uri, selected) => feeds.importFrom(urisOf(uri, selected)),
    'broadsheet.exportFeeds': (file) => feeds.exportTo(file),
    'broadsheet.refresh'() {
      sidebar.settle();
      return feeds.refresh(undefined);
    },
    'broadsheet.stopRefresh': () => feeds.stop(),
    'broadsheet.refreshFeed': (node, selected) => feeds.refresh(feedsOf(node, selected)),
    'broadsheet.refreshFolder': (node, selected) => feeds.refresh(feedsOf(node, selected)),
    'broadsheet.moveFeed': (node, selected) => feeds.move(feedsOf(node, selected), selected),
    'broadsheet.renameFeed': (node, title) => feeds.rename(feedOf(node), title),
    async 'broadsheet.renameFolder'(node, renamed) {
      const row = asNode('folder', node);
      if (row !== undefined) await feeds.renameFolder(row.path, renamed);
    },
    'broadsheet.fullTextAlways': (node, selected) => feeds.setFullText(feedsOf(node, selected), true),
    'broadsheet.fullTextWhenOpened': (node, selected) => feeds.setFullText(feedsOf(node, selected), false),
    'broadsheet.copyFeedAddress': (node) => feeds.copyAddress(feedOf(node)),
    'broadsheet.openWebsite': (node) => feeds.openWebsite(feedOf(node)),
    'broadsheet.enterPassword': (node) => feeds.enterPassword(feedOf(node)),
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
      if (!(await confirmRemoval(sources))) return;
      for (const source of sources)
        await (source.kind === 'feed' ? feeds.remove(source) : documents.remove(source));
    },
    'broadsheet.markSourceRead': onRows((node, selected) => {
      const rows = nodesOf(node, selected);
      const place = rows.length === 0 ? walk.place() : undefined;
      if (rows.length === 0 && place === undefined)
        throw new UserError(localize('Choose a source or a headline in the sidebar first.'));
      return marks.all(place === undefined ? rows : [place]);
    }),
    async 'broadsheet.markAboveRead'(node) {
      const [row] = nodesOf(node, undefined);
      if (row !== undefined) await marks.above(row);
    },
    async 'broadsheet.markBelowRead'(node) {
      const [row] = nodesOf(node, undefined);
      if (row !== undefined) await marks.below(row);
    },
    'broadsheet.markEverythingRead': () => marks.everything(),
    'broadsheet.undoMarkRead': () => marks.undo(),
    'broadsheet.nextHeadline': (whence) => walk.go('next', whenceOf(whence)),
    'broadsheet.previousHeadline': (whence) => walk.go('previous', whenceOf(whence)),
    'broadsheet.nextUnread': (whence) => walk.go('next unread', whenceOf(whence)),
    'broadsheet.scrollOrNextUnread': (whence) => walk.scroll(1, whenceOf(whence)),
    'broadsheet.scrollBack': (whence) => walk.scroll(-1, whenceOf(whence)),
    'broadsheet.toggleRead': toggle('read'),
    'broadsheet.toggleStar': toggle('starred'),
    'broadsheet.toggleReadLater': toggle('later'),
    'broadsheet.copyWebAddress': onRows((node, selected) => copyWebAddresses(itemsOf(node, selected))),
    'broadsheet.showKeys': (whence) => showKeys(extension, whence),
    async 'broadsheet.openArticle'() {
      const picked = await search.pick({
        title: localize('Open Article'),
        first: undefined,
        articlesOnly: false,
      });
      if (picked !== undefined) await reader.open(picked.item.id, { passage: picked.passage });
    },
    async 'broadsheet.open'(node) {
      const row = asNode('headline', node);
      if (row === undefined) return;
      walk.opened(row);
      await reader.open(row.item.id, { preserveFocus: false, byRow: true });
    },
    'broadsheet.openToSide': (node, selected) => reader.open(itemOf(node, selected).id, { beside: true }),
    'broadsheet.keepOpen': () => reader.keepOpen(),
    'broadsheet.openOriginal': onRows(async (node, selected) => {
      const item =
        itemsOf(node, selected)[0] ??
        (await search.pick({ title: localize('Open Original'), first: undefined, articlesOnly: false }))
          ?.item;
      if (item === undefined) return;
      if (item.url === undefined)
        throw new UserError(localize('No address is known for “{0}”.', item.headline));
      // As a string: a Uri would lose the difference between & and %26.
      await vscode.commands.executeCommand('vscode.open', item.url);
    }),
    async 'broadsheet.getFullText'(node, selected) {
      const item = itemOf(node, selected);
      // What becomes of it is said on its page.
      if (reader.current()?.article.id !== item.id) await reader.open(item.id);
      await fullText.get(item);
    },
    'broadsheet.savePage': (address) => fullText.savePage(address),
    'broadsheet.compareVersions': (node, selected) => revisions.compare(itemOf(node, selected)),
    'broadsheet.copyPassageLink': () => reader.copyPassageLink(),
    'broadsheet.searchSelection': () => reader.searchSelection(),
    'broadsheet.saveAsHtml': (node, file) => reader.save(asNode('headline', node)?.item, 'html', file),
    'broadsheet.saveAsMarkdown': (node, file) =>
      reader.save(asNode('headline', node)?.item, 'markdown', file),
    'broadsheet.markRead': (node, selected) => markRead(itemsOf(node, selected)),
    'broadsheet.markUnread': setStatus({ read: false }),
    'broadsheet.readLater': setStatus({ later: true }),
    'broadsheet.removeFromReadLater': setStatus({ later: false }),
    'broadsheet.star': setStatus({ starred: true }),
    'broadsheet.unstar': setStatus({ starred: false }),
    async 'broadsheet.moreHeadlines'(node) {
      const row = asNode('more', node);
      if (row !== undefined) await sidebar.showMore(row);
    },
    'broadsheet.groupHeadlines': () => sidebar.arrangement.pickGrouping(),
    'broadsheet.sortHeadlines': () => sidebar.arrangement.pickOrder(),
    'broadsheet.showUnreadOnly': () => sidebar.arrangement.setUnreadOnly(true),
    'broadsheet.showReadToo': () => sidebar.arrangement.setUnreadOnly(false),
    'broadsheet.search': () => search.open(),
    'broadsheet.showSearch': () => searches.show(undefined),
    'broadsheet.saveSearch': (row) => searches.save(row),
    'broadsheet.removeSearch': (row) => searches.remove(row),
    'broadsheet.orderSearches': () => searches.pickGrouping(),
    async 'broadsheet.similar'(node, selected) {
      const [item] = itemsOf(node, selected);
      if (item !== undefined) await searches.showSimilar(item);
    },
    'broadsheet.newRule'(node, selected) {
      const [source] = sourcesOf(node, selected);
      return rules.add(source ?? itemsOf(node, selected)[0]);
    },
    'broadsheet.manageRules': () => rules.manage(),
    'broadsheet.insertCitation': onRows(async (node, selected) => {
      const rows = headlinesOf(node, selected);
      if (rows.length === 0) await notes.insertCitation(undefined);
      for (const { item } of rows) await notes.insertCitation(item);
    }),
    'broadsheet.insertQuotation': onRows((node) => {
      const item = asNode('headline', node)?.item;
      return notes.insertQuotation(item === undefined ? { kind: 'open' } : { kind: 'listed', item });
    }),
    'broadsheet.copyWithCitation': () => notes.copyWithCitation(),
    'broadsheet.copyReference': (node) => notes.copyReference(asNode('headline', node)?.item),
    'broadsheet.insertBibliography': () => notes.insertBibliography(),
    'broadsheet.addBibliographyEntry': (key, note) => notes.addBibliographyEntry(key, note),
    'broadsheet.clip': (comment) => clippings.clip(comment),
    'broadsheet.openClipping': (row) => clippings.open(row),
    'broadsheet.insertClipping': (row) => clippings.insert(row),
    'broadsheet.editClippingComment': (row, comment) => clippings.editComment(row, comment),
    'broadsheet.editClippingTags': (row, tags) => clippings.editTags(row, tags),
    'broadsheet.removeClipping': (row) => clippings.remove(row),
    'broadsheet.checkQuotations': () => checking.checkAll(),
    'broadsheet.showSource': () => checking.showSource(),
    'broadsheet.checkLibrary': () => upkeep.check(),
    'broadsheet.exportLibrary': (file) => archive.exportTo(file),
    'broadsheet.importLibrary': (file) => archive.importFrom(file),
    async 'broadsheet.keepArticlesFor'(node, rule) {
      const row = asNode('source', node);
      if (row !== undefined) await archive.keepFor(row.source, rule);
    },
    'broadsheet.openBrief': () => brief.open(),
    'broadsheet.markBriefSeen': () => brief.markSeen(),
    'broadsheet.openAsText': onRows(async (node, selected) => {
      const item =
        itemsOf(node, selected)[0] ??
        (await search.pick({ title: localize('Open as Text'), first: undefined, articlesOnly: true }))?.item;
      if (item === undefined) return;
      const open = reader.current();
      await articleDocuments.open(item, open?.article.id === item.id ? open.selection : undefined);
    }),
    'broadsheet.copyLink': onRows(async (node, selected) => {
      const items = itemsOf(node, selected);
      if (items.length === 0) throw new UserError(NOTHING_CHOSEN);
      await links.copy(items);
    }),
    'broadsheet.showLog': () => log.show(),
  };
}
