// The feeds that a page tells of.

import { Parser } from 'htmlparser2';
import { canonicalUrl } from '../../text/canonicalUrl.ts';
import { httpAddress, oneLine } from '../facts.ts';

export interface FeedLink {
  /** Absolute http or https address. */
  readonly url: string;
  /** As the page names the feed; plain text. */
  readonly title: string | undefined;
  /** As the page says; undefined where only the address looks like a feed. */
  readonly type: 'rss' | 'atom' | 'json' | undefined;
}

interface Found extends FeedLink {
  readonly isLinkElement: boolean;
}

const MOST = 100;
const LONGEST_TITLE = 300;
const LONGEST_ADDRESS = 4000;
const TYPES: Readonly<Partial<Record<string, FeedLink['type']>>> = {
  'application/rss+xml': 'rss',
  'application/rdf+xml': 'rss',
  'application/rss': 'rss',
  'text/rss': 'rss',
  'text/rss+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/atom': 'atom',
  'application/feed+json': 'json',
};
/** Types that feeds are given, and other things too. */
const VAGUE_TYPES = new Set([
  '',
  'application/json',
  'application/xml',
  'text/xml',
  'text/plain',
  'text/html',
]);
/** Addresses that nothing but feeds have. */
const FEED_ADDRESS = new RegExp(
  [
    // A page about "rss" is none.
    '(?<!/(?:topics?|tags?|categor(?:y|ies)|labels?|search|wiki|hashtag))/(?:feed|rss2?|atom|rdf)/?(?:[?#]|$)',
    '/(?:feed|rss2?|atom|rdf)\\.(?:xml|json|php)(?:[?#]|$)',
    '/feed/(?:rss2?|atom|rdf|json|podcast)/?(?:[?#]|$)',
    '/index\\.(?:rss|atom|rdf)(?:[?#]|$)',
    '/(?:feeds?|rss|atom)/[^?#]{1,200}\\.(?:xml|json|rss|atom)(?:[?#]|$)',
    '/feeds/[\\w-]+/?(?:[\\w-]+/?)?(?:[?#]|$)',
    '\\.(?:rss|atom|rdf)(?:[?#]|$)',
    '[?&](?:feed|format|output|type|alt|mode)=(?:rss2?|atom|rdf|jsonfeed)(?:&|$)',
  ].join('|'),
  'iu',
);
const COMMENTS = /comment|kommentar|commentaire|comentario|comentário|repl(?:y|ies)\b/iu;
const PODCAST = /podcast|audio|video/iu;
/** Addresses of other services that are given a feed's address. */
const HANDED_ON = /[?&=/]https?(?:%3a|:)(?:%2f|\/){2}/iu;

/**
 * Gives the feeds of a page in the order in which a reader would choose: as the page has them, but podcasts
 * after news, and feeds of comments last. Where no `link` element names one, links to what looks like a feed
 * count.
 *
 * @param html Scanned once, in time proportional to its length.
 * @param url Where the page came from; resolves relative addresses, with the page's `base`.
 * @example `<link rel=alternate type=application/rss+xml href=/feed>` on "https://example.org/a" gives
 * "https://example.org/feed".
 */
export function findFeeds(html: string, url: string): readonly FeedLink[] {
  const found = feedsIn(html, url);
  const named = found.filter(({ isLinkElement }) => isLinkElement);
  const byKey = new Map<string, FeedLink>();
  for (const { url: address, title, type } of named.length > 0 ? named : found) {
    const key = canonicalUrl(address) ?? address;
    if (!byKey.has(key)) byKey.set(key, { url: address, title, type });
  }
  return [...byKey.values()]
    .map((feed) => ({ feed, rank: rankOf(feed) }))
    .sort((first, second) => first.rank - second.rank)
    .map(({ feed }) => feed);
}

function rankOf({ url, title = '' }: FeedLink): number {
  if (COMMENTS.test(title) || COMMENTS.test(url)) return 2;
  return PODCAST.test(title) ? 1 : 0;
}

function feedsIn(html: string, url: string): readonly Found[] {
  const found: Found[] = [];
  let base = url;
  let hasBase = false;
  let link: { readonly at: number; text: string } | undefined;
  const add = (feed: Found | undefined): void => {
    if (feed !== undefined && found.length < MOST) found.push(feed);
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && !hasBase && attributes['href'] !== undefined) {
        base = httpAddress(attributes['href'], url) ?? base;
        hasBase = true;
      } else if (name === 'link') add(linkedFeed(attributes, base));
      else if (name === 'a') {
        const before = found.length;
        add(pointedFeed(attributes, base));
        link = found.length > before ? { at: before, text: '' } : undefined;
      }
    },
    ontext(data) {
      if (link !== undefined && link.text.length < LONGEST_TITLE) link.text += data;
    },
    onclosetag(name) {
      if (name !== 'a' || link === undefined) return;
      const feed = found[link.at];
      if (feed !== undefined) found[link.at] = { ...feed, title: feed.title ?? shortLine(link.text) };
      link = undefined;
    },
  });
  parser.end(html);
  return found;
}

type Attributes = Readonly<Partial<Record<string, string>>>;

function linkedFeed(attributes: Attributes, base: string): Found | undefined {
  const relations = (attributes['rel'] ?? '').toLowerCase().split(/\s+/u);
  const isFeed = relations.includes('feed');
  if (!isFeed && (!relations.includes('alternate') || relations.includes('stylesheet'))) return undefined;
  const url = feedAddress(attributes['href'], base);
  if (url === undefined) return undefined;
  const written = typeOf(attributes);
  const type = TYPES[written];
  const looksLikeOne =
    VAGUE_TYPES.has(written) && attributes['hreflang'] === undefined && FEED_ADDRESS.test(url);
  if (type === undefined && !isFeed && !looksLikeOne) return undefined;
  return { url, title: shortLine(attributes['title'] ?? ''), type, isLinkElement: true };
}

function pointedFeed(attributes: Attributes, base: string): Found | undefined {
  const url = feedAddress(attributes['href'], base);
  if (url === undefined || HANDED_ON.test(url.slice(url.indexOf(':') + 1))) return undefined;
  const type = TYPES[typeOf(attributes)];
  if (type === undefined && !FEED_ADDRESS.test(url) && !/^feed:/iu.test(attributes['href']?.trim() ?? ''))
    return undefined;
  return { url, title: shortLine(attributes['title'] ?? ''), type, isLinkElement: false };
}

function typeOf(attributes: Attributes): string {
  return (attributes['type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** An address of a feed may be told by its scheme: "feed://example.org/a", "feed:https://example.org/a". */
function feedAddress(written: string | undefined, base: string): string | undefined {
  if (written === undefined || written.length > LONGEST_ADDRESS) return undefined;
  const address = written
    .trim()
    .replace(/^feed:(?=https?:)/iu, '')
    .replace(/^feed:/iu, 'https:');
  return httpAddress(address, base);
}

function shortLine(text: string): string | undefined {
  return oneLine(text.slice(0, LONGEST_TITLE));
}
