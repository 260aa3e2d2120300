// The composition root: the features over one library, in the order in which a person meets them.

import * as vscode from 'vscode';
import type { CiteStyle } from './cite-style/citeStyle.ts';
import { commandTable } from './commandTable.ts';
import { localDay } from './core/text/localDay.ts';
import { registerArticleDocuments } from './host/articleDocuments/register.ts';
import { registerBrief } from './host/brief/register.ts';
import { registerClippings } from './host/clippings/register.ts';
import { registerChecking } from './host/checking/register.ts';
import { createGuard, registerCommands } from './host/commands.ts';
import { createDisposableStore } from './host/disposables.ts';
import { registerDocuments } from './host/documents/register.ts';
import { registerFullText } from './host/fullText/register.ts';
import type { LineFiles } from './host/library/lineFiles.ts';
import { registerArchive } from './host/library/register.ts';
import { registerLinks } from './host/links/register.ts';
import { noteBibliographies } from './host/notes/noteBibliographies.ts';
import { registerNotes } from './host/notes/register.ts';
import { registerReader } from './host/reader/register.ts';
import { createFetchPage } from './host/fetch/fetchPage.ts';
import { createFetchResource, type FetchPorts } from './host/fetch/fetchResource.ts';
import type { ResolveHost } from './host/fetch/redirectTarget.ts';
import { registerFeeds } from './host/refresh/register.ts';
import { registerRevisions } from './host/revisions/register.ts';
import { versionText } from './host/revisions/versionText.ts';
import { versionUri } from './host/revisions/versionUri.ts';
import { registerRules } from './host/rules/register.ts';
import { createSearch } from './host/search/register.ts';
import { registerSidebar } from './host/sidebar/register.ts';
import { registerSearches } from './host/sidebar/searches/register.ts';
import { createWalk } from './host/sidebar/walk/createWalk.ts';
import { createReadMarks } from './host/sidebar/walk/readMarks.ts';
import { registerUpkeep } from './host/upkeep/register.ts';
import type { ObservableLibrary } from './library/library.ts';

/** What each kind of extension host does in its own way. */
export interface HostPorts {
  readonly files: LineFiles;
  readonly resolveHost: ResolveHost;
  readonly citeStyle: CiteStyle;
  /** Whether any of these hosts can be found. */
  readonly isOnline: (hosts: readonly string[]) => Promise<boolean>;
  /** Asks servers, where the global `fetch` would not do. */
  readonly fetch?: NonNullable<FetchPorts['fetch']>;
}

/** What begins when VS Code has started. */
export interface Started {
  /** Follows the library's folders and reads its feeds from now on. */
  begin(): void;
}

