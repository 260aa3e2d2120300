// The panel with the morning brief: which brief it shows, and the messages to and from its page.

import * as vscode from 'vscode';
import type { Brief } from '../../core/brief/brief.ts';
import type { BriefAction, FromBrief, ToBrief } from '../../core/brief/briefMessages.ts';
import { briefPage, newHeadlines } from '../../core/brief/briefPage.ts';
import { isBriefRange, rangeStart, type BriefRange } from '../../core/brief/briefRange.ts';
import type { ItemId, SourceId } from '../../core/model/ids.ts';
import { UserError } from '../../core/model/userError.ts';
import type { LibraryChange } from '../../library/library.ts';
import { coalesce } from '../coalesce.ts';
import { createDisposableStore } from '../disposables.ts';
import { inTheirLanguage, localize } from '../localize.ts';
import { briefShell } from './briefShell.ts';
import type { BriefParts } from './register.ts';

export interface BriefPanel {
  readonly panel: vscode.WebviewPanel;
  /** Asks the library anew for what is new. */
  renew(): Promise<void>;
  /** Remembers that the person has seen what the page shows. */
  markSeen(): Promise<void>;
  /** Ends the subscriptions; the panel itself stays, so that it is restored after a reload. */
  dispose(): void;
}

export interface BriefPanelParts extends BriefParts {
  /** Called when the person has seen what was new up to a time. */
  readonly onSeen: () => void;
  readonly onClose: () => void;
}

/** Items that arrived are compared with others before a brief is made of them; so many steps of it at most. */
const STEPS = 10;
const MOST_COUNTED = 1000;
const COUNT_INTERVAL = 3000;

