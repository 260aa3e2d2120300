// The end of an element that is written otherwise than the feed has it.

import { httpAddress } from '../facts.ts';
import { startTag, valueOf, type OpenElement } from './openElement.ts';

/**
 * Gives what an element becomes, or undefined where it stays.
 *
 * @param inner What has been written between its tags.
 */
type Ending = (element: OpenElement, inner: string, isAtom: boolean) => string | undefined;

const ENDINGS: Readonly<Partial<Record<string, Ending>>> = {
  'atom:link': linkEnding,
  'feedburner:origlink': originalEnding,
  'georss:point': placeEnding,
  'georss:where': placeEnding,
  'itunes:duration': (_, inner) => `<itunes:duration>${wordsIn(inner)}</itunes:duration>`,
  link: linkEnding,
  'media:thumbnail': pictureEnding,
};
const LONGEST = 10_000;
/** Of which the parser looks for addresses in time that grows faster than their length; a longer one names nobody. */
const PEOPLE = new Set(['author', 'managingeditor', 'webmaster']);
/** Names that may be formatted as in a page. */
const NAMES = new Set(['author', 'dc:creator', 'itunes:author']);
const FORMATTED = /<(?:a|abbr|b|em|i|p|span|strong)[\s>]/u;
const LONGEST_PERSON = 2000;
const BRACKET = /[[(<]|&lt;/gu;
const MOST_BRACKETS = 12;
const PLACE = /^\s*(?<latitude>[+-]?[\d.]+)[\s,;]+(?<longitude>[+-]?[\d.]+)\s*$/u;

/** Changes what has been written of an element, and writes its end. */
export function endElement(out: string[], element: OpenElement, root: OpenElement | undefined): void {
  const { name, place } = element;
  if (root?.name !== 'feed' && PEOPLE.has(name) && !namesPerson(innerOf(out, place, LONGEST_PERSON))) {
    out.length = place;
    return;
  }
  if (NAMES.has(name)) {
    const words = innerOf(out, place);
    if (words !== undefined && FORMATTED.test(words))
      out.splice(place + 1, out.length, words.replace(/<(?!!)[^<>]*>/gu, ''));
  }
  const ending = Object.hasOwn(ENDINGS, name) ? ENDINGS[name] : undefined;
  const inner = ending === undefined ? undefined : innerOf(out, place);
  const meant = inner === undefined ? undefined : ending?.(element, inner, root?.name === 'feed');
  if (meant === undefined) out.push(`</${name}>`);
  else out.splice(place, out.length - place, meant);
}

function namesPerson(inner: string | undefined): boolean {
  return inner !== undefined && (inner.match(BRACKET)?.length ?? 0) <= MOST_BRACKETS;
}

/** Elements nest, so that reading all that is in each of them would take more than time proportional to the length. */
function innerOf(out: readonly string[], place: number, most = LONGEST): string | undefined {
  let inner = '';
  for (let index = place + 1; index < out.length; index++) {
    inner += out[index] ?? '';
    if (inner.length > most) return undefined;
  }
  return inner;
}

/** The address that FeedBurner keeps when it puts its own in the place is of the relation that RFC 6596 has for it. */
function originalEnding(_: OpenElement, inner: string, isAtom: boolean): string {
  return linkTag(isAtom, [
    ['rel', 'canonical'],
    ['href', wordsIn(inner)],
  ]);
}

/** A link of Atom has its address in an attribute, and one of RSS between its tags; each may stand in the other. */
function linkEnding(element: OpenElement, inner: string, isAtom: boolean): string | undefined {
  const { name, attributes } = element;
  const others = attributes.filter(([key]) => !/^(?:href|xml:base|xmlns)$/iu.test(key));
  const address = wordsIn(inner);
  const href = valueOf(element, 'href') ?? '';
  if (href === '') {
    const isOfAtom = isAtom || name === 'atom:link';
    return isOfAtom && address !== '' ? linkTag(isAtom, [...others, ['href', address]]) : undefined;
  }
  const base = valueOf(element, 'xml:base') ?? '';
  if (base === '' && (isAtom || name === 'atom:link' || address !== '')) return undefined;
  return linkTag(isAtom, [...others, ['href', under(base, href)]]);
}

/** Gives an address under a base that may itself be relative to another. */
function under(base: string, href: string): string {
  const absolute = httpAddress(base);
  if (absolute !== undefined) return httpAddress(href, absolute) ?? href;
  return /^(?:[a-z][\w+.-]*:|[/?#])/iu.test(href)
    ? href
    : `${base.slice(0, base.lastIndexOf('/') + 1)}${href}`;
}

/** A picture has its address in an attribute, and where it was meant as that of a channel, between tags. */
function pictureEnding(element: OpenElement, inner: string): string | undefined {
  if (valueOf(element, 'url') !== undefined) return undefined;
  const written = /<url>([^]*?)<\/url>/u.exec(inner)?.[1] ?? inner;
  const url = valueOf(element, 'href') ?? wordsIn(written);
  return `${startTag('media:thumbnail', [['url', url]])}></media:thumbnail>`;
}

/** Places are written in several ways, and with a comma where a space should be. */
function placeEnding(_: OpenElement, inner: string): string | undefined {
  const parts = PLACE.exec(inner.replace(/<[^<>]*>/gu, ' '))?.groups;
  if (parts === undefined) return undefined;
  return `<georss:point>${parts['latitude'] ?? ''} ${parts['longitude'] ?? ''}</georss:point>`;
}

function linkTag(isAtom: boolean, attributes: OpenElement['attributes']): string {
  const name = isAtom ? 'link' : 'atom:link';
  return `${startTag(name, attributes)}></${name}>`;
}

function wordsIn(inner: string): string {
  return inner.replace(/<!\[CDATA\[|\]\]>/gu, '').trim();
}
