// Under which address an article is kept.

import { canonicalUrl, namesOnePage } from '../../text/canonicalUrl.ts';

/**
 * Gives the address that a page says is its own where the page may speak for it, else the one that it came
 * from. A page speaks for its own site only: otherwise any page could pass for another publisher's article. A
 * front page as the address of an article is a fault of the page.
 *
 * @param claimed Absolute http or https address.
 * @example From "https://m.example.org/a?ref=x", the claim "https://www.example.org/a" is taken, and
 * "https://example.com/a" is not.
 */
export function pageAddress(url: string, claimed: string | undefined): string {
  if (claimed === undefined) return url;
  const key = canonicalUrl(claimed);
  const own = canonicalUrl(url);
  if (key === undefined || own === undefined || !isSameSite(key, own)) return url;
  return namesOnePage(key) || !namesOnePage(own) ? claimed : url;
}

/** Keys have no "www." and the like. Whoever has a host has those under it, but not the other way round. */
function isSameSite(claimed: string, own: string): boolean {
  const [theirs, ours] = [new URL(claimed).hostname, new URL(own).hostname];
  return theirs === ours || theirs.endsWith(`.${ours}`);
}
