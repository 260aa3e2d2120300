// Links of Atom, which other formats borrow.

import type { AtomFeed } from 'feedsmith';
import type { FeedLink } from '../../model/feed.ts';
import { httpAddress } from '../facts.ts';
import { plainName } from './plainText.ts';

const MOST = 200;
const REGISTERED = /^http:\/\/www\.iana\.org\/assignments\/relation\//iu;

/** Addresses are escaped once too often more often than they have "&amp;" in them. */
export function unescaped(address: string | undefined): string | undefined {
  return address?.replace(/&amp;/giu, '&');
}

/** Gives links with absolute addresses; one without a relation is "alternate" (RFC 4287 § 4.2.7.2). */
export function atomLinks(
  links: readonly AtomFeed.Link<string>[] | undefined,
  baseUrl: string | undefined,
): readonly FeedLink[] {
  return (links ?? []).slice(0, MOST).flatMap(({ href, rel, type, title }) => {
    const url = httpAddress(unescaped(href), baseUrl);
    const relation = rel?.trim().toLowerCase().replace(REGISTERED, '') ?? 'alternate';
    return url === undefined ? [] : [{ url, rel: relation, type, title: plainName(title) }];
  });
}

/** Gives the link of a relation that a person would open: the page before other forms of it. */
export function pageLink(links: readonly FeedLink[], rel: string): string | undefined {
  const related = links.filter((link) => link.rel === rel);
  return (related.find(({ type }) => type === undefined || /html/iu.test(type)) ?? related[0])?.url;
}
