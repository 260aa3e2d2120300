// What tells an entry from all others of its feed, and is the same each time the feed is read.

import type { FeedEntry } from '../../model/feed.ts';
import { canonicalUrl } from '../../text/canonicalUrl.ts';
import { headlineKey } from '../../text/headlineKey.ts';
import { textDigest } from '../../text/textDigest.ts';
import { plainText } from './plainText.ts';

const BEGINNING = 400;

/**
 * Gives the identity of each entry, in order. It is the identifier that the publisher gave, else the address, else
 * made of the words. Several entries may share one of those: then address and title are added, for all of them
 * alike, so that it does not depend on which comes first. Entries with equal identities are the same.
 */
export function entryIdentities(entries: readonly FeedEntry[]): readonly string[] {
  const names = entries.map(nameOf);
  const told = entries.map((entry) => `${urlKey(entry.url)} ${titleKey(entry) || beginningOf(entry)}`);
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const [index, name] of names.entries()) {
    const before = first.get(name);
    if (before !== undefined && before !== told[index]) shared.add(name);
    first.set(name, told[index] ?? '');
  }
  return names.map((name, index) =>
    shared.has(name) ? `${name}#${textDigest(told[index] ?? '').toString(36)}` : name,
  );
}

function nameOf(entry: FeedEntry): string {
  if (entry.id !== undefined) return entry.id.replace(/^http:(?=\/\/)/iu, 'https:');
  if (entry.url !== undefined) return urlKey(entry.url);
  const words = `${titleKey(entry)}\n${beginningOf(entry)}\n${entry.enclosures[0]?.url ?? ''}`;
  return `text:${textDigest(words).toString(36)}`;
}

function beginningOf({ content, summary }: FeedEntry): string {
  return (content ?? summary)?.value.replace(/\s+/gu, ' ').trim().slice(0, BEGINNING) ?? '';
}

function urlKey(url: string | undefined): string {
  return url === undefined ? '' : (canonicalUrl(url) ?? url);
}

function titleKey({ title }: FeedEntry): string {
  return headlineKey(plainText(title) ?? '');
}
