// Lists of subscriptions in OPML (opml.org/spec2.opml), as other feed readers export them.

import type { Problem } from '../model/problem.ts';
import { decodeText } from '../parse/decodeText.ts';
import { httpAddress } from '../parse/facts.ts';
import { plainName } from '../parse/feed/plainText.ts';
import { decodedReferences } from '../parse/feed/references.ts';
import { outlineTokens, type OutlineToken } from './outlineTokens.ts';

/** A feed as it stands in a list. */
export interface ListedFeed {
  /** In one line of plain text; undefined where the list has none. */
  readonly title: string | undefined;
  /** Absolute http or https address, as are all addresses. */
  readonly feedUrl: string;
  readonly homeUrl: string | undefined;
  /** From the outermost to the innermost. */
  readonly folders: readonly string[];
}

export interface SubscriptionList {
  readonly title: string | undefined;
  /** In the list's order, as often as they stand in it: a feed may be in several folders. */
  readonly subscriptions: readonly ListedFeed[];
  readonly problems: readonly Problem[];
}

const DEEPEST = 20;
const MOST = 20_000;

interface OpenOutline {
  readonly folder: string | undefined;
}

/**
 * Gives the feeds of a list. It never throws: what can be understood of a broken file is read, and `problems` say
 * what could not be.
 *
 * @param file Text, or bytes whose encoding is found as for feeds.
 * @param name The file's name, for sentences about it.
 */
export function readOpml(file: string | Uint8Array, name = 'The file'): SubscriptionList {
  const { text, problems } =
    typeof file === 'string' ? { text: file, problems: [] } : decodeText(file, 'xml', name);
  if (text === undefined) return { title: undefined, subscriptions: [], problems };
  const { title, tokens, isOpml, hasMore } = outlineTokens(text, MOST);
  if (!isOpml) return { title, subscriptions: [], problems: [notOpml(name)] };
  const { subscriptions, unusable } = subscriptionsIn(tokens);
  return {
    title: plainName(title === undefined ? undefined : decodedReferences(title)),
    subscriptions,
    problems: [
      ...problems,
      ...(unusable > 0 ? [withoutAddress(name, unusable)] : []),
      ...(hasMore ? [tooMany(name)] : []),
      ...(subscriptions.length === 0 && unusable === 0 ? [withoutFeeds(name)] : []),
    ],
  };
}

function subscriptionsIn(tokens: readonly OutlineToken[]): {
  readonly subscriptions: readonly ListedFeed[];
  readonly unusable: number;
} {
  const subscriptions: ListedFeed[] = [];
  const open: OpenOutline[] = [];
  let unusable = 0;
  // Where end tags are missing, those of the feeds are: a feed has no outlines of its own then.
  const isUnclosed = unclosed(tokens) > 0;
  for (const token of tokens) {
    if (isUnclosed) while (open.length > 0 && open.at(-1)?.folder === undefined) open.pop();
    if (token.kind === 'end') open.pop();
    else {
      const written = feedAddress(token);
      const folders = open.flatMap(({ folder }) => folder ?? []);
      const feedUrl = httpAddress(written === undefined ? undefined : withScheme(written));
      if (feedUrl !== undefined) {
        const homeUrl = httpAddress(token.facts.get('htmlurl'));
        subscriptions.push({ title: nameOf(token), feedUrl, homeUrl, folders });
      } else if (written !== undefined) unusable++;
      const folder = written === undefined && folders.length < DEEPEST ? nameOf(token) : undefined;
      if (!token.isClosed) open.push({ folder });
    }
  }
  return { subscriptions, unusable };
}

function unclosed(tokens: readonly OutlineToken[]): number {
  return tokens.reduce((open, token) => open + (token.kind === 'end' ? -1 : token.isClosed ? 0 : 1), 0);
}

type Outline = Extract<OutlineToken, { readonly kind: 'outline' }>;

/** The address of a feed; some programs write it as that of a link, and say in the type that it is a feed. */
function feedAddress({ facts }: Outline): string | undefined {
  if (facts.get('iscomment')?.trim().toLowerCase() === 'true') return undefined;
  const isFeed = /^(?:rss|atom|feed|rdf)/iu.test(facts.get('type')?.trim() ?? '');
  const written = [facts.get('xmlurl'), facts.get('feedurl'), isFeed ? facts.get('url') : undefined];
  return written.find((address) => address !== undefined && address.trim() !== '')?.trim();
}

/** "feed://example.org/rss" and "example.org/rss" give the address that is meant. */
function withScheme(address: string): string {
  const bare = address.replace(/^feed:(?:\/\/)?(?=https?:)/iu, '').replace(/^feed:\/\//iu, 'http://');
  return /^[\w-]+(?:\.[\w-]+)+(?:[/:?]|$)/u.test(bare) ? `http://${bare}` : bare;
}

function nameOf({ facts }: Outline): string | undefined {
  return plainName(facts.get('title')) ?? plainName(facts.get('text'));
}

function notOpml(where: string): Problem {
  const sentence = `${where} is no list of feeds: it is not in OPML.`;
  return { kind: 'unknown type', outcome: 'skipped', where, sentence };
}

function withoutFeeds(where: string): Problem {
  return { kind: 'empty', outcome: 'skipped', where, sentence: `${where} lists no feeds.` };
}

function withoutAddress(where: string, count: number): Problem {
  const feeds = count === 1 ? 'One feed' : `${count} feeds`;
  const sentence = `${feeds} in ${where} could not be taken, as the address is neither http nor https.`;
  return { kind: 'unreadable', outcome: 'taken', where, sentence };
}

function tooMany(where: string): Problem {
  const sentence = `${where} lists more than ${MOST} feeds and folders; the first of them were taken.`;
  return { kind: 'too large', outcome: 'taken', where, sentence };
}