/** Takes over a panel and shows the brief in it. */
export function createBriefPanel(panel: vscode.WebviewPanel, parts: BriefPanelParts): BriefPanel {
  const { library, guard, extensionUri } = parts;
  const { webview } = panel;
  const store = createDisposableStore();
  let shown: { readonly brief: Brief; readonly range: BriefRange } | undefined;
  let range: BriefRange = 'last';
  let marked: readonly ItemId[] = [];
  /** What was read since the brief was made, here or elsewhere. */
  const readSince = new Set<ItemId>();
  let lastAsked = 0;

  const post = (message: ToBrief): void => void webview.postMessage(message);
  const postPage = (): void => {
    if (shown === undefined) return;
    const page = briefPage(shown.brief, shown.range, {
      now: Date.now(),
      locale: vscode.env.language,
      localize,
    });
    post({ kind: 'page', page });
  };

  const renew = async (): Promise<void> => {
    const mine = ++lastAsked;
    for (let step = 0; step < STEPS && (await library.groupStories()); step++);
    const brief = await library.brief(rangeStart(range, Date.now()));
    if (mine !== lastAsked) return;
    shown = { brief, range };
    readSince.clear();
    postPage();
  };

  /** Where there is no page yet, the place of the page says why; the person is told in any case. */
  const first = (): Promise<void> =>
    renew().then(undefined, (error: unknown) => {
      const sentence =
        error instanceof UserError
          ? inTheirLanguage(error)
          : localize('The brief could not be made; the log has the details.');
      post({ kind: 'notice', sentence });
      throw error;
    });

  const countArrived = async (): Promise<void> => {
    if (shown === undefined) return;
    const { count } = await library.countNew(shown.brief.until, MOST_COUNTED);
    // A page with nothing on it has nothing to lose its place in, and says what is not true any more.
    if (count > 0 && shown.brief.ids.length === 0) {
      await renew();
      return;
    }
    const sentence = localize(
      '{0} arrived meanwhile.',
      newHeadlines(count, count === MOST_COUNTED, localize),
    );
    post({ kind: 'arrived', sentence: count === 0 ? undefined : sentence });
  };
  const arrived = store.add(coalesce(() => void guard(countArrived), COUNT_INTERVAL));

  const markRead = async (sourceId: number | undefined): Promise<void> => {
    if (shown === undefined) return;
    const { ids, sources } = shown.brief;
    const source = sources.find((each) => each.sourceId === sourceId);
    const wanted = sourceId === undefined ? ids : (source?.ids ?? []);
    marked = wanted.filter((id) => !readSince.has(id));
    if (marked.length === 0) return;
    await library.setStatus(marked, { read: true });
    const sentence =
      marked.length === 1
        ? localize('Marked 1 headline as read.')
        : localize('Marked {0} headlines as read.', marked.length);
    post({ kind: 'done', sentence, undo: true });
  };

  const undo = async (): Promise<void> => {
    const ids = marked;
    marked = [];
    if (ids.length > 0) await library.setStatus(ids, { read: false });
    post({ kind: 'done', sentence: localize('Marked as unread again.'), undo: false });
  };

  const markSeen = async (): Promise<void> => {
    if (shown === undefined) return;
    await library.markBriefSeen(shown.brief.until);
    parts.onSeen();
    post({
      kind: 'done',
      sentence: localize('Seen. The next brief begins where this one ends.'),
      undo: false,
    });
  };

  const receive = (message: FromBrief): unknown => {
    switch (message.kind) {
      case 'ready':
        if (shown === undefined) return first();
        postPage();
        return undefined;
      case 'open':
        return parts.openItem(message.itemId as ItemId, message.beside);
      case 'range':
        if (isBriefRange(message.range)) ({ range } = message);
        return renew();
      case 'mark read':
        return markRead(message.sourceId);
      case 'undo':
        return undo();
      case 'seen':
        return markSeen();
      case 'renew':
        return renew();
      case 'search':
        return parts.showSearch(message.query);
      case 'show source':
        return parts.showSource(message.sourceId as SourceId);
      case 'act':
        return vscode.commands.executeCommand(ACTIONS[message.action]);
    }
  };

  const follow = (change: LibraryChange): void => {
    if (change.kind === 'status' && change.change.read !== undefined) {
      const { read } = change.change;
      for (const id of change.itemIds)
        if (read) readSince.add(id);
        else readSince.delete(id);
      if (shown !== undefined) shown = { ...shown, brief: withRead(shown.brief, change.itemIds, read) };
      post({ kind: 'status', itemIds: change.itemIds, read });
    }
    if (change.kind === 'items' || change.kind === 'elsewhere') arrived.request();
  };

  panel.iconPath = new vscode.ThemeIcon('coffee');
  store.add(webview.onDidReceiveMessage((message: FromBrief) => void guard(() => receive(message))));
  store.add({ dispose: library.onDidChange(follow) });
  store.add(
    panel.onDidDispose(() => {
      const until = shown?.brief.until;
      store.dispose();
      parts.onClose();
      if (until === undefined) return;
      void guard(async () => {
        await library.markBriefSeen(until);
        parts.onSeen();
      });
    }),
  );
  webview.html = briefShell({
    cspSource: webview.cspSource,
    script: webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'brief.js')).toString(),
    style: webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'brief.css')).toString(),
    nonce: crypto.randomUUID(),
  });

  return { panel, renew, markSeen, dispose: () => store.dispose() };
}

/** Gives what a brief's page may do and which files it may load. */
export function briefPanelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)),
  };
}

const ACTIONS = {
  refresh: 'broadsheet.refresh',
  addFeed: 'broadsheet.addFeed',
  openSample: 'broadsheet.openSample',
} as const satisfies Record<BriefAction, string>;

/** The page is made again when it was hidden, and then shows what was read meanwhile as read. */
function withRead(brief: Brief, ids: readonly ItemId[], read: boolean): Brief {
  const changed = new Set(ids);
  const headlines = <Part extends { readonly headlines: Brief['stories'][number]['headlines'] }>(
    part: Part,
  ): Part => ({
    ...part,
    headlines: part.headlines.map((item) => (changed.has(item.id) ? { ...item, read } : item)),
  });
  return { ...brief, stories: brief.stories.map(headlines), sources: brief.sources.map(headlines) };
}
