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
import type { Element, Node, MarkupTree } from '../markupTree.ts';

/** What a person sees of a page's article. */
export interface PageArticle {
  /** The body of the page without navigation, asides and forms, but with the site's header. */
  readonly page: string;
  readonly nodes: readonly Node[];
  /** Whether the page says which part is the article. */
  readonly isMarked: boolean;
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
const LONGEST_ATTRIBUTE = 2000;
const CONTENT = new Set(['article', 'main', 'h1']);

/**
 * Gives a page's article: the `article` element where there is one with substance, else `main`, else `body`,
 * without navigation, asides and forms. A form around the whole page is no form to its reader. Changes the page.
 */
export function pageArticle(page: MarkupTree): PageArticle {
  unwrapForms(page);
  const firstHeading = headingsIn(page.children, 'h1')[0];
  const siteHeadings = elementsWhere(isSiteHeader, page.children).flatMap((header) =>
    headingsIn([header], 'h1'),
  );
  removeElements(page, isChrome);
  const { root, isMarked } = articleRoot(page);
  const parent = root ?? page;
  const pageMarkup = treeMarkup(bodyOf(page), { isKept: isAttributeKept });
  if (root?.name !== 'article') removeElements(parent, isSiteHeader);
  const nodes = parent.children;
  return {
    page: pageMarkup,
    nodes,
    isMarked,
    headings: [...headingsIn(nodes, 'h1'), ...headingsIn(nodes, 'h2')],
    firstHeading,
    siteHeadings,
    times: articleTimes(nodes),
  };
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
  return !/^(?:style$|on|srcset$|sizes$|data-)/.test(name) && value.length <= LONGEST_ATTRIBUTE;
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
  const named = (name: string): readonly Element[] =>
    elementsNamed(name, page.children).filter((element) => amount(element).all >= SUBSTANTIAL);
  const articles = new Set(named('article'));
  const outermost = [...articles].filter((article) => !isInside(article, (parent) => articles.has(parent)));
  const root = outermost.length === 1 ? outermost[0] : named('main')[0];
  if (root !== undefined) return { root, isMarked: true };
  return { root: elementsNamed('body', page.children)[0], isMarked: false };
}

function isInside(element: Element, isAncestor: (parent: Element) => boolean): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent)
    if (isElement(parent) && isAncestor(parent)) return true;
  return false;
}

function isChrome(element: Element): boolean {
  return CHROME.has(element.name) || CHROME_ROLES.has(element.attribs['role']?.trim().toLowerCase() ?? '');
}

/** A header of the page; an article and the main part have headers of their own. */
function isSiteHeader(element: Element): boolean {
  if (element.attribs['role']?.trim().toLowerCase() === 'banner') return true;
  if (element.name !== 'header') return false;
  return !isInside(element, ({ name }) => name === 'article' || name === 'main');
}