/** Puts Broadsheet together in whichever host, without a call to the library; what needs it opens it. */
export function activateBroadsheet(
  context: vscode.ExtensionContext,
  library: ObservableLibrary,
  { files, resolveHost, citeStyle, isOnline, fetch }: HostPorts,
): Started {
  const store = createDisposableStore();
  context.subscriptions.push(store);
  const { extensionUri } = context;
  const log = store.add(vscode.window.createOutputChannel('Broadsheet', { log: true }));
  const guard = createGuard(log);
  const { version } = context.extension.packageJSON as { readonly version: string };
  const fetchResource = createFetchResource({
    resolve: resolveHost,
    version,
    ...(fetch === undefined ? {} : { fetch }),
  });
  const fetchPage = createFetchPage(fetchResource, resolveHost);

  const documents = registerDocuments({
    library,
    extensionUri,
    guard,
    log,
    onAdded: (source) => sidebar.show(source),
  });
  const feeds = registerFeeds({
    library,
    fetchResource,
    fetchPage,
    resolveHost,
    isOnline,
    secrets: context.secrets,
    guard,
    log,
    onAdded: (source) => sidebar.show(source),
    onPageKept: (item) => reader.open(item),
    say: (sentence) => sidebar.say(sentence),
  });
  const sidebar = registerSidebar({
    library,
    guard,
    memory: context.workspaceState,
    feeds: () => feeds.list.get(),
    onDidChangeFeeds: feeds.list.onDidChange,
    troubleOf: (source) => documents.troubleOf(source),
    onDidChangeTrouble: documents.onDidChangeTrouble,
  });
  const fullText = registerFullText({
    library,
    guard,
    fetchPage,
    onSaved: (id) => reader.open(id),
  });
  const revisions = registerRevisions({ library, guard });
  const reader = registerReader({
    library,
    fullText,
    memory: context.workspaceState,
    extensionUri,
    guard,
    log,
    onAct: (action) =>
      void guard(() => {
        if (action === 'clip') return clippings.clip(undefined);
        return action === 'quote' ? notes.insertQuotation({ kind: 'open' }) : notes.copyWithCitation();
      }),
    onCompare: (item) => void guard(() => revisions.compare(item)),
    onSearch: (query) => searches.show(query),
    onGo: (to) => void guard(() => walk.go(to, 'elsewhere')),
    onPastEnd: () => void guard(() => walk.pastEnd()),
    citingNotes: {
      citedIn: (id) => checking.citedIn(id),
      show: async (id) => checking.showCiting(await checking.citedIn(id)),
      onDidChange: (listener) => checking.onDidChangeCiting(listener),
    },
  });
  const say = (sentence: string): void => void vscode.window.setStatusBarMessage(sentence, 5000);
  const walk = createWalk({
    library,
    guard,
    rows: sidebar.rows,
    view: sidebar.view,
    showMore: (row) => sidebar.showMore(row),
    open: (item) => reader.open(item.id, { preserveFocus: true }),
    scroll(pages) {
      const isVisible = reader.current()?.visible === true;
      if (isVisible) reader.scroll(pages);
      return isVisible;
    },
    say,
  });
  const marks = createReadMarks({
    library,
    guard,
    rows: sidebar.rows,
    today: () => localDay(Date.now()),
    say,
  });
  const notes = registerNotes({
    library,
    guard,
    citeStyle,
    extensionUri,
    memory: context.globalState,
    onDidRead: reader.onDidChangeCurrent,
    reading: () => reader.current(),
    pickItem: (request) => search.pick(request),
  });
  const clippings = registerClippings({
    library,
    guard,
    reading: () => reader.current(),
    open: (id, passage) => reader.open(id, { passage }),
    quote: (id, passage) => notes.insertQuotation({ kind: 'passage', id, passage }),
  });
  const checking = registerChecking({
    library,
    guard,
    log,
    // Beside the note, which stays in sight.
    openPassage: (id, passage) =>
      reader.open(id, {
        passage,
        column: reader.current() === undefined ? vscode.ViewColumn.Beside : undefined,
      }),
    versions: { uriOf: versionUri, textOf: versionText },
    articleLocation: (id, passage) => articleDocuments.passageLocation(id, passage),
    bibliographiesOf: async (note, language) => (await noteBibliographies(note, language)).named,
  });
  const search = createSearch({
    library,
    log,
    onAct(action, item, passage) {
      if (action === 'open') return reader.open(item.id, { passage });
      if (action === 'cite') return notes.insertCitation(item);
      return notes.insertQuotation({ kind: 'found', item, passage });
    },
    onShowAll: (query) => void guard(() => searches.show(query)),
  });
  const searches = registerSearches({ library, guard, memory: context.workspaceState });
  const rules = registerRules({ library, guard });
  const archive = registerArchive({ library, files, log });
  const brief = registerBrief({
    library,
    extensionUri,
    guard,
    openItem: (id, beside) => reader.open(id, { beside }),
    showSearch: (query) => searches.show(query),
    async showSource(id) {
      const source = (await library.sources()).find((each) => each.id === id);
      if (source !== undefined) await sidebar.show(source);
    },
  });
  const articleDocuments = registerArticleDocuments({ library, guard });
  const links = registerLinks({
    library,
    guard,
    extension: context.extension.id,
    openArticle: (id, passage) => reader.open(id, { passage }),
    showSearch: (query) => searches.show(query),
    search: () => search.open(),
    savePage: (url) => fullText.savePage(url),
  });
  const upkeep = registerUpkeep({ library, log });
  const features = {
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
  };
  for (const feature of Object.values(features)) {
    if ('disposable' in feature) store.add(feature.disposable);
  }
  const table = commandTable({ ...features, library, log, extension: context.extension });
  store.add(registerCommands(table, guard));
  return {
    begin() {
      void guard(() => documents.followAll());
      feeds.start();
      checking.start();
      brief.start();
    },
  };
}
