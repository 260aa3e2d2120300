// Finds a page's article among its navigation and advertisements.

import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { headlineKey } from '../text/headlineKey.ts';
import { articleTimes } from './articleTimes.ts';
import { escapeText } from './escapeText.ts';
import { oneLine } from './facts.ts';
import { VOID_ELEMENTS } from './voidElements.ts';

type Page = ReturnType<typeof parseDocument>;
type Node = Page['children'][number];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** What a person sees of a page's article. */
export interface PageArticle {
  readonly nodes: readonly Node[];
  /** The words of the headings in it that could be its headline: those of the first level, then of the second. */
  readonly headings: readonly string[];
  /** The first heading of the first level anywhere on the page. */
  readonly firstHeading: string | undefined;
  /** Headings in the header of the site, which may name it. */
  readonly siteHeadings: readonly string[];
  /** Dates in it, as they are written for machines; the likeliest of its publication first. */
  readonly times: readonly string[];
}

const SUBSTANTIAL = 200;
const CHROME = new Set(
  'nav aside footer script style noscript template form button input select textarea iframe object embed svg dialog menu'.split(
    ' ',
  ),
);
const CHROME_ROLES = new Set('navigation banner contentinfo complementary search menu dialog'.split(' '));
const CONTENT = new Set(['article', 'main', 'h1']);

/**
 * Gives a page's article: the `article` element where there is one with substance, else `main`, else `body`,
 * without navigation, asides and forms. A form around the whole page is no form to its reader.
 *
 * @param markup Bounded in depth.
 */
export function pageArticle(markup: string): PageArticle {
  const page = parseDocument(markup);
  unwrapForms(page);
  const firstHeading = headingsIn(page.children, 'h1')[0];
  const siteHeadings = DomUtils.findAll(isSiteHeader, page.children).flatMap((header) =>
    headingsIn([header], 'h1'),
  );
  prune(page, isChrome);
  const root = articleRoot(page);
  const parent = root ?? page;
  if (root?.name !== 'article') prune(parent, isSiteHeader);
  const nodes = parent.children;
  return {
    nodes,
    headings: [...headingsIn(nodes, 'h1'), ...headingsIn(nodes, 'h2')],
    firstHeading,
    siteHeadings,
    times: articleTimes(nodes),
  };
}

/** Gives the HTML of an article, not yet made safe, without the heading that repeats the headline. */
export function articleBody({ nodes }: PageArticle, headline: string | undefined): string {
  const key = headline === undefined ? undefined : headlineKey(headline);
  const heading = ['h1', 'h2']
    .flatMap((name) => DomUtils.getElementsByTagName(name, [...nodes]))
    .find((element) => headlineKey(DomUtils.textContent(element)) === key);
  return nodes.map((node) => nodeMarkup(node, heading)).join('');
}

function headingsIn(nodes: readonly Node[], name: 'h1' | 'h2'): readonly string[] {
  return DomUtils.getElementsByTagName(name, [...nodes]).flatMap(
    (element) => oneLine(DomUtils.textContent(element)) ?? [],
  );
}

function unwrapForms(page: Page): void {
  const whole = lengthOf(page);
  const unwrap = (parent: Page | Element): void => {
    for (const element of parent.children.filter((child) => 'children' in child)) {
      if (!('name' in element)) continue;
      if (element.name === 'form' && isAroundPage(element, whole)) {
        element.name = 'div';
        element.attribs = {};
      }
      if (element.name !== 'form') unwrap(element);
    }
  };
  unwrap(page);
}

function isAroundPage(form: Element, whole: number): boolean {
  const content = DomUtils.findOne((element) => CONTENT.has(element.name), form.children);
  const length = lengthOf(form);
  return content !== null || (length > whole / 2 && length >= SUBSTANTIAL);
}

/** Takes out, in one pass, all elements of a kind. */
function prune(parent: Page | Element, isOut: (element: Element) => boolean): void {
  parent.children = parent.children.filter(
    (child) => !('name' in child && 'attribs' in child && isOut(child)),
  );
  for (const child of parent.children) if ('name' in child && 'children' in child) prune(child, isOut);
}

function articleRoot(page: Page): Element | undefined {
  const named = (name: string): readonly Element[] => DomUtils.getElementsByTagName(name, page.children);
  const articles = new Set(named('article').filter((element) => lengthOf(element) >= SUBSTANTIAL));
  const outermost = [...articles].filter((article) => !isInside(article, (parent) => articles.has(parent)));
  const [article] = outermost;
  if (article !== undefined && outermost.length === 1) return article;
  return named('main').find((element) => lengthOf(element) >= SUBSTANTIAL) ?? named('body')[0];
}

function isInside(element: Element, isAncestor: (parent: Element) => boolean): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent)
    if ('name' in parent && 'attribs' in parent && isAncestor(parent)) return true;
  return false;
}

function lengthOf(node: Node | Page): number {
  return DomUtils.textContent(node).replace(/\s+/gu, ' ').length;
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

/** Writes a node as markup for the sanitizer; comments are left out. */
function nodeMarkup(node: Node, left: Element | undefined): string {
  if (node === left) return '';
  if ('attribs' in node) return elementMarkup(node, left);
  return node.type === ElementType.ElementType.Text && 'data' in node ? escapeText(node.data) : '';
}

function elementMarkup({ name, attribs, children }: Element, left: Element | undefined): string {
  const attributes = Object.entries(attribs).map(
    ([attribute, value]) => ` ${attribute}="${escapeText(value).replaceAll('"', '&quot;')}"`,
  );
  const start = `<${name}${attributes.join('')}>`;
  if (VOID_ELEMENTS.has(name)) return start;
  return `${start}${children.map((child) => nodeMarkup(child, left)).join('')}</${name}>`;
}
