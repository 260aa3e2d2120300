// Lets a person choose feeds of the starter list.

import * as vscode from 'vscode';
import type { NewSubscription, Subscription } from '../../core/model/subscription.ts';
import { localize } from '../localize.ts';
import { STARTER_LIST, type StarterFeed } from './starterList.ts';

interface StarterRow extends vscode.QuickPickItem {
  /** Undefined for the name of a group. */
  readonly feed: StarterFeed | undefined;
}

/** Gives the feeds that were chosen; those that are followed already are not offered again. */
export async function chooseStarters(followed: Iterable<Subscription>): Promise<readonly NewSubscription[]> {
  const known = new Set([...followed].map(({ url }) => url));
  const rows = STARTER_LIST.flatMap(({ name, feeds }): readonly StarterRow[] => {
    const offered = feeds.filter(({ url }) => !known.has(url));
    const group: StarterRow = { label: name, kind: vscode.QuickPickItemKind.Separator, feed: undefined };
    return offered.length === 0 ? [] : [group, ...offered.map(rowOf)];
  });
  const chosen = await vscode.window.showQuickPick(rows, {
    title: localize('Choose From a Starter List'),
    placeHolder: localize('Feeds of well-known publishers: choose any number.'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return (chosen ?? []).flatMap(({ feed }) =>
    feed === undefined ? [] : [{ url: feed.url, title: feed.title, homeUrl: feed.homeUrl, folder: [] }],
  );
}

function rowOf(feed: StarterFeed): StarterRow {
  return { label: feed.title, description: feed.about, feed };
}
