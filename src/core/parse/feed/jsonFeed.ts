// JSON Feed 1 and 1.1 (jsonfeed.org).

import type { JsonFeed } from 'feedsmith';
import type { Feed, FeedEntry, FeedLink, FeedPerson, FeedText } from '../../model/feed.ts';
import { httpAddress, oneLine } from '../facts.ts';
import { categoriesOf, firstDate } from './entryExtensions.ts';
import { feedLanguage } from './feedLanguage.ts';
import { people } from './feedPeople.ts';
import { feedRhythm } from './feedRhythm.ts';

type FeedFacts = Omit<Feed, 'format' | 'version' | 'problems'>;

/** Gives a JSON Feed; relative addresses stand under `url`. */
export function jsonFeed(feed: JsonFeed.Feed<string>, url: string): FeedFacts {
  const authors = authorsOf(feed.authors, url);
  return {
    title: oneLine(feed.title ?? ''),
    description: oneLine(feed.description ?? ''),
    homeUrl: httpAddress(feed.home_page_url, url),
    selfUrl: httpAddress(feed.feed_url, url),
    movedTo: undefined,
    language: feedLanguage([feed.language]),
    image: httpAddress(feed.icon ?? feed.favicon, url),
    licence: undefined,
    rhythm: feedRhythm({}),
    entries: (feed.items ?? []).map((item) => jsonEntry(item, url, authors)),
  };
}

function jsonEntry(item: JsonFeed.Item<string>, base: string, inherited: readonly FeedPerson[]): FeedEntry {
  const own = authorsOf(item.authors, base);
  const links = linksOf(item, base);
  const updated = firstDate([item.date_modified]);
  return {
    id: item.id,
    title: textOf('text', item.title),
    url: links[0]?.url,
    links,
    authors: own.length > 0 ? own : inherited,
    published: firstDate([item.date_published]) ?? updated,
    updated,
    categories: categoriesOf(item.tags ?? []),
    section: undefined,
    enclosures: (item.attachments ?? []).flatMap((attachment) => {
      const url = httpAddress(attachment.url, base);
      if (url === undefined) return [];
      const { mime_type: type, size_in_bytes: length, title, duration_in_seconds: duration } = attachment;
      return [{ url, type, length, title: oneLine(title ?? ''), duration }];
    }),
    image: httpAddress(item.image ?? item.banner_image, base),
    content: textOf('html', item.content_html) ?? textOf('markdown', item.content_text),
    summary: textOf('text', item.summary),
    language: feedLanguage([item.language]),
    licence: undefined,
    source: undefined,
    comments: undefined,
    inReplyTo: undefined,
    place: undefined,
  };
}

/** The item's own page, then the page that it is about, then an identifier that is an address. */
function linksOf(
  { url, external_url: external, id }: JsonFeed.Item<string>,
  base: string,
): readonly FeedLink[] {
  const identifier = /^https?:\/\//iu.test(id ?? '') ? id : undefined;
  const addresses = [httpAddress(url, base), httpAddress(external, base), httpAddress(identifier)];
  const [first, ...others] = [...new Set(addresses)].filter((address) => address !== undefined);
  if (first === undefined) return [];
  const related = others.filter((address) => address !== httpAddress(identifier));
  const linkOf = (address: string, rel: string): FeedLink => ({
    url: address,
    rel,
    type: undefined,
    title: undefined,
  });
  return [linkOf(first, 'alternate'), ...related.map((address) => linkOf(address, 'related'))];
}

function textOf(kind: FeedText['kind'], value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { kind, value, baseUrl: undefined, language: undefined };
}

function authorsOf(authors: readonly JsonFeed.Author[] | undefined, base: string): readonly FeedPerson[] {
  return people(authors, base, (name) => oneLine(name ?? ''));
}
