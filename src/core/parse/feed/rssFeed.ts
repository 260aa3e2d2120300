// RSS 0.9x and 2.0, and RSS 0.90 and 1.0, which are RDF.

import type { AtomNs, ContentNs, RdfFeed, RdfNs, RssFeed, XmlNs } from 'feedsmith';
import type { Feed, FeedEntry, FeedLink, FeedText } from '../../model/feed.ts';
import { httpAddress } from '../facts.ts';
import { atomLinks, unescaped } from './atomLinks.ts';
import {
  categoriesOf,
  entryExtensions,
  firstDate,
  licenceOf,
  unsaid,
  type EntryNamespaces,
} from './entryExtensions.ts';
import { entryFiles, isPicture } from './entryFiles.ts';
import { feedLanguage } from './feedLanguage.ts';
import { feedRhythm } from './feedRhythm.ts';
import { people, personOf } from './feedPeople.ts';
import { plainName } from './plainText.ts';

/** An item of either kind. */
interface Item extends EntryNamespaces {
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly content?: ContentNs.Item;
  readonly guid?: RssFeed.Guid;
  readonly rdf?: RdfNs.About;
  readonly authors?: readonly RssFeed.Person[];
  readonly categories?: readonly RssFeed.Category[];
  readonly comments?: string;
  readonly enclosures?: readonly RssFeed.Enclosure[];
  readonly pubDate?: string;
  readonly source?: RssFeed.Source;
  readonly atom?: AtomNs.Entry<string>;
  readonly xml?: XmlNs.ItemOrFeed;
}

type FeedFacts = Omit<Feed, 'format' | 'version' | 'problems'>;

/** Gives a feed in RSS 0.9x or 2.0; relative addresses stand under `url`. */
export function rssFeed(feed: RssFeed.Feed<string>, url: string): FeedFacts {
  const base = httpAddress(feed.xml?.base, url) ?? url;
  const { ttl, skipHours, skipDays, sy, itunes } = feed;
  const podcast: { readonly summary?: string } | undefined = itunes;
  return {
    ...channelFacts(feed, base),
    description: plainName(feed.description ?? feed.dc?.descriptions?.[0] ?? podcast?.summary),
    movedTo: httpAddress(itunes?.newFeedUrl, base),
    image: httpAddress(feed.image?.url ?? itunes?.image ?? feed.googleplay?.image?.href, base),
    language: feedLanguage([feed.language, feed.dc?.languages?.[0], feed.xml?.lang]),
    licence: licenceOf(feed) ?? plainName(feed.copyright),
    rhythm: feedRhythm({ ttl, skipHours, skipDays, sy }),
    entries: (feed.items ?? []).map((item) => rssEntry(item, base)),
  };
}

/** Gives a feed in RSS 0.90 or 1.0; relative addresses stand under `url`. */
export function rdfFeed(feed: RdfFeed.Feed<string>, url: string): FeedFacts {
  const base = httpAddress(feed.xml?.base, url) ?? url;
  return {
    ...channelFacts(feed, base),
    description: plainName(feed.description ?? feed.dc?.descriptions?.[0]),
    movedTo: undefined,
    image: httpAddress(feed.image?.url ?? feed.image?.rdf?.about, base),
    language: feedLanguage([feed.dc?.languages?.[0], feed.xml?.lang]),
    licence: licenceOf(feed),
    rhythm: feedRhythm({ sy: feed.sy }),
    entries: (feed.items ?? []).map((item) => rssEntry(item, base)),
  };
}

function channelFacts(
  feed: Pick<RssFeed.Feed<string>, 'title' | 'link' | 'dc' | 'atom'>,
  base: string,
): Pick<Feed, 'title' | 'homeUrl' | 'selfUrl'> {
  const links = atomLinks(feed.atom?.links, base);
  const byRel = (rel: string): string | undefined => links.find((link) => link.rel === rel)?.url;
  return {
    title: plainName(feed.title ?? feed.dc?.titles?.[0] ?? feed.atom?.title?.value),
    homeUrl: httpAddress(feed.link, base) ?? byRel('alternate'),
    selfUrl: byRel('self'),
  };
}

