// Atom 0.3 and 1.0 (RFC 4287).

import type { AtomFeed, XmlNs } from 'feedsmith';
import type { Feed, FeedEntry, FeedLink, FeedPerson, FeedText } from '../../model/feed.ts';
import { httpAddress, oneLine } from '../facts.ts';
import { atomLinks, pageLink } from './atomLinks.ts';
import { base64Text } from './base64Text.ts';
import { categoriesOf, entryExtensions, firstDate, licenceOf } from './entryExtensions.ts';
import { entryFiles, isPicture } from './entryFiles.ts';
import { feedLanguage } from './feedLanguage.ts';
import { people } from './feedPeople.ts';
import { feedRhythm } from './feedRhythm.ts';
import { plainText } from './plainText.ts';

const BEFORE_TYPES =
  /^\s*<(?:p|div|a|img|br|ul|ol|h[1-6]|table|blockquote|section|article|figure|span|b|i|em|strong)\b/iu;

type FeedFacts = Omit<Feed, 'format' | 'version' | 'problems'>;

interface Inherited {
  readonly base: string;
  readonly language: string | undefined;
  readonly authors: readonly FeedPerson[];
}

/** Gives an Atom feed; relative addresses stand under `url` where no `xml:base` says otherwise. */
export function atomFeed(feed: AtomFeed.Feed<string>, url: string): FeedFacts {
  const base = baseOf(feed.xml, url);
  const language = feedLanguage([feed.xml?.lang, feed.dc?.languages?.[0]]);
  const authors = personsOf(feed.authors, base);
  const links = atomLinks(feed.links, base);
  return {
    title: plainText(textOf(feed.title, base)) ?? feed.dc?.titles?.[0],
    description: plainText(textOf(feed.subtitle, base)),
    homeUrl: pageLink(links, 'alternate'),
    selfUrl: links.find(({ rel }) => rel === 'self')?.url,
    movedTo: undefined,
    language,
    image: httpAddress(feed.logo ?? feed.icon, base),
    licence: licenceOf(feed) ?? licenceLink(links) ?? plainText(textOf(feed.rights, base)),
    rhythm: feedRhythm({ sy: feed.sy }),
    entries: (feed.entries ?? []).map((entry) => atomEntry(entry, { base, language, authors })),
  };
}

function atomEntry(entry: AtomFeed.Entry<string>, feed: Inherited): FeedEntry {
  const base = baseOf(entry.xml, feed.base);
  const found = entryExtensions(entry, base);
  const links = atomLinks(entry.links, base);
  const content = contentOf(entry.content, base);
  const summary = bodyOf(entry.summary, base);
  const updated = firstDate([entry.updated]) ?? found.updated;
  return {
    id: entry.id ?? found.id,
    title: textOf(entry.title, base) ?? found.title,
    url:
      pageLink(links, 'canonical') ??
      pageLink(links, 'alternate') ??
      sourceOfContent(entry.content, base) ??
      addressIn(entry.id),
    links,
    authors: authorsOf(entry, base, found.authors, feed.authors),
    published: firstDate([entry.published]) ?? found.published ?? updated,
    updated,
    categories: [
      ...(entry.categories ?? []).flatMap(({ label, term, scheme }) => categoriesOf([label ?? term], scheme)),
      ...found.categories,
    ],
    section: found.section,
    enclosures: entryFiles(enclosuresOf(entry, base), found.enclosures, found.duration),
    image:
      found.image ?? links.find((link) => link.rel === 'enclosure' && isPicture(link))?.url ?? found.portrait,
    content,
    summary: summary ?? (content === undefined ? found.summary : undefined),
    language: feedLanguage([entry.content?.xml?.lang, entry.xml?.lang, found.language]),
    licence: found.licence ?? licenceLink(links) ?? plainText(textOf(entry.rights, base)),
    source: sourceOf(entry.source, base),
    comments: commentsOf(entry, links, found.commentCount),
    inReplyTo: found.inReplyTo,
    place: found.place,
  };
}

function baseOf(xml: XmlNs.ItemOrFeed | undefined, outer: string): string {
  return httpAddress(xml?.base, outer) ?? outer;
}

