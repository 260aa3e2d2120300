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
};
const LONGEST = 10_000;
const PLACE = /^\s*(?<latitude>[+-]?[\d.]+)[\s,;]+(?<longitude>[+-]?[\d.]+)\s*$/u;

/** Changes what has been written of an element, and writes its end. */
export function endElement(out: string[], element: OpenElement, root: OpenElement | undefined): void {
  const { name, place } = element;
  const ending = Object.hasOwn(ENDINGS, name) ? ENDINGS[name] : undefined;
  const inner = ending === undefined ? undefined : innerOf(out, place);
  const meant = inner === undefined ? undefined : ending?.(element, inner, root?.name === 'feed');
  if (meant === undefined) out.push(`</${name}>`);
  else out.splice(place, out.length - place, meant);
}

/** Elements nest, so that reading all that is in each of them would take more than time proportional to the length. */
function innerOf(out: readonly string[], place: number): string | undefined {
  let inner = '';
  for (let index = place + 1; index < out.length; index++) {
    inner += out[index] ?? '';
    if (inner.length > LONGEST) return undefined;
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
