// The names that elements were meant to have: by the namespace that they declare themselves, and where one format
// uses a name of another.

import { isEntryName, type OpenElement } from './openElement.ts';
import type { XmlAttribute } from './xmlTokens.ts';

type Names = Readonly<Partial<Record<string, string>>>;

export interface MeantName {
  readonly name: string;
  /** Of elements inside that have no prefix and declare no namespace. */
  readonly prefix: string | undefined;
}

/** By the address of the namespace, without its scheme and what ends it. */
const USUAL_PREFIXES: Names = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'search.yahoo.com/mrss': 'media',
  'www.rssboard.org/media-rss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'www.georss.org/georss': 'georss',
};
/** The names under which an entry's facts count after those that its format has for them. */
const IN_ATOM_ENTRY: Names = {
  copyright: 'rights',
  'dc:author': 'dc:creator',
  description: 'dc:description',
  pubdate: 'dc:date',
};
const IN_RSS_ITEM: Names = {
  content: 'atom:content',
  creator: 'dc:creator',
  date: 'dc:date',
  'dc:author': 'dc:creator',
  image: 'media:thumbnail',
  published: 'atom:published',
  summary: 'atom:summary',
  thumbnail: 'media:thumbnail',
  updated: 'atom:updated',
};
const IN_ATOM_FEED: Names = { copyright: 'rights' };

/**
 * Gives the name that an element was meant to have.
 *
 * @param name As it is written, in lower case.
 * @param open The elements around it.
 * @example "link" that declares the namespace of Atom gives "atom:link" in RSS.
 */
export function meantName(
  name: string,
  attributes: readonly XmlAttribute[],
  open: readonly OpenElement[],
): MeantName {
  const [root] = open;
  const parent = open.at(-1);
  if (root === undefined || parent === undefined) return { name, prefix: undefined };
  const isOwn = name === 'channel' || isEntryName(name, root);
  const prefix = isOwn ? undefined : prefixInside(attributes, parent, root);
  if (prefix !== undefined && !name.includes(':')) return { name: `${prefix}:${name}`, prefix };
  return { name: nameIn(name, namesIn(parent, root)), prefix };
}

function prefixInside(
  attributes: readonly XmlAttribute[],
  parent: OpenElement,
  root: OpenElement,
): string | undefined {
  const declared = attributes.find(([key]) => key.toLowerCase() === 'xmlns')?.[1];
  if (declared === undefined) return parent.prefix;
  const address = declared
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/[/#]$/u, '');
  const prefix = Object.hasOwn(USUAL_PREFIXES, address) ? USUAL_PREFIXES[address] : undefined;
  return prefix === 'atom' && root.name === 'feed' ? undefined : prefix;
}

function namesIn(parent: OpenElement, root: OpenElement): Names {
  if (isEntryName(parent.name, root)) return root.name === 'feed' ? IN_ATOM_ENTRY : IN_RSS_ITEM;
  return parent === root && root.name === 'feed' ? IN_ATOM_FEED : {};
}

function nameIn(name: string, names: Names): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

/** Gives the attributes of an element that is written with its prefix: they no longer declare its namespace. */
export function withoutNamespace(
  attributes: readonly XmlAttribute[],
  { prefix }: MeantName,
): readonly XmlAttribute[] {
  return prefix === undefined ? attributes : attributes.filter(([key]) => key.toLowerCase() !== 'xmlns');
}

/** Whether an element is a fact of an entry that says nothing, and must not stand before one that does. */
export function isEmptyFact(
  out: readonly string[],
  { place, attributes }: OpenElement,
  open: readonly OpenElement[],
): boolean {
  const parent = open.at(-1);
  if (parent === undefined || attributes.length > 0 || !isEntryName(parent.name, open[0])) return false;
  for (let index = place + 1; index < out.length; index++) if (out[index]?.trim() !== '') return false;
  return true;
}
