// Where the relative addresses in an entry stand.

import type { Feed, FeedEntry } from '../../model/feed.ts';

/**
 * Gives the address that those in an entry are relative to, where the entry's text does not say it: its page, or the
 * site where the entry only points to a page of another site and was not taken over from there.
 */
export function baseOf(entry: FeedEntry, { homeUrl, selfUrl }: Feed): string | undefined {
  const site = homeUrl ?? selfUrl;
  if (entry.url === undefined || site === undefined) return entry.url ?? site;
  const isAtHome = entry.source !== undefined || isOfSite(entry.url, homeUrl) || isOfSite(entry.url, selfUrl);
  return isAtHome ? entry.url : site;
}

function isOfSite(page: string, site: string | undefined): boolean {
  if (site === undefined) return false;
  const [first, second] = [hostOf(page), hostOf(site)];
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`);
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./u, '');
}
