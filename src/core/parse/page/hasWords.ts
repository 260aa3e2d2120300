// Tells a box of words from one of boxes.

import { isElement, textIn, type Element, type MarkupTree, type Node } from '../markupTree.ts';

const LEAST = 40;

/** Whether words stand in an element directly: then elements in it are words too, whatever their names. */
export function hasWords({ children }: MarkupTree | Element): boolean {
  return children.reduce((sum, child) => sum + lengthOfWords(child), 0) >= LEAST;
}

function lengthOfWords(node: Node): number {
  return isElement(node) ? 0 : textIn(node).trim().length;
}
