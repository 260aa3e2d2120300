// Finds a page's article among its navigation and advertisements by the elements that say what they are.

import { headlineKey } from '../../text/headlineKey.ts';
import { oneLine } from '../facts.ts';
import { articleTimes, type ArticleTimes } from './articleTimes.ts';
import {
  elementsNamed,
  elementsWhere,
  isElement,
  removeElements,
  textAmounts,
  textIn,
  treeMarkup,
} from '../markupTree.ts';
import { isNamedBeside } from './besideNames.ts';
import type { Element, Node, MarkupTree, TextAmount } from '../markupTree.ts';
import { markPlaces, placeOf } from './places.ts';
import { removeSurroundings, unwrapHeadings } from './removeSurroundings.ts';
import { isGivenName } from './givenName.ts';

/** What a person sees of a page's article. */
export interface PageArticle {
  /** The body of the page without navigation, asides and forms, but with the site's header. */
  readonly page: string;
  readonly nodes: readonly Node[];
  /** The place of the element that the page marks as its article, if it does. */
  readonly markedPlace: string | undefined;
  /** The words of the headings in it that could be its headline: those of the first level, then of the second. */
  readonly headings: readonly string[];
  /** The first heading of the first level anywhere on the page. */
  readonly firstHeading: string | undefined;
  /** Headings in the header of the site, which may name it. */
  readonly siteHeadings: readonly string[];
  readonly times: ArticleTimes;
}

const SUBSTANTIAL = 200;
const CHROME = new Set(
  'nav aside footer script style noscript template form button input select textarea iframe object embed svg dialog menu'.split(
    ' ',
  ),
);
const CHROME_ROLES = new Set('navigation banner contentinfo complementary search menu dialog'.split(' '));
const QUOTED = new Set(['blockquote', 'figure']);
const LONGEST_ATTRIBUTE = 2000;
const CONTENT = new Set(['article', 'main', 'h1']);
const PARTS_BESIDE = new Set(['article', 'form', 'nav', 'input', 'button']);
const MOST_AROUND = 4;
const MOST_LINKED = 0.25;

/**
 * Gives a page's article: the `article` element where there is one with substance, else `main`, else `body`,
 * without navigation, asides and forms. A form around the whole page is no form to its reader. Changes the page.
 */
export function pageArticle(page: MarkupTree): PageArticle {
  removeSurroundings(page);
  unwrapHeadings(page);
  unwrapForms(page);
  const firstHeading = headingsIn(page.children, 'h1')[0];
  const siteHeadings = elementsWhere(isSiteHeader, page.children).flatMap((header) =>
    headingsIn([header], 'h1'),
  );
  const amount = textAmounts(page);
  removeElements(page, (element) => isChrome(element, amount));
  const { root, isMarked } = articleRoot(page);
  const parent = root ?? page;
  markPlaces(page);
  const pageMarkup = treeMarkup(bodyOf(page), { isKept: isAttributeKept });
  if (root?.name !== 'article') removeElements(parent, isSiteHeader);
  const nodes = parent.children;
  return {
    page: pageMarkup,
    nodes,
    markedPlace: isMarked && root !== undefined ? placeOf(root) : undefined,
    headings: [...headingsIn(nodes, 'h1'), ...headingsIn(nodes, 'h2')],
    firstHeading,
    siteHeadings,
    times: timesOf(root, page),
  };
}

/** The date may stand with the headline above the element that the page marks as its article. */
function timesOf(root: Element | undefined, page: MarkupTree): ArticleTimes {
  const times = articleTimes((root ?? page).children);
  if (root === undefined || times.published !== undefined || hasHeadline(root)) return times;
  let around = root.parent;
  while (around !== null && isElement(around) && !hasHeadline(around)) around = around.parent;
  if (around === null || !isElement(around)) return times;
  const above = articleTimes(around.children.slice(0, pathIndex(around, root)));
  return { published: above.published, updated: times.updated ?? above.updated };
}

function hasHeadline(element: Element): boolean {
  return ['h1', 'h2'].some((name) => elementsNamed(name, element.children).length > 0);
}

/** Of the child that an element is in. */
function pathIndex(around: Element, inside: Element): number {
  return around.children.findIndex(
    (child) => child === inside || isInside(inside, (parent) => parent === child),
  );
}

/** Gives the HTML of an article, not yet made safe, without the heading that repeats the headline. */
export function articleMarkup(nodes: readonly Node[], headline: string | undefined): string {
  const key = headline === undefined ? undefined : headlineKey(headline);
  const heading = (['h1', 'h2'] as const)
    .flatMap((name) => elementsNamed(name, nodes))
    .find((element) => headlineKey(textIn(element)) === key);
  return treeMarkup(nodes, { left: heading });
}

