// One reader panel: the article it shows, the selection in it, and the messages to and from its page.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article } from '../../core/model/item.ts';
import type { FromReader, ToReader } from '../../core/model/readerMessages.ts';
import type { TextRange } from '../../core/model/search.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import type { LibraryChange, StatusChange } from '../../library/library.ts';
import { createDisposableStore } from '../disposables.ts';
import { setting } from '../settings.ts';
import type { OpenArticle, ReaderParts } from './register.ts';
import { shell, type ImagesShown } from './shell.ts';
import { toReaderPage } from './toReaderPage.ts';

export interface ReaderPanel {
  readonly panel: vscode.WebviewPanel;
  /** Shows an article, or where there is none the sentence that the item is gone. */
  show(id: ItemId | undefined, article: Article | undefined, where: Where): void;
  itemId(): ItemId | undefined;
  current(): OpenArticle | undefined;
  /** Ends the subscriptions; the panel itself stays, so that it is restored after a reload. */
  dispose(): void;
}

export interface Where {
  readonly passage?: TextRange | undefined;
  /** Offset of the line to begin at; where the article was last left if undefined. */
  readonly position?: number | undefined;
}

export interface ReaderPanelParts extends ReaderParts {
  readonly onUse: () => void;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** In UTF-16 units; a tab shows hardly more. */
const TITLE_LENGTH = 48;
const GONE = 'This article is no longer in the library. Its source may have been removed.';

/** Takes over a panel and everything that it shows from now on. */
export function createReaderPanel(panel: vscode.WebviewPanel, parts: ReaderPanelParts): ReaderPanel {
  const { webview } = panel;
  const { library, extensionUri, log } = parts;
  const store = createDisposableStore();
  let shownId: ItemId | undefined;
  let article: Article | undefined;
  let passage: TextRange | undefined;
  let selection: TextRange | undefined;
  let images: ImagesShown | undefined;

  const post = (message: ToReader): void => void webview.postMessage(message);
  const postPage = (): void => {
    if (article === undefined) post({ kind: 'notice', sentence: GONE });
    else post({ kind: 'page', page: toReaderPage(article, vscode.env.language, passage) });
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
    passage = where.passage;
    if (next !== undefined && next.id === article?.id && next.revision === article.revision) {
      if (passage !== undefined) post({ kind: 'passage', passage });
      return;
    }
    shownId = id;
    article = next && { ...next, position: where.position ?? next.position };
    selection = undefined;
    panel.title = article === undefined ? 'Reader' : cutAtWord(article.headline, TITLE_LENGTH);
    render(imagesAtFirst());
    parts.onChange();
  };

  const receive = (message: FromReader): void => {
    switch (message.kind) {
      case 'ready':
        selection = undefined;
        postPage();
        return;
      case 'selection':
        if (message.itemId !== article?.id) return;
        selection = message.passage;
        parts.onChange();
        return;
      case 'scrolled': {
        if (message.itemId !== article?.id) return;
        article = { ...article, position: message.position };
        passage = undefined;
        library
          .setPosition(article.id, message.position)
          .catch((error: unknown) => log.error(asError(error)));
        return;
      }
      case 'open link':
        // As a string: a Uri would lose the difference between '&' and '%26' in the query.
        if (/^(https?|mailto):/i.test(message.url)) {
          void vscode.commands.executeCommand('vscode.open', message.url);
        }
        return;
      case 'show images':
        if (setting('broadsheet.reader.images') !== 'never') render('shown');
        return;
      case 'act':
        parts.onAct(message.action);
        return;
    }
  };

  const setStatus = (change: StatusChange): void => {
    if (article === undefined) return;
    article = { ...article, ...change };
    parts.onChange();
  };
  /** A headline that gets its article while it is open shows it; an article that is being read stays as it is. */
  const readAgain = async (): Promise<void> => {
    if (article === undefined) return;
    const { id, kind } = article;
    const next = await library.read(id);
    if (next === undefined || shownId !== id) return;
    if (kind === 'headline' && next.kind === 'article') show(id, next, {});
    else setStatus({ read: next.read, starred: next.starred });
  };
  const follow = (change: LibraryChange): void => {
    if (change.kind === 'status') {
      if (article !== undefined && change.itemIds.includes(article.id)) setStatus(change.change);
      return;
    }
    const mayHaveBody = change.kind === 'items' && article?.kind === 'headline';
    if (mayHaveBody || change.kind === 'elsewhere')
      readAgain().catch((error: unknown) => log.error(asError(error)));
  };

  panel.iconPath = new vscode.ThemeIcon('book');
  store.add(webview.onDidReceiveMessage(receive));
  store.add(panel.onDidChangeViewState(() => (panel.active ? parts.onUse() : parts.onChange())));
  store.add(
    panel.onDidDispose(() => {
      parts.onClose();
      store.dispose();
    }),
  );
  store.add(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('broadsheet.reader.images')) render(imagesAtFirst());
    }),
  );
  store.add({ dispose: library.onDidChange(follow) });

  return {
    panel,
    show,
    itemId: () => shownId,
    current: () => article && { article, selection, visible: panel.visible, active: panel.active },
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

function imagesAtFirst(): ImagesShown {
  const images = setting('broadsheet.reader.images');
  return images === 'always' ? 'shown' : images;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
