// What a page says about itself: where and when it was published, by whom.

import { completeFacts, httpAddress, languageTag, oneLine } from '../facts.ts';
import { plainLine } from '../plainLine.ts';
import { feedDate } from '../feed/feedDate.ts';
import { tagNames } from '../tagNames.ts';
import { jsonLdFacts } from './jsonLd.ts';
import { microdataFacts } from './microdata.ts';
import { authorNames, NO_PAGE_FACTS, withoutCapitals, type PageFacts } from './pageFacts.ts';
import { elementsNamed, isElement, textIn, type Element, type Node, type MarkupTree } from '../markupTree.ts';

export interface HtmlMetadata {
  /** By its title alone; headings may know better. */
  readonly facts: PageFacts;
  /** Whether the headline comes from the page's title, which may have the names of the site and section in it. */
  readonly isTitle: boolean;
  /** The page's title as it stands. */
  readonly title: string | undefined;
  /** Resolves the page's relative addresses. */
  readonly baseUrl: string | undefined;
  /** Whether the page says anything that only published pages say. */
  readonly isPublished: boolean;
}

const TAGS = ['keywords', 'news_keywords', 'article:tag', 'og:article:tag', 'parsely-tags'];
const HEADLINES = ['dc.title', 'dcterms.title', 'parsely-title', 'twitter:title'];
const AUTHORS = [
  'author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
];
const SITES = ['application-name', 'dc.publisher', 'dcterms.publisher'];
/** Without the signs between their words, which sites write in every way. */
const PUBLISHED = [
  ...['date', 'dcdate', 'dcdateissued', 'dctermscreated', 'dctermsissued', 'dctermsdate', 'dcdatecreated'],
  ...['pubdate', 'publishdate', 'publicationdate', 'parselypubdate', 'datepublished', 'sailthrudate'],
  ...[
    'articlepublicationdate',
    'articlepublished',
    'articlecreated',
    'citationpublicationdate',
    'citationdate',
  ],
  ...['citationonlinedate', 'dcdatepublished', 'originalpublicationdate', 'releasedate', 'created'],
];
const UPDATED = ['last-modified', 'dcterms.modified', 'dc.date.modified', 'datemodified', 'revised'];
const SECTIONS = ['section', 'parsely-section', 'article.section', 'sectionname'];
const LICENCES = ['dcterms.license', 'dc.license', 'license'];

const MOST_HEADINGS = 10;

/** The parts of a page that its metadata is made of. */
interface Found {
  /** By name or property in lower case. */
  readonly meta: Map<string, string[]>;
  readonly jsonLd: string[];
  readonly links: Map<string, string>;
  base: string | undefined;
  language: string | undefined;
  title: string | undefined;
}

/**
 * Gives the facts of a page: from JSON-LD first, then OpenGraph, microdata and other meta elements.
 *
 * @param url Where the page came from, where that is known; what the page says of its place is in the facts.
 */
