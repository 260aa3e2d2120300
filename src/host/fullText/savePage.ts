// Keeps the article of any web page.

import * as vscode from 'vscode';
import type { ItemId } from '../../core/model/ids.ts';
import { UserError } from '../../core/model/userError.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import type { FetchPage } from '../fetch/fetchPage.ts';
import { pageAnswer } from './pageAnswer.ts';
import { webAddress } from './webAddress.ts';

export interface SavePageParts {
  readonly library: Library;
  readonly fetchPage: FetchPage;
}

/**
 * Fetches a page, keeps its article among the saved pages and gives it; undefined where the person thought better of
 * it, or was told that there is none.
 *
 * @param given The address; the person is asked for it where it is none.
 */
export async function savePage(parts: SavePageParts, given: unknown): Promise<ItemId | undefined> {
  const url = typeof given === 'string' ? webAddress(given) : await askAddress();
  if (typeof given === 'string' && url === undefined)
    throw new UserError(localize('“{0}” is no web address.', given));
  if (url === undefined) return undefined;
  const result = await fetchAndKeep(parts, url);
  if (result.kind === 'saved') return result.itemId;
  if (result.kind === 'none') await offerBrowser(result.sentence, url);
  return undefined;
}

async function askAddress(): Promise<string | undefined> {
  const copied = webAddress(await vscode.env.clipboard.readText());
  const typed = await vscode.window.showInputBox({
    title: localize('Save Page as Article'),
    prompt: localize('The address of a page with an article.'),
    placeHolder: 'https://example.org/article',
    ignoreFocusOut: true,
    ...(copied === undefined ? {} : { value: copied, valueSelection: [0, copied.length] }),
    validateInput: (value) =>
      value.trim() === '' || webAddress(value) !== undefined
        ? undefined
        : localize('Type a web address: https://example.org/article.'),
  });
  return typed === undefined ? undefined : webAddress(typed);
}

type SaveResult =
  | { readonly kind: 'saved'; readonly itemId: ItemId }
  | { readonly kind: 'none'; readonly sentence: string }
  | { readonly kind: 'aborted' };

function fetchAndKeep({ library, fetchPage }: SavePageParts, url: string): Thenable<SaveResult> {
  const host = hostOf(url);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: localize('Reading {0} …', host),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_progress, cancellation) => {
    const ending = new AbortController();
    cancellation.onCancellationRequested(() => ending.abort());
    const page = pageAnswer(await fetchPage(url, undefined, ending.signal));
    if (page.kind !== 'page') return page;
    const { itemId, problems } = await library.savePage({ ...page.answer, askedFor: url });
    if (itemId !== undefined) return { kind: 'saved', itemId };
    return {
      kind: 'none',
      sentence: problems.at(-1)?.sentence ?? localize('There is no article on {0}.', url),
    };
  });
}

async function offerBrowser(sentence: string, url: string): Promise<void> {
  const open = localize('Open in Browser');
  const chosen = await vscode.window.showWarningMessage(plainMessage(sentence), open);
  // As a string: a Uri would lose the difference between & and %26.
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', url);
}
