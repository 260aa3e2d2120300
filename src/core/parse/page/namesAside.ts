// Keeps Readability, which judges elements by their names, from judging words, headings and pictures by them.

import { elementsNamed, elementsWhere, isElement, textAmounts, textIn } from '../markupTree.ts';
import type { Element, MarkupTree, Node, TextAmount } from '../markupTree.ts';
import { hasWords } from './hasWords.ts';

const ASIDE = 'data-aside-';
/** What Readability takes names and authors from. */
const NAMES = ['class', 'id', 'rel', 'itemprop'] as const;
const WAS = 'data-was';
const PHRASES = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var'.split(
    ' ',
  ),
);
/** All that is in these is words of the article, or goes with them. */
const PROSE = new Set('p h2 h3 h4 h5 h6 blockquote pre figcaption dd dt'.split(' '));
const PICTURES = new Set(['img', 'picture', 'source']);
const LISTS = new Set(['ul', 'ol', 'dl']);
const BYLINE = /byline|author|writtenby/iu;
const NO_BYLINE = /note|bio|box|info|image|photo|caption|credit|quote|dateline|comment/iu;
/** Lists of facts about the article, and of ways to share it. */
const LIST_BESIDE =
  /meta|shar(?:e|ing)|social|byline|author|date|breadcrumb|nav|pag(?:er|ination)|related|tags|comment/iu;
const LONGEST_BYLINE = 100;
/** With the time and the name of the paper. */
const LONGEST_LINE = 200;
const LONG_PARAGRAPH = 80;
/** A line below the headline and a summary may stand above the byline. */
const MOST_BEFORE = 2;
const LEAST_LIST = 40;

/**
 * Takes names off the elements of an article that are words, headings, lists, pictures and quotations, and gives
 * the others that Readability drops other elements. Changes the tree; `restoreNames` gives all back.
 *
 * @param root The element that the page marks as its article.
 */
export function setNamesAside(page: MarkupTree, root: Element | undefined): void {
  const amount = textAmounts(page);
  let paragraphs = 0;
  let isInRoot = root === undefined;
  const look = (element: Element, inProse: boolean, inText: boolean): void => {
    const { name } = element;
    const isRoot = element === root;
    if (isRoot) isInRoot = true;
    const texts = amount(element);
    const isByline =
      !inProse && texts.all < LONGEST_LINE && paragraphs <= MOST_BEFORE && isBylineLine(element, texts.all);
    const isPlain = !isByline && (inProse || isProse(element, texts));
    if (isPlain || (inText && PHRASES.has(name)) || PICTURES.has(name) || isNoByline(element, texts.all))
      putAside(element);
    if (name === 'p' && isInRoot && texts.all - texts.linked >= LONG_PARAGRAPH) paragraphs++;
    if (!isByline) {
      const isText = hasWords(element);
      for (const child of element.children) if (isElement(child)) look(child, isPlain, isText);
    }
    if (isGallery(element, amount)) rename(element, 'figure');
    else if (name === 'aside' || name === 'footer') rename(element, 'div');
    if (isRoot) isInRoot = false;
  };
  for (const child of page.children) if (isElement(child)) look(child, false, false);
}

/** Gives elements their names back, in a tree that was made of the one whose names were put aside. */
export function restoreNames(tree: MarkupTree): void {
  for (const element of elementsWhere(() => true, tree.children)) {
    const { attribs } = element;
    for (const name of NAMES) {
      const value = attribs[`${ASIDE}${name}`];
      if (value === undefined) continue;
      attribs[name] = `${attribs[name] ?? ''} ${value}`.trim();
      Reflect.deleteProperty(attribs, `${ASIDE}${name}`);
    }
    const was = attribs[WAS];
    if (was !== undefined && /^(?:div|figure)$/.test(element.name)) element.name = was;
    Reflect.deleteProperty(attribs, WAS);
  }
}

function putAside({ attribs }: Element): void {
  for (const name of NAMES) {
    const value = attribs[name];
    if (value === undefined) continue;
    attribs[`${ASIDE}${name}`] = value;
    Reflect.deleteProperty(attribs, name);
  }
}

function rename(element: Element, name: string): void {
  element.attribs[WAS] = element.name;
  element.name = name;
}

function isProse(element: Element, { all, linked }: TextAmount): boolean {
  const { name, attribs, children } = element;
  if (name === 'figure') return elementsWhere((each) => PICTURES.has(each.name), children).length > 0;
  if (name === 'table')
    return elementsWhere((each) => /^(?:th|caption)$/.test(each.name), children).length > 0;
  if (LISTS.has(name))
    return all - linked >= Math.max(LEAST_LIST, linked) && !LIST_BESIDE.test(namesOf(attribs));
  // A heading for those who do not see the page is no heading of the article.
  if (/^h[2-6]$/.test(name) && /hidden/iu.test(namesOf(attribs))) return false;
  return PROSE.has(name) && linked <= all / 2;
}

function isBylineLine(element: Element, length: number): boolean {
  if (isNamedByline(element)) return true;
  if (element.name !== 'p') return false;
  const inside = elementsWhere(isNamedByline, element.children)[0];
  if (inside === undefined) return false;
  return textIn(inside).trim().length >= length / 2 || elementsNamed('time', element.children).length > 0;
}

/** Whether an element has the name of a line that tells who wrote. */
export function isNamedByline({ attribs }: Element): boolean {
  const names = namesOf(attribs);
  if (NO_BYLINE.test(names)) return false;
  return BYLINE.test(names) || /author/iu.test(`${attribs['rel'] ?? ''} ${attribs['itemprop'] ?? ''}`);
}

/** What Readability would take for a byline although its name says more. */
function isNoByline({ attribs }: Element, length: number): boolean {
  const names = namesOf(attribs);
  return length < LONGEST_BYLINE && /author|dateline|byline/iu.test(names) && NO_BYLINE.test(names);
}

/** Pictures side by side, with little beside their captions. */
function isGallery(element: Element, amount: (node: Node) => TextAmount): boolean {
  if (element.name !== 'div') return false;
  const figures = element.children.filter(isElement).flatMap((child) => figureIn(child) ?? []);
  if (figures.length < 2) return false;
  const captions = figures.reduce((sum, figure) => sum + amount(figure).all, 0);
  return (
    amount(element).all - captions <= LONG_PARAGRAPH && amount(element).linked <= amount(element).all / 2
  );
}

/** Itself, or alone in a box. */
function figureIn(element: Element): Element | undefined {
  if (element.name === 'figure') return element;
  const [only, ...others] = element.children.filter(isElement);
  return others.length === 0 && only?.name === 'figure' ? only : undefined;
}

function namesOf(attribs: Element['attribs']): string {
  return `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
}