export function htmlMetadata(page: MarkupTree, url: string | undefined): HtmlMetadata {
  const found = findIn(page.children);
  const base = httpAddress(found.base, url) ?? url;
  const all = (key: string): readonly string[] => found.meta.get(key) ?? [];
  const first = (...keys: readonly string[]): string | undefined => keys.flatMap(all)[0];
  const address = (...keys: readonly string[]): string | undefined => httpAddress(first(...keys), base);
  const names = (...keys: readonly string[]): readonly string[] =>
    keys.map((key) => authorNames(all(key))).find((authors) => authors.length > 0) ?? [];
  const plain = plainKeys(found.meta);
  const canonical = httpAddress(found.links.get('canonical'), base);

  const openGraph: PageFacts = {
    headline: first('og:title'),
    authors: names('article:author', 'og:article:author'),
    outlet: first('og:site_name'),
    url: address('og:url'),
    published: feedDate(first('article:published_time', 'og:article:published_time', 'og:published_time')),
    updated: feedDate(first('article:modified_time', 'og:article:modified_time', 'og:updated_time')),
    language: languageTag(first('og:locale')),
    section: first('article:section', 'og:article:section'),
    licence: undefined,
    image: address('og:image:secure_url', 'og:image', 'og:image:url'),
    tags: tagNames(TAGS.flatMap(all)),
  };
  const meta: PageFacts = {
    headline: first(...HEADLINES),
    authors: names(...AUTHORS),
    outlet: first(...SITES),
    url: canonical,
    published: firstDate(PUBLISHED.flatMap((key) => plain.get(key) ?? [])),
    updated: firstDate(UPDATED.flatMap(all)),
    language: languageTag(first('content-language', 'dc.language')),
    section: first(...SECTIONS),
    licence: httpAddress(found.links.get('license'), base) ?? first(...LICENCES),
    image: address('twitter:image', 'twitter:image:src') ?? httpAddress(found.links.get('image_src'), base),
    tags: [],
  };
  const language = { ...NO_PAGE_FACTS, language: languageTag(found.language) };
  const exact = jsonLdFacts(found.jsonLd, canonical ?? openGraph.url ?? url, base, [
    ...[found.title, openGraph.headline].filter((title) => title !== undefined),
    ...elementsNamed('h1', page.children)
      .slice(0, MOST_HEADINGS)
      .map((heading) => textIn(heading)),
  ]);
  const sources = [exact, openGraph, microdataFacts(page.children, base), language, meta];
  const known = sources.reduce(completeFacts);
  const authors = withoutCapitals(
    known.authors,
    sources.flatMap((source) => source.authors),
  );
  const facts = { ...known, authors, headline: known.headline ?? found.title };
  return {
    facts,
    isTitle: exact.headline === undefined,
    title: found.title,
    baseUrl: httpAddress(found.base, url ?? facts.url) ?? url ?? facts.url,
    isPublished:
      found.jsonLd.length > 0 ||
      [...found.meta.keys()].some((key) => /^(?:og|article|twitter|parsely-)/u.test(key)) ||
      ['canonical', 'alternate', 'amphtml', 'pingback'].some((name) => found.links.has(name)),
  };
}

function findIn(nodes: readonly Node[]): Found {
  const found: Found = {
    meta: new Map(),
    jsonLd: [],
    links: new Map(),
    base: undefined,
    language: undefined,
    title: undefined,
  };
  const look = (node: Node): void => {
    if (!isElement(node)) return;
    readElement(node, found);
    // A title inside a drawing names the drawing.
    if (node.name !== 'svg') node.children.forEach(look);
  };
  nodes.forEach(look);
  return found;
}

function readElement(element: Element, found: Found): void {
  const { name, attribs } = element;
  if (name === 'html') found.language ??= attribs['lang'] ?? attribs['xml:lang'];
  else if (name === 'base') found.base ??= attribs['href'];
  else if (name === 'title') found.title ??= oneLine(textIn(element));
  else if (name === 'script') {
    const type = attribs['type']?.split(';', 1)[0]?.trim().toLowerCase();
    if (type === 'application/ld+json') found.jsonLd.push(textIn(element));
  } else if (name === 'link') {
    for (const relation of (attribs['rel'] ?? '').toLowerCase().split(/\s+/u))
      if (!found.links.has(relation)) found.links.set(relation, attribs['href'] ?? '');
  } else if (name === 'meta') readMeta(attribs, found.meta);
}

function readMeta(attribs: Element['attribs'], meta: Map<string, string[]>): void {
  const value = plainLine(attribs['content'] ?? '');
  if (value === undefined) return;
  const written =
    attribs['property'] ?? attribs['name'] ?? attribs['itemprop'] ?? attribs['http-equiv'] ?? '';
  for (const key of written.trim().toLowerCase().split(/\s+/u)) {
    const known = meta.get(key);
    if (known === undefined) meta.set(key, [value]);
    else known.push(value);
  }
}

function firstDate(written: readonly string[]): string | undefined {
  return written.map(feedDate).find((found) => found !== undefined);
}

function plainKeys(meta: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const plain = new Map<string, string[]>();
  for (const [key, values] of meta) {
    const name = key.replace(/[._:-]/g, '');
    const known = plain.get(name);
    if (known === undefined) plain.set(name, [...values]);
    else known.push(...values);
  }
  return plain;
}
