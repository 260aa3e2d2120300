// Removes from a safe tree what shows nothing: empty blocks, bare spans,
// links without a target.

import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const BLOCKS = new Set(
  'address article aside blockquote div figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup li main ol p section ul'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

/** Changes the tree in place; no text is lost and no two words are joined. Takes time proportional to its size. */
export function tidyTree(parent: Tree.ParentNode): void {
  const kept: Tree.ChildNode[] = [];
  for (const [index, node] of parent.childNodes.entries()) {
    for (const tidied of tidyNode(node, kept.at(-1), parent.childNodes[index + 1]))
      append(kept, tidied, parent);
  }
  parent.childNodes = kept;
}

/** What stands in the place of a node: itself, its children, or nothing. */
function tidyNode(
  node: Tree.ChildNode,
  before: Tree.ChildNode | undefined,
  after: Tree.ChildNode | undefined,
): readonly Tree.ChildNode[] {
  if (adapter.isTextNode(node)) return node.value === '' ? [] : [node];
  if (!adapter.isElementNode(node)) return [];
  tidyTree(node);
  const name = node.tagName;
  if (name === 'img' && !has(node, 'src')) return [];
  if (BLOCKS.has(name) && showsNothing(node)) {
    // An empty block between two words still parts them.
    return isInline(before) && isInline(after) ? [adapter.createElement('br', node.namespaceURI, [])] : [];
  }
  if (isBare(node)) return node.childNodes;
  if (name === 'pre') dropFirstLineEnds(node);
  return [node];
}

function append(kept: Tree.ChildNode[], node: Tree.ChildNode, parent: Tree.ParentNode): void {
  const last = kept.at(-1);
  if (last !== undefined && adapter.isTextNode(last) && adapter.isTextNode(node)) {
    last.value += node.value;
  } else {
    node.parentNode = parent;
    kept.push(node);
  }
}

function isBare(element: Tree.Element): boolean {
  if (element.tagName === 'a' && !has(element, 'href')) return true;
  if (element.tagName === 'span' && element.attrs.length === 0) return true;
  return INLINE.has(element.tagName) && element.childNodes.every(isBlankText);
}

function has(element: Tree.Element, attribute: string): boolean {
  return element.attrs.some(({ name }) => name === attribute);
}

function isInline(node: Tree.ChildNode | undefined): boolean {
  if (node === undefined) return false;
  return adapter.isTextNode(node) || (adapter.isElementNode(node) && INLINE.has(node.tagName));
}

function isBlankText(node: Tree.ChildNode): boolean {
  return adapter.isTextNode(node) && /^[ \t\n\f\r]*$/.test(node.value);
}

function showsNothing(element: Tree.Element): boolean {
  return element.childNodes.every((node) =>
    adapter.isTextNode(node)
      ? node.value.trim() === ''
      : adapter.isElementNode(node) && node.tagName === 'br',
  );
}

/** The parser drops one line end after `<pre>`; with none left, reading and writing agree. */
function dropFirstLineEnds(element: Tree.Element): void {
  const first = element.childNodes[0];
  if (first === undefined || !adapter.isTextNode(first)) return;
  first.value = first.value.replace(/^\n+/, '');
  if (first.value === '') element.childNodes.shift();
}
