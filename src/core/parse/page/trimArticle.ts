// Takes out of an article what surrounds it on the page: ways to share it, advertisements, lists of other
// articles, comments, and captions that stand twice.

import { headlineKey } from '../../text/headlineKey.ts';
import { imageAddress } from '../imageAddress.ts';
import { elementsNamed, elementsWhere, isElement, replaceNodes, textAmounts, textIn } from '../markupTree.ts';
import { isNamedBeside, isNamedCopyright } from './besideNames.ts';
import { hasWords } from './hasWords.ts';
import { OTHER_ARTICLE, otherArticles } from './otherArticles.ts';
import type { Element, Node, MarkupTree, TextAmount } from '../markupTree.ts';

/** Lines that only stand for an advertisement. */
const ADVERTISEMENT =
  /^(?:advertisement|advertising|ads?|anzeige|werbung|publicité|publicidad|pubblicità|reklama|реклама|advertentie|story continues below(?: advertisement)?|(?:article |advertisement\W+)?(?:continue[sd]?|continue reading)(?: the main story| below)?(?: advertisement)?|scroll to continue(?: with content)?|skip advertisement)[.:]?$/iu;
/** What an article may have inside a part with such a name. */
const CONTENT = new Set(['blockquote', 'figure', 'picture', 'pre', 'table', 'video', 'h1']);
const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);
const LONGEST_BESIDE = 400;
const LONGEST_LINE = 250;

/** Changes the tree of an article in place; where in doubt, a part stays, and the whole where little would be left. */
export function trimArticle(article: MarkupTree): void {
  const amount = textAmounts(article);
  const { all } = amount(article);
  const limit = Math.max(LONGEST_BESIDE, all / 10);
  const others = otherArticles(article, amount, limit);
  const out = new Map<Node, readonly Node[]>();
  const below = new Map<Node, readonly Node[]>();
  let left = all;
  const take = (element: Element, isBelow = false): void => {
    if (isBelow) below.set(element, []);
    else {
      out.set(element, []);
      left -= amount(element).all;
    }
  };
  const look = (parent: MarkupTree | Element): void => {
    const isText = hasWords(parent);
    const elements = parent.children.filter(isElement);
    for (const [index, element] of elements.entries()) {
      if (out.has(element) || below.has(element)) continue;
      const texts = amount(element);
      const next = elements[index + 1];
      if (others.isNamed(element) && others.isPastEnd(element)) take(element, true);
      else if (!isText && isBeside(element, texts, limit)) take(element);
      else if (isLineBeside(element, texts)) take(element);
      else if (others.isBox(element)) take(element, others.isPastEnd(element));
      else if (next !== undefined && others.isList(element, next)) {
        take(element, others.isPastEnd(next));
        take(next, others.isPastEnd(next));
      } else look(element);
    }
  };
  look(article);
  replaceNodes(article, left >= all / 2 ? new Map([...out, ...below]) : below);
  dropRepeatedFigures(article);
}

function isBeside(element: Element, { all, linked }: TextAmount, limit: number): boolean {
  const { name, children } = element;
  if (CONTENT.has(name) || name === 'body' || name === 'article' || name === 'main') return false;
  if (
    isNamedCopyright(element) &&
    !isInFigure(element) &&
    all <= LONGEST_LINE &&
    (name === 'p' || name === 'div')
  )
    return true;
  if (all > limit || !isNamedBeside(element)) return false;
  if (linked > all / 2) return true;
  return elementsWhere((each) => CONTENT.has(each.name), children).length === 0;
}

function isInFigure(element: Element): boolean {
  for (let { parent } = element; parent !== null; parent = parent.parent)
    if (isElement(parent) && parent.name === 'figure') return true;
  return false;
}

/** A line that is an advertisement's place, or that leads away. */
function isLineBeside(element: Element, { all, linked }: TextAmount): boolean {
  if (all === 0 || all > LONGEST_LINE || HEADINGS.has(element.name)) return false;
  const text = wordsIn(element).replace(/\s+/gu, ' ').trim();
  if (ADVERTISEMENT.test(text)) return true;
  return linked > all / 2 && OTHER_ARTICLE.test(text);
}

/** The text with what is in elements of its own apart, as pages show it. */
function wordsIn({ children }: Element): string {
  return children.map((child) => (isElement(child) ? ` ${wordsIn(child)} ` : textIn(child))).join('');
}

/** An image or caption that repeats the one before it, as pages do for other sizes of windows. */
function dropRepeatedFigures(article: MarkupTree): void {
  const repeated = new Map<Node, readonly Node[]>();
  let lastAddress: string | undefined;
  for (const image of elementsNamed('img', article.children)) {
    const address = imageAddress(image.attribs, 'https://page.invalid/');
    if (address === undefined) continue;
    if (address === lastAddress) repeated.set(image, []);
    lastAddress = address;
  }
  for (const caption of elementsNamed('figcaption', article.children)) {
    const after = elementAfter(outermostFigure(caption));
    const key = headlineKey(textIn(caption));
    if (key === '' || after === undefined || elementsNamed('img', [after]).length > 0) continue;
    if (headlineKey(textIn(after)) === key) repeated.set(after, []);
  }
  replaceNodes(article, repeated);
}

function outermostFigure(caption: Element): Element {
  let figure = caption;
  for (let parent = caption.parent; parent !== null; parent = parent.parent)
    if ('name' in parent && parent.name === 'figure') figure = parent;
  return figure;
}

function elementAfter(element: Element): Element | undefined {
  let after = element.next;
  while (after !== null && !isElement(after)) after = after.next;
  return after ?? undefined;
}