function bodyOf(page: MarkupTree): readonly Node[] {
  return (elementsNamed('body', page.children)[0] ?? page).children;
}

/** Styles, scripts and other addresses of images have been read; long ones would keep another parser busy. */
function isAttributeKept(name: string, value: string): boolean {
  const isRead = /^(?:style$|on|srcset$|sizes$|data-(?!place$))/.test(name) && !isGivenName(name);
  return !isRead && value.length <= LONGEST_ATTRIBUTE;
}

function headingsIn(nodes: readonly Node[], name: 'h1' | 'h2'): readonly string[] {
  return elementsNamed(name, nodes).flatMap((element) => oneLine(textIn(element)) ?? []);
}

function unwrapForms(page: MarkupTree): void {
  const amount = textAmounts(page);
  const whole = amount(page).all;
  const unwrap = (parent: MarkupTree | Element): void => {
    for (const element of parent.children.filter(isElement)) {
      if (element.name === 'form' && isAroundPage(element, amount(element).all, whole)) {
        element.name = 'div';
        element.attribs = {};
      }
      if (element.name !== 'form') unwrap(element);
    }
  };
  unwrap(page);
}

function isAroundPage(form: Element, length: number, whole: number): boolean {
  if (length > whole / 2 && length >= SUBSTANTIAL) return true;
  return elementsWhere(({ name }) => CONTENT.has(name), form.children).length > 0;
}

function articleRoot(page: MarkupTree): { readonly root: Element | undefined; readonly isMarked: boolean } {
  const amount = textAmounts(page);
  const all = (name: string): readonly Element[] => elementsNamed(name, page.children);
  const isLong = (element: Element): boolean => amount(element).all >= SUBSTANTIAL;
  const articles = all('article').filter(isLong);
  const known = new Set(articles);
  const outermost = articles.filter((article) => !isInside(article, (parent) => known.has(parent)));
  const main = all('main').find(isLong);
  const only = [all('article'), all('main')].flatMap((named) => (named.length === 1 ? named : []));
  const short = known.size === 0 ? only.find(isWhole) : undefined;
  const root = outermost.length === 1 ? outermost[0] : (short ?? main);
  if (root !== undefined) return { root, isMarked: true };
  return { root: elementsNamed('body', page.children)[0], isMarked: false };

  /** Has the headline and text, and is not much less than the part around it that is marked too. */
  function isWhole(element: Element): boolean {
    const [heading] = elementsNamed('h1', element.children);
    if (heading === undefined || amount(element).all <= amount(heading).all) return false;
    return main === undefined || unlinked(main) <= unlinked(element) * MOST_AROUND;
  }

  function unlinked(element: Element): number {
    return amount(element).all - amount(element).linked;
  }
}

function isInside(element: Element, isAncestor: (parent: Element) => boolean): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent)
    if (isElement(parent) && isAncestor(parent)) return true;
  return false;
}

type AmountOf = (node: Node) => TextAmount;

function isChrome(element: Element, amount: AmountOf): boolean {
  if (element.name === 'footer' && isInside(element, ({ name }) => QUOTED.has(name))) return false;
  if (element.name === 'aside' && isOfArticle(element, amount(element))) return false;
  return CHROME.has(element.name) || CHROME_ROLES.has(element.attribs['role']?.trim().toLowerCase() ?? '');
}

/** An aside in an article that is text of its own, such as a box of facts or a line set apart. */
function isOfArticle(aside: Element, { all, linked }: TextAmount): boolean {
  if (all === 0 || linked > all * MOST_LINKED || aside.attribs['role'] !== undefined) return false;
  if (!isInside(aside, ({ name }) => name === 'article')) return false;
  if (isInside(aside, ({ name }) => name === 'aside')) return false;
  return !isPartBeside(aside) && elementsWhere(isPartBeside, aside.children).length === 0;
}

function isPartBeside(element: Element): boolean {
  return PARTS_BESIDE.has(element.name) || isNamedBeside(element, 'aside');
}

/** A header of the page; an article and the main part have headers of their own. */
function isSiteHeader(element: Element): boolean {
  if (element.attribs['role']?.trim().toLowerCase() === 'banner') return true;
  if (element.name !== 'header') return false;
  return !isInside(element, ({ name }) => name === 'article' || name === 'main');
}
