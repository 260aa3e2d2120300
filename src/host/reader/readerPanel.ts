// One reader panel: the article it shows, the selection in it, and the messages to and from its page.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article } from '../../core/model/item.ts';
import type { FromReader, ReaderAction, ToReader } from '../../core/model/readerMessages.ts';
import type { Revision } from '../../core/model/revision.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import { samePassage, samePlace } from '../../core/text/samePassage.ts';
import type { LibraryChange, StatusChange } from '../../library/library.ts';
import { createDisposableStore } from '../disposables.ts';
import { localize } from '../localize.ts';
import { createQuietly } from '../quietly.ts';
import { setting } from '../settings.ts';
import { createBesidePage } from './besidePage.ts';
import { markReadWhen } from './markReadWhen.ts';
import type { ReaderTab } from './panelFor.ts';
import { pickVersion } from './pickVersion.ts';
import { isPinned } from './pinnedTabs.ts';
import { readArticle, type ReadArticle } from './readArticle.ts';
import type { OpenArticle, ReaderParts } from './register.ts';
import { shell, type ImagesShown } from './shell.ts';
import { toReaderPage } from './toReaderPage.ts';
import { typography } from './typography.ts';

export interface ReaderPanel extends ReaderTab {
  readonly panel: vscode.WebviewPanel;
  /** Shows an article, or where there is none the sentence that the item is gone. */
  show(id: ItemId | undefined, read: ReadArticle | undefined, where: Where): void;
  itemId(): ItemId | undefined;
  current(): OpenArticle | undefined;
  /** Keeps the tab as it is, so that the next article opens in another. */
  keep(): void;
  /** Scrolls a page on or back. */
  scroll(pages: 1 | -1): void;
  /** Ends the subscriptions; the panel itself stays, so that it is restored after a reload. */
  dispose(): void;
}

export interface Where {
  readonly passage?: TextRange | undefined;
  /** Offset of the line to begin at; where the article was last left if undefined. */
  readonly position?: number | undefined;
}

export interface ReaderPanelParts extends ReaderParts {
  /** Whether the tab stays as it is from the beginning. */
  readonly kept: boolean;
  readonly onUse: () => void;
  readonly onChange: () => void;
  readonly onClose: () => void;
  /** Called when the person presses a link to another article; beside this one where they ask for that. */
  readonly onOpen: (id: ItemId, beside: boolean) => void;
  /** Called with what the person does with the selection that `current()` gives. */
  readonly onPassage: (action: ReaderAction) => Promise<void>;
}

/** In UTF-16 units; a tab shows hardly more. */
const TITLE_LENGTH = 48;
const GONE = localize('This article is no longer in the library. Its source may have been removed.');
const ONLY_OLDER = localize(
  'The current version of the article does not have these words. Compare its versions to see what became of them.',
);

