// Gives every image of a page one address, where pages load it late, offer several, or repeat it for browsers
// without scripts.

import { imageAddress, isBlankImage } from './imageAddress.ts';
import { elementsNamed, elementsWhere, isElement, replaceNodes, textIn } from './markupTree.ts';
import type { Element, Node, MarkupTree } from './markupTree.ts';

const WRAPPERS = new Set(['a', 'div', 'figure', 'p', 'picture', 'span']);
const SETS = ['srcset', 'data-srcset', 'data-lazy-srcset'];
const MODERN = /image\/(?:avif|jxl|heic)/iu;

/**
 * Changes the images of a tree in place: those of `noscript` take the place of the blank ones that scripts would
 * fill, `picture` becomes its image with the sources' addresses, AMP's images become common ones, and all whose
 * address is known have it as their `src`.
 *
 * @param baseUrl Resolves relative addresses.
 */
export function settleImages(tree: MarkupTree, baseUrl: string | undefined): void {
  for (const image of elementsWhere(({ name }) => /^amp-(?:img|anim)$/.test(name), tree.children)) {
    image.name = 'img';
    image.children = [];
  }
  const replacements = new Map<Node, readonly Node[]>();
  for (const picture of elementsNamed('picture', tree.children)) {
    const image = settledPicture(picture);
    if (image !== undefined) replacements.set(picture, image);
  }
  replaceNodes(tree, replacements);
  replacements.clear();
  for (const noscript of elementsNamed('noscript', tree.children)) {
    const images = settledTwin(noscript);
    if (images !== undefined) replacements.set(noscript, images);
  }
  replaceNodes(tree, replacements);
  replacements.clear();
  for (const image of elementsNamed('img', tree.children)) if (isStandIn(image)) replacements.set(image, []);
  replaceNodes(tree, replacements);
  for (const { attribs } of elementsNamed('img', tree.children)) settleAddress(attribs, baseUrl);
}

function settleAddress(attribs: Element['attribs'], baseUrl: string | undefined): void {
  const address = imageAddress(attribs, baseUrl);
  if (address === undefined) return;
  attribs['src'] = address;
  for (const name of Object.keys(attribs))
    if (/^(?:data-|lazy|srcset$)/.test(name)) Reflect.deleteProperty(attribs, name);
}

/** Keeps the place of the image right behind it, for as long as that one is loaded. */
function isStandIn({ attribs, next }: Element): boolean {
  if ((attribs['alt'] ?? '').trim() !== '' || !isBlankImage(attribs)) return false;
  let after = next;
  while (after !== null && !isElement(after) && textIn(after).trim() === '') after = after.next;
  return after !== null && isElement(after) && after.name === 'img' && !isBlankImage(after.attribs);
}

/** The image of a picture, which then knows a source's address; formats that a reader may not show come last. */
function settledPicture(picture: Element): readonly Node[] | undefined {
  const inside = picture.children.filter(isElement);
  const twins = inside.filter(({ name }) => name === 'noscript');
  const image = elementsNamed('img', inside)[0];
  if (image === undefined) return twins.length > 0 ? twins : undefined;
  if (isBlankImage(image.attribs)) {
    const sets = inside
      .filter(({ name }) => name === 'source')
      .map(({ attribs }) => ({
        isModern: MODERN.test(attribs['type'] ?? ''),
        set: SETS.map((name) => attribs[name]?.trim() ?? '').find(
          (set) => set !== '' && !set.startsWith('data:'),
        ),
      }))
      .filter(({ set }) => set !== undefined);
    const best = sets.find(({ isModern }) => !isModern) ?? sets[0];
    if (best?.set !== undefined) image.attribs['srcset'] = best.set;
  }
  return twins.some((twin) => elementsNamed('img', twin.children)[0] === image) ? twins : [image, ...twins];
}

/** What stands for a `noscript` with nothing but an image: nothing where an image beside it shows the same. */
function settledTwin(noscript: Element): readonly Node[] | undefined {
  const [image, ...others] = elementsNamed('img', noscript.children);
  if (image === undefined || others.length > 0 || textIn(noscript.children).trim() !== '') return undefined;
  if (imageAddress(image.attribs, 'https://page.invalid/') === undefined) return undefined;
  const twin = imageBeside(noscript, 'prev') ?? imageBeside(noscript, 'next');
  if (twin === undefined) return noscript.children;
  if (isBlankImage(twin.attribs)) {
    const alt = image.attribs['alt'] ?? twin.attribs['alt'] ?? '';
    twin.attribs = { ...image.attribs, alt };
  }
  return [];
}

function imageBeside(node: Element, side: 'prev' | 'next'): Element | undefined {
  let other = node[side];
  while (other !== null && !isElement(other)) {
    if (textIn(other).trim() !== '') return undefined;
    other = other[side];
  }
  return other === null ? undefined : onlyImage(other);
}

function onlyImage(element: Element): Element | undefined {
  if (element.name === 'img') return element;
  if (!WRAPPERS.has(element.name) || textIn(element.children).trim() !== '') return undefined;
  const [image, ...others] = elementsNamed('img', element.children);
  return others.length === 0 ? image : undefined;
}
