// The morning brief: a front page of what is new since last time, which opens when the person asks for it.

import * as vscode from 'vscode';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import { BRIEF_VIEW_TYPE } from '../../manifest.ts';
import { coalesce } from '../coalesce.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore, type Disposable } from '../disposables.ts';
import { localize } from '../localize.ts';
import { setting } from '../settings.ts';
import { briefPanelOptions, createBriefPanel, type BriefPanel } from './briefPanel.ts';
import { createNewItem } from './newItem.ts';
import { createSearchNews } from './searchNews.ts';

export interface BriefParts {
  readonly library: ObservableLibrary;
  readonly extensionUri: vscode.Uri;
  readonly guard: Guard;
  /** Opens an item in the reader, beside the brief where the person wants it so. */
  readonly openItem: (id: ItemId, beside: boolean) => Promise<void>;
  readonly showSearch: (query: string) => Promise<void>;
  /** Shows a source in the sidebar. */
  readonly showSource: (id: SourceId) => Promise<void>;
}

export interface MorningBrief {
  /** Shows the brief, made anew. */
  open(): Promise<void>;
  /** Remembers that the person has seen what the open brief shows. */
  markSeen(): Promise<void>;
  /** Counts what is new from now on, and opens the brief where the settings say so. */
  start(): void;
  readonly disposable: Disposable;
}

const TITLE = localize('Morning Brief');
const MOST_COUNTED = 1000;
const COUNT_INTERVAL = 2000;

/** Makes the brief, which is restored after the window was reloaded. */
export function registerBrief(parts: BriefParts): MorningBrief {
  const { library, extensionUri, guard } = parts;
  const store = createDisposableStore();
  const item = store.add(createNewItem(MOST_COUNTED));
  const news = createSearchNews(library, parts.showSearch);
  let shown: BriefPanel | undefined;

  const count = async (): Promise<number> => {
    const found = await library.countNew(undefined, MOST_COUNTED);
    item.show(found);
    return found.count;
  };
  const countSoon = store.add(coalesce(() => void guard(count), COUNT_INTERVAL));
  const tellSoon = store.add(coalesce(() => void guard(() => news.tell()), COUNT_INTERVAL));

  const adopt = (panel: vscode.WebviewPanel): BriefPanel => {
    shown = createBriefPanel(panel, {
      ...parts,
      onSeen: () => countSoon.request(),
      onClose: () => (shown = undefined),
    });
    return shown;
  };

  const open = async (preserveFocus: boolean): Promise<void> => {
    if (shown === undefined) {
      const where = { viewColumn: vscode.ViewColumn.Active, preserveFocus };
      const options = { ...briefPanelOptions(extensionUri), enableFindWidget: true };
      adopt(vscode.window.createWebviewPanel(BRIEF_VIEW_TYPE, TITLE, where, options));
      return;
    }
    shown.panel.reveal(undefined, preserveFocus);
    await shown.renew();
  };

  store.add(
    vscode.window.registerWebviewPanelSerializer(BRIEF_VIEW_TYPE, {
      async deserializeWebviewPanel(panel) {
        panel.webview.options = briefPanelOptions(extensionUri);
        adopt(panel);
        await Promise.resolve();
      },
    }),
  );
  store.add({
    dispose: library.onDidChange(({ kind }) => {
      countSoon.request();
      if (kind === 'items') tellSoon.request();
    }),
  });
  store.add({ dispose: () => shown?.dispose() });

  return {
    open: () => open(false),
    markSeen: async () => await shown?.markSeen(),
    start() {
      void guard(async () => {
        const isNew = (await count()) > 0;
        if (isNew && shown === undefined && setting('broadsheet.brief.openAtStart')) await open(true);
      });
    },
    disposable: store,
  };
}
