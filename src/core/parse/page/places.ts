// Tells which elements of a page are in what was made of it.

import { elementsWhere, isElement, type Element, type MarkupTree, type Node } from '../markupTree.ts';

const PLACE = 'data-place';

/** Numbers all elements in document order. Changes their attributes, which outlive another parser. */
export function markPlaces(page: MarkupTree): void {
  for (const [index, { attribs }] of elementsWhere(() => true, page.children).entries())
    attribs[PLACE] = String(index);
}

/** Gives the place of an element of a numbered page, also in what was made of it. */
export function placeOf(node: Node | MarkupTree): string | undefined {
  return isElement(node) ? node.attribs[PLACE] : undefined;
}

/** Gives the elements under `nodes` by place; of several with one place, the first. */
export function placesIn(nodes: readonly Node[]): ReadonlyMap<string, Element> {
  const places = new Map<string, Element>();
  for (const element of elementsWhere(() => true, nodes)) {
    const place = placeOf(element);
    if (place !== undefined && !places.has(place)) places.set(place, element);
  }
  return places;
}
