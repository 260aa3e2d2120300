// The feeds of the running extension, as the tests act on them and look at them.

import assert from 'node:assert/strict';
import type { NewSubscription, Subscription } from '../../../src/core/model/subscription.ts';
import { inOtherWindow, run, sourceOf } from '../broadsheet.ts';

export async function subscriptions(): Promise<readonly Subscription[]> {
  return inOtherWindow((library) => library.subscriptions());
}

export async function subscriptionOf(url: string): Promise<Subscription> {
  const found = (await subscriptions()).find((feed) => feed.url === url);
  assert.ok(found, `There is no feed ${url}.`);
  return found;
}

/** Follows feeds without asking their servers. */
export async function subscribe(...urls: readonly string[]): Promise<void> {
  const wanted = urls.map((url): NewSubscription => ({ url, title: url, homeUrl: undefined, folder: [] }));
  await inOtherWindow((library) => library.subscribe(wanted));
}

/** Reads one feed as its menu does. */
export async function refreshFeed(url: string): Promise<void> {
  await run('broadsheet.refreshFeed', { kind: 'source', source: await sourceOf(url) });
}

/** Leaves no feed behind for other tests. */
export async function removeFeeds(): Promise<void> {
  await inOtherWindow(async (library) => {
    for (const { sourceId } of await library.subscriptions()) await library.removeSource(sourceId);
  });
}
