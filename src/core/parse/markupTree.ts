// Markup as a tree that may be changed, and back to markup.

import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { escapeText } from './escapeText.ts';
import { VOID_ELEMENTS } from './voidElements.ts';

export type MarkupTree = ReturnType<typeof parseDocument>;
export type Node = MarkupTree['children'][number];
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** How much text a part of a page has, and how much of it is in links, in characters with single spaces. */
export interface TextAmount {
  readonly all: number;
  readonly linked: number;
}

const NO_TEXT: TextAmount = { all: 0, linked: 0 };
/** Elements whose text no page shows. */
const UNSEEN = new Set(['script', 'style', 'template']);

/**
 * Gives the tree of markup.
 *
 * @param markup Bounded in depth, as what walks the tree calls itself.
 */
export function markupTree(markup: string): MarkupTree {
  return parseDocument(markup);
}

export function isElement(node: Node | MarkupTree): node is Element {
  return 'attribs' in node;
}

/** Gives the elements of a name under `nodes`, in document order. */
export function elementsNamed(name: string, nodes: readonly Node[]): readonly Element[] {
  return DomUtils.getElementsByTagName(name, [...nodes]);
}

/** Gives the elements under `nodes` that pass a test, in document order. */
export function elementsWhere(
  isWanted: (element: Element) => boolean,
  nodes: readonly Node[],
): readonly Element[] {
  return DomUtils.findAll(isWanted, [...nodes]);
}

/** Gives the text in a node, its white space as it was written. */
export function textIn(node: Node | readonly Node[]): string {
  return 'length' in node
    ? node.map((each) => DomUtils.textContent(each)).join('')
    : DomUtils.textContent(node);
}

/** Takes out, in one pass, all elements of a kind. */
export function removeElements(parent: MarkupTree | Element, isOut: (element: Element) => boolean): void {
  setChildren(
    parent,
    parent.children.filter((child) => !(isElement(child) && isOut(child))),
  );
  for (const child of parent.children) if (isElement(child)) removeElements(child, isOut);
}

/** Puts, in one pass, other nodes in the places of some; what takes a place may itself be replaced. */
export function replaceNodes(
  parent: MarkupTree | Element,
  replacements: ReadonlyMap<Node, readonly Node[]>,
): void {
  if (replacements.size === 0) return;
  const standIns = (node: Node): readonly Node[] => replacements.get(node)?.flatMap(standIns) ?? [node];
  if (parent.children.some((child) => replacements.has(child)))
    setChildren(parent, parent.children.flatMap(standIns));
  for (const child of parent.children) if (isElement(child)) replaceNodes(child, replacements);
}

/** Gives an element's children other ones, which then know their place. */
export function setChildren(parent: MarkupTree | Element, children: readonly Node[]): void {
  parent.children = [...children];
  for (const [index, child] of parent.children.entries()) {
    child.parent = parent;
    child.prev = parent.children[index - 1] ?? null;
    child.next = parent.children[index + 1] ?? null;
  }
}

/** Gives the amount of text of every node under `parent`, measured once in time proportional to the tree. */
export function textAmounts(parent: MarkupTree): (node: Node | MarkupTree) => TextAmount {
  const amounts = new Map<Node | MarkupTree, TextAmount>();
  const measure = (node: Node | MarkupTree, inLink: boolean): TextAmount => {
    const amount = isElement(node) || node === parent ? inside(node, inLink) : ofText(node, inLink);
    amounts.set(node, amount);
    return amount;
  };
  const inside = (element: Element | MarkupTree, inLink: boolean): TextAmount => {
    if (isElement(element) && UNSEEN.has(element.name)) return NO_TEXT;
    const linked = inLink || (isElement(element) && element.name === 'a');
    let all = 0;
    let inLinks = 0;
    for (const child of element.children) {
      const amount = measure(child, linked);
      all += amount.all;
      inLinks += amount.linked;
    }
    return { all, linked: inLinks };
  };
  measure(parent, false);
  return (node) => amounts.get(node) ?? NO_TEXT;
}

function ofText(node: Node | MarkupTree, inLink: boolean): TextAmount {
  if (!('data' in node) || node.type !== ElementType.ElementType.Text) return NO_TEXT;
  const all = lengthWithSingleSpaces(node.data);
  return { all, linked: inLink ? all : 0 };
}

/** Counts, where replacing would copy a long text several times; 0 for white space alone. */
function lengthWithSingleSpaces(text: string): number {
  let length = 0;
  let isAfterSpace = false;
  let hasWords = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isSpace = code === 32 || (code >= 9 && code <= 13) || code === 160;
    if (!isSpace || !isAfterSpace) length++;
    isAfterSpace = isSpace;
    if (!isSpace) hasWords = true;
  }
  return hasWords ? length : 0;
}

interface Writing {
  /** An element that is left out with all that is in it. */
  readonly left?: Element | undefined;
  readonly isKept?: (attribute: string, value: string) => boolean;
}

/** Writes nodes as markup for another parser; comments are left out. */
export function treeMarkup(nodes: readonly Node[], { left, isKept = keepAll }: Writing = {}): string {
  const parts: string[] = [];
  const write = (node: Node): void => {
    if (node === left) return;
    if (isElement(node)) {
      parts.push(startTag(node, isKept));
      if (VOID_ELEMENTS.has(node.name)) return;
      node.children.forEach(write);
      parts.push(`</${node.name}>`);
    } else if (node.type === ElementType.ElementType.Text && 'data' in node)
      parts.push(escapeText(node.data));
  };
  nodes.forEach(write);
  return parts.join('');
}

function startTag({ name, attribs }: Element, isKept: (attribute: string, value: string) => boolean): string {
  const attributes = Object.entries(attribs)
    .filter(([attribute, value]) => isKept(attribute, value))
    .map(([attribute, value]) => ` ${attribute}="${escapeText(value).replaceAll('"', '&quot;')}"`);
  return `<${name}${attributes.join('')}>`;
}

function keepAll(): boolean {
  return true;
}
