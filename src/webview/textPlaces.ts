// The map between places on the page and offsets in the article's plain text.

import { createTextFlow, offsetInNode, offsetInText } from '../core/text/textFlow.ts';

export type Passage = readonly [start: number, end: number];

export interface TextPlaces {
  /** The plain text of the element, by the rules of `core/text/textFlow.ts`. */
  readonly text: string;
  /** The words that a range on the page covers, without whitespace at the ends; undefined if there are none. */
  passageOf(range: Range): Passage | undefined;
  /** The range of a passage on the page; a passage without a character of its own gives the next character. */
  rangeOf(passage: Passage): Range;
}

/**
 * Reads the text of an element once. The map holds as long as its text nodes stay in their order; elements may
 * be put around them afterwards.
 */
export function textPlaces(root: Node): TextPlaces {
  const flow = createTextFlow();
  const nodes: Text[] = [];
  walk(root, {
    open: (element) => flow.open(element.localName),
    close: (element) => flow.close(element.localName),
    text: (node) => {
      nodes.push(node);
      flow.text(node.data);
    },
  });
  const { text, runs } = flow.finish();
  const indexOf = new Map(nodes.map((node, index) => [node, index]));

  const offsetInside = (container: Node, offset: number): number | undefined => {
    const index = container instanceof Text ? indexOf.get(container) : undefined;
    const node = index === undefined ? undefined : nodes[index];
    const run = index === undefined ? undefined : runs[index];
    return node && run && offsetInText(run, node.data, offset);
  };
  /** Between text nodes, a passage begins with the node behind the place and ends with the one before it. */
  const nodesBefore = (place: Range): number =>
    firstIndex(nodes.length, (index) => place.comparePoint(at(nodes, index), 0) >= 0);
  const startOf = (range: Range): number =>
    offsetInside(range.startContainer, range.startOffset) ??
    runs[nodesBefore(collapsed(range, true))]?.start ??
    text.length;
  const endOf = (range: Range): number =>
    offsetInside(range.endContainer, range.endOffset) ??
    runs[nodesBefore(collapsed(range, false)) - 1]?.end ??
    0;

  return {
    text,
    passageOf(range) {
      const covered = text.slice(startOf(range), endOf(range));
      const words = covered.trim();
      if (words === '') return undefined;
      const start = startOf(range) + covered.length - covered.trimStart().length;
      return [start, start + words.length];
    },
    rangeOf([start, end]) {
      const range = document.createRange();
      const first = firstIndex(runs.length, (index) => at(runs, index).end > start);
      const firstRun = runs[first];
      if (firstRun === undefined) {
        range.selectNodeContents(root);
        range.collapse(false);
        return range;
      }
      const from = Math.max(start, firstRun.start);
      const to = Math.max(end, from + 1);
      const last = firstIndex(runs.length, (index) => at(runs, index).start >= to) - 1;
      range.setStart(at(nodes, first), offsetInNode(firstRun, at(nodes, first).data, from));
      range.setEnd(at(nodes, last), offsetInNode(at(runs, last), at(nodes, last).data, to));
      return range;
    },
  };
}

interface Visitor {
  open(element: Element): void;
  close(element: Element): void;
  text(node: Text): void;
}

function walk(root: Node, visitor: Visitor): void {
  let node = root.firstChild;
  while (node !== null) {
    if (node instanceof Text) visitor.text(node);
    if (node instanceof Element) {
      visitor.open(node);
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
    }
    let left: Node = node;
    while (left.nextSibling === null && left !== root) {
      if (left instanceof Element) visitor.close(left);
      left = left.parentNode ?? root;
    }
    if (left === root) return;
    if (left instanceof Element) visitor.close(left);
    node = left.nextSibling;
  }
}

function collapsed(range: Range, toStart: boolean): Range {
  const place = range.cloneRange();
  place.collapse(toStart);
  return place;
}

/** The first index for which a test holds that holds for all behind it too; `length` if there is none. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError(`No index ${index} in a list of ${values.length}.`);
  return value;
}