/** A title, subtitle or right: text by the letter unless its type says otherwise (RFC 4287 § 3.1.1). */
function textOf(text: AtomFeed.Text | undefined, outer: string): FeedText | undefined {
  if (text === undefined) return undefined;
  const { value, type, xml } = text;
  return { kind: kindOf(type), value, ...placeOf(xml, outer) };
}

/** A summary. What has no type and begins with a tag is HTML, whatever the specification says of it. */
function bodyOf(text: AtomFeed.Text | undefined, outer: string): FeedText | undefined {
  const body = textOf(text, outer);
  if (body === undefined || text?.type !== undefined) return body;
  return BEFORE_TYPES.test(body.value) ? { ...body, kind: 'unsaid' } : body;
}

function contentOf(content: AtomFeed.Content | undefined, outer: string): FeedText | undefined {
  if (content?.value === undefined) return undefined;
  const { value, type, xml } = content;
  if (!isBinary(type)) return bodyOf({ value, ...(type && { type }), ...(xml && { xml }) }, outer);
  const decoded = base64Text(value);
  return decoded === undefined ? undefined : { kind: 'unsaid', value: decoded, ...placeOf(xml, outer) };
}

function placeOf(xml: XmlNs.ItemOrFeed | undefined, outer: string): Pick<FeedText, 'baseUrl' | 'language'> {
  return { baseUrl: baseOf(xml, outer), language: feedLanguage([xml?.lang]) };
}

function kindOf(type: string | undefined): FeedText['kind'] {
  const plain = type?.split(';')[0]?.trim().toLowerCase() ?? 'text';
  if (/^(?:x?html|.*\/(?:x?html|xml|.*\+xml))$/u.test(plain)) return 'html';
  return plain.includes('markdown') ? 'markdown' : 'text';
}

/** Other types than text and XML are written as base64 (RFC 4287 § 4.1.3.3). */
function isBinary(type: string | undefined): boolean {
  const plain = type?.trim().toLowerCase() ?? 'text';
  return plain.includes('/') && !/^(?:text|message)\/|[/+]xml\b|markdown/u.test(plain);
}

function authorsOf(
  entry: AtomFeed.Entry<string>,
  base: string,
  found: readonly FeedPerson[],
  inherited: readonly FeedPerson[],
): readonly FeedPerson[] {
  const own = personsOf(entry.authors, base);
  const ofSource = own.length > 0 ? own : personsOf(entry.source?.authors, base);
  if (ofSource.length > 0) return ofSource;
  return found.length > 0 ? found : inherited;
}

function personsOf(persons: readonly AtomFeed.Person[] | undefined, base: string): readonly FeedPerson[] {
  return people(
    persons?.map(({ name, email, uri }) => ({ name, email, url: uri })),
    base,
    (name) => oneLine(name ?? ''),
  );
}

function enclosuresOf({ links }: AtomFeed.Entry<string>, base: string): FeedEntry['enclosures'] {
  return (links ?? []).flatMap((link) => {
    const [resolved] = atomLinks([link], base);
    if (resolved?.rel !== 'enclosure') return [];
    const { url, type, title } = resolved;
    return [{ url, type, length: link.length, title, duration: undefined }];
  });
}

function licenceLink(links: readonly FeedLink[]): string | undefined {
  return links.find(({ rel }) => rel === 'license')?.url;
}

/** Content may be elsewhere; its page is what a reader would open. */
function sourceOfContent(content: AtomFeed.Content | undefined, base: string): string | undefined {
  return httpAddress(content?.src, baseOf(content?.xml, base));
}

/** An identifier that is an address is that of the entry, where nothing else is. */
function addressIn(id: string | undefined): string | undefined {
  return /^https?:\/\//iu.test(id ?? '') ? httpAddress(id) : undefined;
}

function sourceOf(source: AtomFeed.Source<string> | undefined, base: string): FeedEntry['source'] {
  if (source === undefined) return undefined;
  const title = plainText(textOf(source.title, base));
  const url = pageLink(atomLinks(source.links, base), 'alternate');
  return title === undefined && url === undefined ? undefined : { title, url };
}

function commentsOf(
  { links: written }: AtomFeed.Entry<string>,
  links: readonly FeedLink[],
  total: number | undefined,
): FeedEntry['comments'] {
  const url = pageLink(links, 'replies');
  const count = total ?? written?.find(({ thr }) => thr?.count !== undefined)?.thr?.count;
  return url === undefined && count === undefined ? undefined : { url, count };
}
