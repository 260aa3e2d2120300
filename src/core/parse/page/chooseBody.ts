// Decides between the article that a page marks and the one that reads like it.

import { oneLine } from '../facts.ts';
import { cleanByline } from './cleanByline.ts';
import { articleMarkup, type PageArticle } from './articleBody.ts';
import {
  elementsWhere,
  isElement,
  markupTree,
  removeElements,
  textAmounts,
  textIn,
  treeMarkup,
} from '../markupTree.ts';
import type { Element, MarkupTree, Node, TextAmount } from '../markupTree.ts';
import { isNamedByline, restoreNames, setNamesAside } from './namesAside.ts';
import { placeOf, placesIn } from './places.ts';
import { putBack } from './putBack.ts';
import { readableBody } from './readableBody.ts';
import { trimArticle } from './trimArticle.ts';

export interface ChosenBody {
  /** Not yet made safe. */
  readonly html: string;
  /** By the line in the article that names them. */
  readonly authors: readonly string[];
}

/** A shorter article has too little for statistics of its paragraphs. */
const SHORTEST_READABLE = 500;
const MOST_ELEMENTS = 20_000;
/** Characters, counted once for every element around them, since Readability looks at them that often. */
const MOST_WORK = 20_000_000;
/** Of the marked article's running text, what a reading must have to be the same article. */
const LEAST_SHARE = 0.5;
const MOST_LINKED = 0.9;
const LONGEST_LINE = 500;
const PROSE = new Set(['p', 'blockquote', 'li', 'pre', 'div', 'td']);
const LONG_PARAGRAPH = 80;

/**
 * Gives the article as Readability finds it, unless that is not what the page marks as its article.
 *
 * @param marked The HTML of the article by the page's own marks.
 */
export function chooseBody(article: PageArticle, marked: string, headline: string | undefined): ChosenBody {
  const page = markupTree(article.page);
  // Before and after: Readability takes elements with names that tell away from around single paragraphs.
  trimArticle(page);
  const root = rootIn(page, article.markedPlace);
  setNamesAside(page, root);
  const readable = canBeRead(page) ? readableBody(treeMarkup(page.children), headline) : undefined;
  restoreNames(page);
  const authors = cleanByline(readable?.byline);
  const ours = markupTree(marked);
  if (readable !== undefined) {
    const theirs = markupTree(readable.html);
    restoreNames(theirs);
    trimArticle(theirs);
    if (
      root === undefined
        ? proseIn(theirs) >= LEAST_SHARE * proseIn(ours)
        : isSameArticle(root, textAmounts(page), theirs)
    ) {
      if (root !== undefined) dropLinksAround(root, theirs);
      if (root !== undefined) putBack(root, textAmounts(page), theirs, headline);
      return { html: articleMarkup(theirs.children, headline), authors };
    }
  }
  trimArticle(ours);
  return {
    html: treeMarkup(ours.children),
    authors: readable === undefined ? authorsNamedIn(ours) : authors,
  };
}

/** By the first line of an article that has the name of a byline. */
function authorsNamedIn(article: MarkupTree): readonly string[] {
  const [line] = elementsWhere(isNamedByline, article.children);
  return line === undefined ? [] : cleanByline(oneLine(textIn(line).slice(0, LONGEST_LINE)));
}

function rootIn(page: MarkupTree, place: string | undefined): Element | undefined {
  return place === undefined
    ? undefined
    : elementsWhere((element) => placeOf(element) === place, page.children)[0];
}

/** Whether most of the marked article's paragraphs are in a reading. Without any, the reading knows better. */
function isSameArticle(root: Element, amount: (node: Node) => TextAmount, reading: MarkupTree): boolean {
  const places = placesIn(reading.children);
  const isKept = (element: Element): boolean => places.has(placeOf(element) ?? '');
  let all = 0;
  let kept = 0;
  for (const { element, length } of paragraphsIn(root, amount)) {
    all += length;
    if (isKept(element) || elementsWhere(isKept, element.children).length > 0) kept += length;
  }
  return kept >= LEAST_SHARE * all;
}

/** Whether there is enough text to read, and not so much in so many elements that it would take seconds. */
function canBeRead(tree: MarkupTree): boolean {
  const amount = textAmounts(tree);
  const elements = elementsWhere(() => true, tree.children);
  const work = elements.reduce((sum, element) => sum + amount(element).all, 0);
  return amount(tree).all >= SHORTEST_READABLE && elements.length <= MOST_ELEMENTS && work <= MOST_WORK;
}

/** The length of a tree's paragraphs, without links. */
function proseIn(tree: MarkupTree): number {
  return paragraphsIn(tree, textAmounts(tree)).reduce((sum, { length }) => sum + length, 0);
}

/** Lists of links that stand beside the element that the page marks as its article are no part of it. */
function dropLinksAround(root: Element, reading: MarkupTree): void {
  const inside = placesIn([root]);
  const isInside = (element: Element): boolean => inside.has(placeOf(element) ?? '');
  const amount = textAmounts(reading);
  removeElements(reading, (element) => {
    const { all, linked } = amount(element);
    if (placeOf(element) === undefined || isInside(element)) return false;
    if (all === 0 || linked < all * MOST_LINKED) return false;
    return elementsWhere((each) => isInside(each) || each.name === 'img', element.children).length === 0;
  });
}

interface Paragraph {
  readonly element: Element;
  /** Without links. */
  readonly length: number;
}

function paragraphsIn(
  parent: MarkupTree | Element,
  amount: (node: Node) => TextAmount,
): readonly Paragraph[] {
  return elementsWhere(isParagraph, parent.children).flatMap((element) => {
    const { all, linked } = amount(element);
    return all - linked >= LONG_PARAGRAPH ? [{ element, length: all - linked }] : [];
  });
}

function isParagraph({ name, children }: Element): boolean {
  return PROSE.has(name) && !children.some((child) => isElement(child) && PROSE.has(child.name));
}
