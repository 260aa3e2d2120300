// Articles of which their source gives less than their page: what is being fetched, and what became of it.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import type { Headline } from '../../core/model/item.ts';
import type { FullTextState } from '../../core/model/readerMessages.ts';
import { UserError } from '../../core/model/userError.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { localize } from '../localize.ts';
import { setting } from '../settings.ts';
import type { FetchPage } from '../fetch/fetchPage.ts';
import { pageAnswer } from './pageAnswer.ts';

export interface WholeTextParts {
  readonly library: Library;
  readonly guard: Guard;
  readonly fetchPage: FetchPage;
}

export interface WholeTextChange {
  readonly itemId: ItemId;
  /** Whether the library has the whole text now. */
  readonly arrived: boolean;
}

export interface WholeTexts {
  /** What to say above an item's body. */
  stateOf(item: Headline): FullTextState;
  /** Gets the whole text of an item that the person opened, where the settings and the item say so. */
  opened(item: Headline): void;
  /** Stops what began when the person opened an item, as they read something else now. */
  left(id: ItemId): void;
  /** Gets the whole text because the person asks for it; resolves when it is there or cannot be had. */
  get(item: Headline): Promise<void>;
  readonly onDidChange: vscode.Event<WholeTextChange>;
  readonly disposable: vscode.Disposable;
}

interface Running {
  readonly ending: AbortController;
  readonly done: Promise<void>;
  readonly byOpening: boolean;
}

const LOST = localize('The full text came, but it could not be kept.');

/** Makes it with nothing under way; what failed is remembered until it is tried again. */
export function createWholeTexts({ library, guard, fetchPage }: WholeTextParts): WholeTexts {
  const changed = new vscode.EventEmitter<WholeTextChange>();
  const running = new Map<ItemId, Running>();
  const failures = new Map<ItemId, string>();

  /** Gives why it did not come; undefined where it did, or where nobody waits for it any longer. */
  const fetchInto = async (id: ItemId, url: string, feed: string | undefined, signal: AbortSignal) => {
    const page = pageAnswer(await fetchPage(url, feed, signal));
    if (page.kind === 'aborted' || signal.aborted) return undefined;
    if (page.kind === 'none') return page.sentence;
    const { itemId, problems } = await library.takeFullText(id, page.answer);
    return itemId === undefined ? (problems.at(-1)?.sentence ?? noArticle(url)) : undefined;
  };

  const run = async (item: Headline, url: string, ending: AbortController): Promise<void> => {
    const { id } = item;
    const { signal } = ending;
    // What goes wrong in the library is shown by the guard; the page says only that nothing came.
    const result = await guard(async () => ({
      failure: await fetchInto(id, url, await feedOf(library, item), signal),
    }));
    if (running.get(id)?.ending !== ending) return;
    running.delete(id);
    const failure = result === undefined ? LOST : result.failure;
    if (failure !== undefined) failures.set(id, failure);
    changed.fire({ itemId: id, arrived: failure === undefined && !signal.aborted });
  };

  const start = (item: Headline, url: string, byOpening: boolean): Promise<void> => {
    const ending = new AbortController();
    failures.delete(item.id);
    running.get(item.id)?.ending.abort();
    const done = run(item, url, ending);
    running.set(item.id, { ending, done, byOpening });
    return done;
  };

  return {
    stateOf(item) {
      if (item.url === undefined) return { kind: 'none' };
      if (running.has(item.id)) return { kind: 'loading', host: hostOf(item.url) };
      const sentence = failures.get(item.id);
      if (sentence !== undefined) return { kind: 'failed', sentence };
      const isOffered = isLess(item) && setting('broadsheet.reader.fullText') !== 'never';
      return { kind: isOffered ? 'offered' : 'none' };
    },
    opened(item) {
      if (item.url === undefined || !isMeantByOpening(item) || running.has(item.id)) return;
      if (setting('broadsheet.reader.fullText') === 'whenOpened') void start(item, item.url, true);
    },
    left(id) {
      failures.delete(id);
      const task = running.get(id);
      if (task?.byOpening !== true) return;
      running.delete(id);
      task.ending.abort();
    },
    async get(item) {
      if (item.url === undefined)
        throw new UserError(localize('No address is known for “{0}”.', item.headline));
      const task = running.get(item.id);
      if (task !== undefined) return task.done;
      const done = start(item, item.url, false);
      changed.fire({ itemId: item.id, arrived: false });
      await done;
    },
    onDidChange: changed.event,
    disposable: {
      dispose() {
        for (const { ending } of running.values()) ending.abort();
        changed.dispose();
      },
    },
  };
}

/** Whether there should be more of an item than the library has. */
function isLess({ kind, isExtract }: Headline): boolean {
  return isExtract || kind === 'headline';
}

/** Who opens what a feed gives wants its article; a headline in a document of theirs asks nobody for anything. */
function isMeantByOpening({ isExtract, sourceKind }: Headline): boolean {
  return isExtract && sourceKind === 'feed';
}

/** The address of the feed that brought an item; undefined where it came otherwise. */
async function feedOf(library: Library, { sourceId, sourceKind }: Headline): Promise<string | undefined> {
  if (sourceKind !== 'feed') return undefined;
  return (await library.sources()).find(({ id }) => id === sourceId)?.uri;
}

function noArticle(url: string): string {
  return localize('No article was found on the page of {0}.', hostOf(url));
}
