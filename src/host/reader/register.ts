// The reader feature: which panel shows which article, and what of it is selected.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article } from '../../core/model/item.ts';
import type { ReaderAction } from '../../core/model/readerMessages.ts';
import type { TextRange } from '../../core/model/search.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import { CONTEXT_KEYS, READER_VIEW_TYPE } from '../../manifest.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore, type Disposable } from '../disposables.ts';
import type { Log } from '../log.ts';
import { setting } from '../settings.ts';
import { placeLeft } from './placeLeft.ts';
import { createReaderPanel, readerPanelOptions, type ReaderPanel } from './readerPanel.ts';

const LAST = 'reader.last';

export interface ReaderParts {
  readonly library: ObservableLibrary;
  readonly extensionUri: vscode.Uri;
  readonly guard: Guard;
  readonly log: Log;
  /** Where the article shown last is remembered over a reload. */
  readonly memory: vscode.Memento;
  /** Called when the person presses a button above a selection, which `current()` then gives. */
  readonly onAct: (action: ReaderAction) => void;
}

export interface OpenOptions {
  /** A passage to scroll to and highlight, as offsets in the article's text. */
  readonly passage?: TextRange | undefined;
  /** Where to show the reader; where it is already, or else the active column, if undefined. */
  readonly column?: vscode.ViewColumn | undefined;
  readonly preserveFocus?: boolean | undefined;
}

/** The article in the reader, and the selected passage as offsets in its text. */
export interface OpenArticle {
  readonly article: Article;
  readonly selection: TextRange | undefined;
  /** Whether the person sees it, or another editor covers it. */
  readonly visible: boolean;
  /** Whether it is the active editor. */
  readonly active: boolean;
}

export interface Reader {
  /**
   * Shows an item in the reader, in the panel used last or the one that has it already, and marks it read where
   * the settings say so. Rejects when the library does; an item that is gone gives a sentence in the panel.
   */
  open(id: ItemId, options?: OpenOptions): Promise<void>;
  /** What the panel used last shows, whether it has the focus or not; undefined when there is none. */
  current(): OpenArticle | undefined;
  /** Fires when `current()` gives something else than before. */
  readonly onDidChangeCurrent: vscode.Event<OpenArticle | undefined>;
  readonly disposable: Disposable;
}

/** Makes the reader, which has its panels restored after the window was reloaded. */
export function registerReader(parts: ReaderParts): Reader {
  const { memory, library, guard } = parts;
  const store = createDisposableStore();
  const changed = store.add(new vscode.EventEmitter<OpenArticle | undefined>());
  /** The panel used last stands first. */
  let panels: readonly ReaderPanel[] = [];
  let lastOpen = 0;
  const contexts = new Map<string, boolean>();

  const setContext = (key: string, value: boolean): void => {
    if (contexts.get(key) === value) return;
    contexts.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };

  const current = (): OpenArticle | undefined => panels[0]?.current();
  const announce = (): void => {
    const open = current();
    setContext(
      CONTEXT_KEYS.readerActive,
      panels.some(({ panel }) => panel.active),
    );
    setContext(CONTEXT_KEYS.readerRead, open?.article.read === true);
    setContext(CONTEXT_KEYS.readerStarred, open?.article.starred === true);
    setContext(CONTEXT_KEYS.readerLinked, open?.article.url !== undefined);
    changed.fire(open);
  };
  const putFirst = (reader: ReaderPanel): void => {
    panels = [reader, ...panels.filter((other) => other !== reader)];
    announce();
  };

  const adopt = (panel: vscode.WebviewPanel): ReaderPanel => {
    const reader: ReaderPanel = createReaderPanel(panel, {
      ...parts,
      onUse: () => putFirst(reader),
      onChange: announce,
      onClose: () => {
        panels = panels.filter((other) => other !== reader);
        announce();
      },
    });
    return reader;
  };

  const open = async (id: ItemId, options: OpenOptions = {}): Promise<void> => {
    const mine = ++lastOpen;
    const article = await library.read(id);
    if (mine !== lastOpen) return;
    const preserveFocus = options.preserveFocus ?? false;
    const known = panels.find((reader) => reader.itemId() === id) ?? panels[0];
    const reader = known ?? adopt(newPanel(parts.extensionUri, options.column, preserveFocus));
    reader.show(id, article, { passage: options.passage });
    void memory.update(LAST, id);
    known?.panel.reveal(options.column, preserveFocus);
    putFirst(reader);
    if (article?.read === false && setting('broadsheet.reader.markReadOnOpen'))
      await library.setStatus([id], { read: true });
  };

  store.add(
    vscode.window.registerWebviewPanelSerializer(READER_VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state) {
        panel.webview.options = readerPanelOptions(parts.extensionUri);
        // A window that is reloaded at once has not kept the page's own state yet.
        const left = placeLeft(state) ?? placeLeft({ itemId: memory.get(LAST), position: 0 });
        await guard(async () => {
          const article = left && (await library.read(left.itemId));
          const reader = adopt(panel);
          reader.show(left?.itemId, article, { position: left?.position });
          putFirst(reader);
        });
      },
    }),
  );
  store.add({ dispose: () => panels.forEach((reader) => reader.dispose()) });
  return { open, current, onDidChangeCurrent: changed.event, disposable: store };
}

function newPanel(
  extensionUri: vscode.Uri,
  viewColumn: vscode.ViewColumn = vscode.ViewColumn.Active,
  preserveFocus: boolean,
): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    READER_VIEW_TYPE,
    'Reader',
    { viewColumn, preserveFocus },
    { ...readerPanelOptions(extensionUri), enableFindWidget: true, retainContextWhenHidden: false },
  );
}
