// An element of a feed while it is read, and its start tag as it is written anew.

import { httpAddress } from '../facts.ts';
import { wholeReferences } from './references.ts';
import type { XmlAttribute } from './xmlTokens.ts';

export interface OpenElement {
  /** In lower case, as it is written anew. */
  readonly name: string;
  /** The name by which its end tag is known. */
  readonly written: string;
  /** Of elements inside that have no prefix. */
  readonly prefix: string | undefined;
  /** Where its start tag stands in the output. */
  readonly place: number;
  readonly attributes: readonly XmlAttribute[];
}

const NAME = /^[a-z_][\w.-]*(?::[a-z_][\w.-]*)?$/iu;
/** Property names of every JavaScript object, which no feed means. */
const UNSAFE = /^(?:__\w+__|constructor|prototype|hasownproperty|tostring|valueof)$/iu;
const XHTML = /^(?:xhtml|application\/xhtml\+xml)$/iu;
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Whether a name can be that of an element or attribute of a feed. */
export function isSafeName(name: string): boolean {
  return NAME.test(name) && !UNSAFE.test(name);
}

/** Whether a name is that of an entry in a feed with this root; a prefix is that of the root, or "rss" in RDF. */
export function isEntryName(name: string, root: OpenElement | undefined): boolean {
  const [local = '', prefix] = name.split(':').reverse();
  const isAtom = root !== undefined && /(?:^|:)feed$/u.test(root.name);
  if (local !== (isAtom ? 'entry' : 'item')) return false;
  return prefix === undefined || prefix === 'rss' || root?.name.startsWith(`${prefix}:`) === true;
}

/** Whether an element is a text of Atom whose markup is no escaped HTML. */
export function isXhtml(element: OpenElement | undefined): boolean {
  return element !== undefined && XHTML.test(valueOf(element, 'type') ?? '');
}

/** Gives the value of an attribute as it is written, without white space around it. */
export function valueOf({ attributes }: OpenElement, wanted: string): string | undefined {
  return attributes.find(([name]) => name.toLowerCase() === wanted)?.[1].trim();
}

/** Gives a start tag up to its ">"; of attributes of one name the first counts. */
export function startTag(name: string, attributes: readonly XmlAttribute[]): string {
  const byName = new Map<string, string>();
  for (const [written, value] of attributes) {
    const key = written.toLowerCase();
    if (!isSafeName(key) || byName.has(key)) continue;
    byName.set(
      key,
      wholeReferences(value).replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    );
  }
  return `<${name}${[...byName].map(([key, value]) => ` ${key}="${value}"`).join('')}`;
}

/**
 * Gives the attributes that an element was meant to have. Feeds declare wrong namespaces for all that has no
 * prefix, and mean the one of their root. The table of contents of RDF may name entries wrongly, or not all. What a
 * channel says of addresses holds for its items.
 *
 * @param open The elements that are open, this one last.
 */
export function meantAttributes(
  name: string,
  attributes: readonly XmlAttribute[],
  open: readonly OpenElement[],
): readonly XmlAttribute[] {
  if (open.length === 1) return rootAttributes(name, attributes);
  if (/(?:^|:)li$/u.test(name) && open.some((element) => element.name === 'items')) return [];
  const channel = isEntryName(name, open[0]) ? open.find((element) => element.name === 'channel') : undefined;
  const outer = channel === undefined ? undefined : valueOf(channel, 'xml:base');
  if (outer === undefined) return attributes;
  const own = attributes.find(([key]) => key.toLowerCase() === 'xml:base')?.[1];
  const others = attributes.filter(([key]) => key.toLowerCase() !== 'xml:base');
  return [...others, ['xml:base', own === undefined ? outer : (httpAddress(own, outer) ?? own)]];
}

function rootAttributes(name: string, attributes: readonly XmlAttribute[]): readonly XmlAttribute[] {
  const named = attributes.filter(([key]) => key.toLowerCase() !== 'xmlns');
  const prefix = /^(.+):rdf$/u.exec(name)?.[1];
  if (prefix === undefined) return named;
  const others = named.filter(([key]) => key.toLowerCase() !== `xmlns:${prefix}`);
  return [[`xmlns:${prefix}`, RDF], ...others];
}
