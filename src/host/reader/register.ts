// The reader feature: which panel shows which article, and what of it is selected.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { Article, Headline } from '../../core/model/item.ts';
import type { FullTextState, ReaderAction } from '../../core/model/readerMessages.ts';
import type { TextRange } from '../../core/model/search.ts';
import { UserError } from '../../core/model/userError.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import { CONTEXT_KEYS, READER_VIEW_TYPE } from '../../manifest.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore, type Disposable } from '../disposables.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { copyPassageLink } from './copyPassageLink.ts';
import { markReadWhen } from './markReadWhen.ts';
import { panelFor } from './panelFor.ts';
import { placeLeft, placeToRestore } from './placeLeft.ts';
import { readArticle } from './readArticle.ts';
import { createReaderPanel, readerPanelOptions, type ReaderPanel } from './readerPanel.ts';
import { saveArticle, type SavedForm } from './saveArticle.ts';
import { wordsToSearch } from './wordsToSearch.ts';

const LAST = 'reader.last';
/** Milliseconds in which a second opening of the same row is a double click. */
const DOUBLE_CLICK = 500;

export interface ReaderParts {
  readonly library: ObservableLibrary;
  readonly extensionUri: vscode.Uri;
  readonly guard: Guard;
  readonly log: Log;
  /** Where the article shown last is remembered over a reload. */
  readonly memory: vscode.Memento;
  /** Called when the person presses a button above a selection, which `current()` then gives. */
  readonly onAct: (action: NoteAction) => void;
  /** Called with a query for the words that the person wants to search for. */
  readonly onSearch: (query: string) => Promise<void>;
  /** Called when the person wants the headline before or after the one in the reader. */
  readonly onGo: (to: 'previous' | 'next') => void;
  /** Called when the person scrolls on at the end of the article. */
  readonly onPastEnd: () => void;
  /** Knows the notes that cite an article; undefined where there are no notes. */
  readonly citingNotes: CitingNotes | undefined;
  /** Called when the person wants to compare the versions of the article that is open. */
  readonly onCompare: (item: Headline) => void;
  readonly fullText: WholeTexts;
}

/** What other features do with a selected passage. */
export type NoteAction = Extract<ReaderAction, 'quote' | 'copy' | 'clip'>;

/** The notes that cite articles. */
export interface CitingNotes {
  citedIn(id: ItemId): Promise<readonly { readonly uri: vscode.Uri }[]>;
  /** Shows the person where; lets them pick where there are several places. */
  show(id: ItemId): Promise<void>;
  /** Fires when a note may cite something else than before. */
  readonly onDidChange: vscode.Event<void>;
}

/** Gets articles whole of which their source gives less. */
export interface WholeTexts {
  stateOf(item: Headline): FullTextState;
  /** Called when the person opened an item, or put another in its place. */
  opened(item: Headline): void;
  left(id: ItemId): void;
  /** Called when the person asks for the whole text. */
  get(item: Headline): Promise<void>;
  readonly onDidChange: vscode.Event<WholeTextChange>;
}

export interface WholeTextChange {
  readonly itemId: ItemId;
  /** Whether the library has the whole text now. */
  readonly arrived: boolean;
}

export interface OpenOptions {
  /** A passage to scroll to and highlight, as offsets in the article's text. */
  readonly passage?: TextRange | undefined;
  /** Where to show the reader; where it is already, or else the active column, if undefined. */
  readonly column?: vscode.ViewColumn | undefined;
  readonly preserveFocus?: boolean | undefined;
  /** Whether to leave the active column as it is and show the article in another. */
  readonly beside?: boolean;
  /** Whether the person clicked on a row, of which a second click keeps the article open, as on a file. */
  readonly byRow?: boolean;
}

/** The article in the reader, and the selected passage as offsets in its text. */
export interface OpenArticle {
  readonly article: Article;
  /** How many versions of it there are to compare. */
  readonly versions: number;
  readonly selection: TextRange | undefined;
  /** Whether the person sees it, or another editor covers it. */
  readonly visible: boolean;
  /** Whether it is the active editor. */
  readonly active: boolean;
}

export interface Reader {
  /**
   * Shows an item in the reader, in the panel that has it already or the one used last that is not kept open, and
   * marks it read where the settings say so. Rejects when the library does; an item that is gone gives a sentence in
   * the panel.
   */
  open(id: ItemId, options?: OpenOptions): Promise<void>;
  /** What the panel used last shows, whether it has the focus or not; undefined when there is none. */
  current(): OpenArticle | undefined;
  /** Fires when `current()` gives something else than before. */
  readonly onDidChangeCurrent: vscode.Event<OpenArticle | undefined>;
  /** Keeps the article in the reader open, so that the next one opens in another tab. */
  keepOpen(): void;
  /** Scrolls the article in the reader a page on or back; at its end, `onPastEnd` is called instead. */
  scroll(pages: 1 | -1): void;
  /** Puts the address of what is selected on the clipboard. */
  copyPassageLink(): Promise<void>;
  /** Searches for what is selected. */
  searchSelection(): Promise<void>;
  /** Saves an article, the one in the reader where undefined, to a file, which the person picks where none is given. */
  save(item: Headline | undefined, form: SavedForm, file: unknown): Promise<void>;
  readonly disposable: Disposable;
}