function rssEntry(item: Item, feedBase: string): FeedEntry {
  const base = httpAddress(item.xml?.base, feedBase) ?? feedBase;
  const found = entryExtensions(item, base);
  const { atom } = item;
  const links = linksOf(item, base);
  const content = contentOf(item, base);
  const description = item.description ?? atom?.summary?.value;
  const published = firstDate([item.pubDate, atom?.published]) ?? found.published;
  const updated = firstDate([atom?.updated]) ?? found.updated;
  return {
    id: item.guid?.value ?? item.rdf?.about ?? atom?.id ?? found.id,
    title: unsaid(item.title ?? atom?.title?.value) ?? found.title,
    url: (links.find(({ rel }) => rel === 'canonical') ?? links.find(({ rel }) => rel === 'alternate'))?.url,
    links,
    authors: authorsOf(item, base, found.authors),
    published: published ?? updated,
    updated,
    categories: [
      ...(item.categories ?? []).flatMap(({ name, domain }) => categoriesOf([name], domain)),
      ...found.categories,
    ],
    section: found.section,
    enclosures: entryFiles(enclosuresOf(item, base), found.enclosures, found.duration),
    image: found.image ?? imageOf(item, base) ?? found.portrait,
    content,
    summary: based(unsaid(description) ?? found.summary, item.xml),
    language: feedLanguage([found.language, item.xml?.lang]),
    licence: found.licence ?? links.find(({ rel }) => rel === 'license')?.url,
    source: sourceOf(item, base),
    comments: commentsOf(item, base, links, found.commentCount),
    inReplyTo: found.inReplyTo,
    place: found.place,
  };
}

/** The item's link, then the guid where it is one (RSS 2.0: it is unless it says otherwise), then RDF's about. */
function linksOf({ link, guid, rdf, atom }: Item, base: string): readonly FeedLink[] {
  const atoms = atomLinks(atom?.links, base);
  const permalink = guid?.isPermaLink === false ? undefined : absolute(unescaped(guid?.value));
  const written = [httpAddress(unescaped(link), base), permalink, absolute(rdf?.about)];
  const own = [...new Set(written)].flatMap((url) =>
    url === undefined || atoms.some((other) => other.url === url && other.rel === 'alternate')
      ? []
      : [{ url, rel: 'alternate', type: undefined, title: undefined }],
  );
  return [...own, ...atoms];
}

/** An identifier is an address only where it is written as one, and not merely could be read as a relative one. */
function absolute(identifier: string | undefined): string | undefined {
  return /^https?:\/\//iu.test(identifier ?? '') ? httpAddress(identifier) : undefined;
}

function contentOf(item: Item, base: string): FeedText | undefined {
  const { content, atom, xml, sourceNs } = item;
  const html = content?.encoded ?? atom?.content?.value;
  const baseUrl = xml?.base === undefined ? undefined : base;
  const language = feedLanguage([xml?.lang]);
  if (html !== undefined) return { kind: 'unsaid', value: html, baseUrl, language };
  if (sourceNs?.markdown === undefined || item.description !== undefined) return undefined;
  return { kind: 'markdown', value: sourceNs.markdown, baseUrl, language };
}

function based(text: FeedText | undefined, xml: XmlNs.ItemOrFeed | undefined): FeedText | undefined {
  return text === undefined || xml?.base === undefined ? text : { ...text, baseUrl: httpAddress(xml.base) };
}

function authorsOf(item: Item, base: string, found: FeedEntry['authors']): FeedEntry['authors'] {
  const creators = item.dc?.creators === undefined ? [] : found;
  if (creators.length > 0) return creators;
  const written = (item.authors ?? []).flatMap(({ name, email, link }) =>
    name !== undefined && email === undefined && link === undefined
      ? personOf(name)
      : people([{ name, email, url: link }], base),
  );
  if (written.length > 0) return written;
  const atoms = people(
    item.atom?.authors?.map(({ name, email, uri }) => ({ name, email, url: uri })),
    base,
  );
  return atoms.length > 0 ? atoms : found;
}

function enclosuresOf({ enclosures }: Item, base: string): FeedEntry['enclosures'] {
  return (enclosures ?? []).flatMap(({ url: written, type, length }) => {
    const url = httpAddress(unescaped(written), base);
    return url === undefined ? [] : [{ url, type, length, title: undefined, duration: undefined }];
  });
}

function imageOf({ enclosures }: Item, base: string): string | undefined {
  return httpAddress(enclosures?.find(isPicture)?.url, base);
}

function sourceOf({ source, atom, dc, prism }: Item, base: string): FeedEntry['source'] {
  const title = plainName(source?.title ?? atom?.source?.title?.value ?? prism?.publicationName);
  const url = httpAddress(source?.url, base) ?? absolute(dc?.sources?.[0]);
  return title === undefined && url === undefined ? undefined : { title, url };
}

function commentsOf(
  { comments }: Item,
  base: string,
  links: readonly FeedLink[],
  count: number | undefined,
): FeedEntry['comments'] {
  const url = httpAddress(comments, base) ?? links.find(({ rel }) => rel === 'replies')?.url;
  return url === undefined && count === undefined ? undefined : { url, count };
}