/** Takes over a panel and everything that it shows from now on. */
export function createReaderPanel(panel: vscode.WebviewPanel, parts: ReaderPanelParts): ReaderPanel {
  const { webview } = panel;
  const { library, extensionUri, fullText, guard, log, citingNotes } = parts;
  const store = createDisposableStore();
  let shownId: ItemId | undefined;
  let shown: ReadArticle | undefined;
  /** The version that the person reads where it is not the current one. */
  let version: Revision | undefined;
  let passage: TextRange | undefined;
  /** In the current version. */
  let selection: TextRange | undefined;
  /** Whether the selected words are those of an older version alone. */
  let isSelectionOld = false;
  let kept = parts.kept;
  let images: ImagesShown | undefined;
  let isClosed = false;

  const post = (message: ToReader): void => void webview.postMessage(message);
  const runQuietly = createQuietly(log);
  const quietly = (work: Promise<unknown>): void => void runQuietly(() => work);
  const beside = createBesidePage(library, citingNotes, post);
  const postPage = (): void => {
    if (shown === undefined) {
      post({ kind: 'notice', sentence: GONE });
      return;
    }
    const { article } = shown;
    const tellsEnd = !article.read && markReadWhen() === 'onEnd';
    const around = { fullText: fullText.stateOf(article), passage, version, tellsEnd };
    post({ kind: 'page', page: toReaderPage(shown, vscode.env.language, around) });
    post({ kind: 'kept', kept });
    postClippings();
    quietly(beside.postCited(article.id));
  };
  const postClippings = (): void => {
    if (shown !== undefined && version === undefined) quietly(beside.postClippings(shown.article.id));
  };
  const postFullText = (): void => {
    if (shown === undefined || version !== undefined) return;
    const { article } = shown;
    post({ kind: 'full text', itemId: article.id, state: fullText.stateOf(article) });
  };
  /** A new shell asks for its page when its script runs; a shell that is there already is given it now. */
  const render = (wanted: ImagesShown): void => {
    if (wanted === images) {
      postPage();
      return;
    }
    images = wanted;
    webview.html = shell({
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'reader.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'reader.css')).toString(),
      nonce: crypto.randomUUID(),
      images: wanted,
    });
  };

  const show: ReaderPanel['show'] = (id, next, where) => {
    // What was asked of the library may come when the tab has been closed.
    if (isClosed) return;
    passage = where.passage;
    const before = shown?.article;
    if (next !== undefined && before !== undefined && version === undefined && isSame(next, shown)) {
      shown = at(next, before.position);
      if (passage !== undefined) post({ kind: 'passage', passage });
      postFullText();
      return;
    }
    if (before !== undefined && before.id !== id) fullText.left(before.id);
    shownId = id;
    shown = next && at(next, where.position ?? placeIn(next.article, before));
    version = undefined;
    select(undefined);
    panel.title = shown === undefined ? localize('Reader') : cutAtWord(shown.article.headline, TITLE_LENGTH);
    render(imagesAtFirst());
    parts.onChange();
  };
  /** Takes a selection in the version that the page shows. */
  const select = (selected: TextRange | undefined): void => {
    const text = shown?.article.text ?? '';
    selection = version === undefined ? selected : selected && samePassage(selected, version.text, text);
    isSelectionOld = selected !== undefined && selection === undefined;
  };
  const showVersion = (next: Revision | undefined): void => {
    if (isClosed) return;
    version = next;
    passage = undefined;
    select(undefined);
    postPage();
    parts.onChange();
  };
  const chooseVersion = async ({ id, headline }: Article): Promise<void> => {
    const versions = await library.revisions(id);
    const current = versions.find(({ isCurrent }) => isCurrent)?.ordinal ?? 0;
    const chosen = await pickVersion(headline, versions, version?.ordinal ?? current);
    if (chosen === undefined || shownId !== id) return;
    const revision = chosen.isCurrent ? undefined : await library.readRevision(id, chosen.ordinal);
    if (shownId === id) showVersion(revision);
  };
  const act = async (action: ReaderAction): Promise<void> => {
    if (isSelectionOld) throw new UserError(ONLY_OLDER);
    await parts.onPassage(action);
  };
  const keep = (): void => {
    kept = true;
    panel.iconPath = iconOf(kept);
    post({ kind: 'kept', kept });
    parts.onChange();
  };

  const receive = (message: FromReader): void => {
    const article = shown?.article;
    switch (message.kind) {
      case 'ready':
        select(undefined);
        post({ kind: 'typography', typography: typography() });
        postPage();
        return;
      case 'selection':
        if (message.itemId !== article?.id) return;
        select(message.passage);
        parts.onChange();
        return;
      case 'scrolled':
        if (shown === undefined || message.itemId !== article?.id || version !== undefined) return;
        shown = at(shown, message.position);
        passage = undefined;
        quietly(library.setPosition(article.id, message.position));
        return;
      case 'open link':
        // As a string: a Uri would lose the difference between '&' and '%26' in the query.
        if (/^(https?|mailto):/i.test(message.url)) {
          void vscode.commands.executeCommand('vscode.open', message.url);
        }
        return;
      case 'show images':
        if (setting('broadsheet.reader.images') !== 'never') render('shown');
        return;
      case 'get full text':
        if (article !== undefined) quietly(fullText.get(article));
        return;
      case 'compare versions':
        if (article !== undefined) parts.onCompare(article);
        return;
      case 'choose version':
        if (article !== undefined) void guard(() => chooseVersion(article));
        return;
      case 'show current version':
        showVersion(undefined);
        return;
      case 'wants related':
        if (message.itemId === article?.id) quietly(beside.postRelated(article.id));
        return;
      case 'read to the end':
        if (message.itemId === article?.id && !article.read && markReadWhen() === 'onEnd')
          quietly(library.setStatus([article.id], { read: true }));
        return;
      case 'past the end':
        parts.onPastEnd();
        return;
      case 'open item':
        parts.onOpen(message.itemId as ItemId, message.beside);
        return;
      case 'go':
        parts.onGo(message.to);
        return;
      case 'show citing notes':
        if (article !== undefined) void guard(() => citingNotes?.show(article.id));
        return;
      case 'keep open':
        keep();
        return;
      case 'act':
        void guard(() => act(message.action));
        return;
    }
  };

  const setStatus = (change: StatusChange): void => {
    if (shown === undefined) return;
    shown = { ...shown, article: { ...shown.article, ...change } };
    parts.onChange();
  };
  /** A headline that gets its article while it is open shows it; an article that is being read stays as it is. */
  const readAgain = async (mayReplace: boolean): Promise<void> => {
    if (shown === undefined) return;
    const { id, kind } = shown.article;
    const next = await readArticle(library, id);
    if (next === undefined || shownId !== id) return;
    if (mayReplace || (kind === 'headline' && next.article.kind === 'article')) show(id, next, {});
    else {
      const { read, starred, later } = next.article;
      setStatus({ read, starred, later });
    }
  };
  const follow = (change: LibraryChange): void => {
    if (change.kind === 'status') {
      if (shown === undefined || !change.itemIds.includes(shown.article.id)) return;
      setStatus(change.change);
      // It may stand in a note from now on.
      quietly(beside.postCited(shown.article.id));
      return;
    }
    if (change.kind === 'clippings' || change.kind === 'elsewhere') postClippings();
    // What is related may have gone with its source.
    if (change.kind === 'removed' && shown !== undefined) quietly(beside.postRelated(shown.article.id));
    const mayHaveBody = change.kind === 'items' && shown?.article.kind === 'headline';
    if (mayHaveBody || change.kind === 'elsewhere') quietly(readAgain(false));
  };

  panel.iconPath = iconOf(kept);
  store.add(webview.onDidReceiveMessage(receive));
  store.add(panel.onDidChangeViewState(() => (panel.active ? parts.onUse() : parts.onChange())));
  store.add(
    panel.onDidDispose(() => {
      isClosed = true;
      if (shown !== undefined) fullText.left(shown.article.id);
      parts.onClose();
      store.dispose();
    }),
  );
  store.add(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('broadsheet.reader.images')) render(imagesAtFirst());
      if (change.affectsConfiguration('broadsheet.reader'))
        post({ kind: 'typography', typography: typography() });
    }),
  );
  if (citingNotes !== undefined)
    store.add(
      citingNotes.onDidChange(() => {
        if (shown !== undefined && panel.visible) quietly(beside.postCited(shown.article.id));
      }),
    );
  store.add({ dispose: library.onDidChange(follow) });
  store.add(
    fullText.onDidChange(({ itemId, arrived }) => {
      if (itemId !== shown?.article.id) return;
      if (arrived) void guard(() => readAgain(true));
      else postFullText();
    }),
  );

  return {
    panel,
    show,
    itemId: () => shownId,
    current: () => shown && { ...shown, selection, visible: panel.visible, active: panel.active },
    keep,
    isKept: () => kept || isPinned(panel),
    column: () => panel.viewColumn,
    scroll: (pages) => post({ kind: 'scroll', pages }),
    dispose: () => store.dispose(),
  };
}

/** Gives what a reader's page may do and which files it may load. */
export function readerPanelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)),
  };
}

/** A tab that the next article takes over looks a little different; its title in italics is for VS Code's own editors. */
function iconOf(kept: boolean): vscode.ThemeIcon {
  return new vscode.ThemeIcon(kept ? 'book' : 'open-preview');
}

function isSame(one: ReadArticle, other: ReadArticle | undefined): boolean {
  return (
    one.article.id === other?.article.id &&
    one.article.revision === other.article.revision &&
    one.versions === other.versions
  );
}

function at(read: ReadArticle, position: number): ReadArticle {
  return { ...read, article: { ...read.article, position } };
}

/** Where to begin: at the place of the version that was shown before, or else where the person left the article. */
function placeIn(next: Article, before: Article | undefined): number {
  if (before?.id !== next.id) return next.position;
  return samePlace(before.position, before.text, next.text);
}

function imagesAtFirst(): ImagesShown {
  const images = setting('broadsheet.reader.images');
  return images === 'always' ? 'shown' : images;
}