/** Makes the reader, which has its panels restored after the window was reloaded. */
export function registerReader(parts: ReaderParts): Reader {
  const { memory, library, guard } = parts;
  const openedLast = placeLeft({ itemId: memory.get(LAST) })?.itemId;
  const store = createDisposableStore();
  const changed = store.add(new vscode.EventEmitter<OpenArticle | undefined>());
  /** The panel used last stands first. */
  let panels: readonly ReaderPanel[] = [];
  let lastOpen = 0;
  let lastRow: { readonly id: ItemId; readonly at: number } | undefined;
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
    setContext(CONTEXT_KEYS.readerLater, open?.article.later === true);
    setContext(CONTEXT_KEYS.readerLinked, open?.article.url !== undefined);
    setContext(CONTEXT_KEYS.readerRevised, (open?.versions ?? 0) > 1);
    setContext(CONTEXT_KEYS.readerPreview, panels[0]?.isKept() === false);
    changed.fire(open);
  };
  const putFirst = (reader: ReaderPanel): void => {
    panels = [reader, ...panels.filter((other) => other !== reader)];
    void memory.update(LAST, reader.itemId());
    announce();
  };

  const adopt = (panel: vscode.WebviewPanel, kept: boolean): ReaderPanel => {
    const reader: ReaderPanel = createReaderPanel(panel, {
      ...parts,
      kept,
      onOpen: (id, beside) => void guard(() => open(id, { beside })),
      onPassage: act,
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
    const read = await readArticle(library, id);
    if (mine !== lastOpen) return;
    if (read !== undefined) parts.fullText.opened(read.article);
    const { beside = false, byRow = false, preserveFocus = false } = options;
    const besides = beside ? vscode.window.tabGroups.activeTabGroup.viewColumn : undefined;
    const known = panelFor(panels, id, besides);
    // The next to one that is kept open stands where that one stands.
    const column = options.column ?? (beside ? vscode.ViewColumn.Beside : panels[0]?.panel.viewColumn);
    const reader = known ?? adopt(newPanel(parts.extensionUri, column, preserveFocus), false);
    reader.show(id, read, { passage: options.passage });
    known?.panel.reveal(options.column, preserveFocus);
    putFirst(reader);
    if (byRow && isSecondClick(id)) reader.keep();
    if (read?.article.read === false && markReadWhen() === 'onOpen')
      await library.setStatus([id], { read: true });
  };
  const isSecondClick = (id: ItemId): boolean => {
    const at = Date.now();
    const isSecond = lastRow?.id === id && at - lastRow.at < DOUBLE_CLICK;
    lastRow = { id, at };
    return isSecond;
  };

  const selected = (): OpenArticle & { readonly selection: TextRange } => {
    const open = current();
    const selection = open?.selection;
    if (open === undefined || selection === undefined)
      throw new UserError(localize('Select some words of an article in the reader first.'));
    return { ...open, selection };
  };
  const copyLink = async (): Promise<void> => copyPassageLink(selected());
  const searchSelection = async (): Promise<void> => {
    const { article, selection } = selected();
    await parts.onSearch(wordsToSearch(article.text.slice(...selection)));
  };
  const act = async (action: ReaderAction): Promise<void> => {
    if (action === 'copy link') await copyLink();
    else if (action === 'search') await searchSelection();
    else parts.onAct(action);
  };

  store.add(
    vscode.window.registerWebviewPanelSerializer(READER_VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state) {
        panel.webview.options = readerPanelOptions(parts.extensionUri);
        const left = placeToRestore(state, openedLast, panel.active);
        await guard(async () => {
          const read = left && (await readArticle(library, left.itemId));
          const reader = adopt(panel, left?.kept === true);
          reader.show(left?.itemId, read, { position: left?.position });
          // Of several, the one that the person sees was used last.
          if (panel.active || panels.length === 0) putFirst(reader);
          else panels = [...panels, reader];
        });
      },
    }),
  );
  store.add({ dispose: () => panels.forEach((reader) => reader.dispose()) });
  return {
    open,
    current,
    onDidChangeCurrent: changed.event,
    keepOpen: () => panels[0]?.keep(),
    scroll: (pages) => panels[0]?.scroll(pages),
    copyPassageLink: copyLink,
    searchSelection,
    async save(item, form, file) {
      const id = item?.id ?? current()?.article.id;
      const article = id === undefined ? undefined : await library.read(id);
      if (article === undefined) throw new UserError(localize('Open an article or choose a headline first.'));
      await saveArticle(article, form, file);
    },
    disposable: store,
  };
}

function newPanel(
  extensionUri: vscode.Uri,
  viewColumn: vscode.ViewColumn = vscode.ViewColumn.Active,
  preserveFocus: boolean,
): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    READER_VIEW_TYPE,
    localize('Reader'),
    { viewColumn, preserveFocus },
    { ...readerPanelOptions(extensionUri), enableFindWidget: true, retainContextWhenHidden: false },
  );
}
