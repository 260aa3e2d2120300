// What a person is asked when a feed is added.

import * as vscode from 'vscode';
import type { OfferedFeed } from '../../core/model/subscription.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import { localize } from '../localize.ts';
import { plainLabel, plainMessage } from '../plainText.ts';
import { basicAuthorization } from '../fetch/addressPassword.ts';

export interface Questions {
  /** Which of several feeds; none where the person has thought better of it. */
  chooseFeeds(feeds: readonly OfferedFeed[]): Promise<readonly OfferedFeed[]>;
  /** Whether to keep a page that has no feed. */
  keepPage(title: string): Promise<boolean>;
  /** The Authorization header for an address; undefined where the person has none. */
  authorization(url: string, sentence: string): Promise<string | undefined>;
}

export const askPerson: Questions = {
  async chooseFeeds(feeds) {
    const rows = feeds.map((feed, index) => ({
      label: plainLabel(feed.title ?? hostOf(feed.url)),
      description: plainLabel(feed.url),
      picked: index === 0,
      feed,
    }));
    const chosen = await vscode.window.showQuickPick(rows, {
      title: localize('Add Feed'),
      placeHolder: localize('This page has several feeds: choose those that you want to follow.'),
      canPickMany: true,
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    return chosen?.map(({ feed }) => feed) ?? [];
  },

  async keepPage(title) {
    const keep = localize('Keep Page');
    const sentence = localize(
      'No feed was found for “{0}”. The page itself can be kept as one article.',
      title,
    );
    return (await vscode.window.showInformationMessage(plainMessage(sentence), keep)) === keep;
  },

  async authorization(url, sentence) {
    const host = hostOf(url);
    const choices = [
      { label: localize('User Name and Password'), ask: () => askPassword(host) },
      { label: localize('Access Token'), ask: () => askToken(host) },
    ];
    const chosen = await vscode.window.showQuickPick(choices, {
      title: plainLabel(localize('Password for {0}', host)),
      placeHolder: sentence,
      ignoreFocusOut: true,
    });
    return chosen?.ask();
  },
};

async function askPassword(host: string): Promise<string | undefined> {
  const name = await askLine(host, localize('The user name that you have there.'), false);
  if (name === undefined) return undefined;
  const password = await askLine(host, KEPT, true);
  return password === undefined ? undefined : basicAuthorization(name, password);
}

async function askToken(host: string): Promise<string | undefined> {
  const token = (await askLine(host, KEPT, true))?.trim();
  return token === undefined || token === '' ? undefined : `Bearer ${token}`;
}

const KEPT = localize('It is kept in the secret storage of VS Code and sent to this site alone.');

/** A header holds one line of plain characters (RFC 9110, section 5.5). */
function askLine(host: string, prompt: string, password: boolean): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: localize('Password for {0}', host),
    prompt,
    password,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /[\u0000-\u001f\u007f]/.test(value) ? localize('This cannot be part of a password.') : undefined,
  });
}
