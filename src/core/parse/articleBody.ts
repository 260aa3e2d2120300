// Finds a page's article among its navigation and advertisements.

import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { headlineKey } from '../text/headlineKey.ts';
import { escapeText } from './escapeText.ts';
import { VOID_ELEMENTS } from './voidElements.ts';

type Page = ReturnType<typeof parseDocument>;
type Node = Page['children'][number];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const SUBSTANTIAL = 200;
const CHROME = new Set(
  'nav aside footer script style noscript template form button input select textarea iframe object embed svg dialog menu'.split(
    ' ',
  ),
);
const CHROME_ROLES = new Set('navigation banner contentinfo complementary search menu dialog'.split(' '));

/**
 * Gives the HTML of a page's article, not yet made safe: the `article` element where there is one with
 * substance, else `main`, else `body`, without navigation, asides and forms, and without the heading that
 * repeats the headline.
 *
 * @param markup Bounded in depth.
 */
export function articleBody(markup: string, headline: string | undefined): string {
  const page = parseDocument(markup);
  for (const element of DomUtils.findAll(isChrome, page.children)) DomUtils.removeElement(element);
  const root = articleRoot(page);
  const nodes = root?.children ?? page.children;
  if (root?.name !== 'article') removeSiteHeaders(nodes);
  removeHeading(nodes, headline);
  return markupOf(nodes);
}

function articleRoot(page: Page): Element | undefined {
  const named = (name: string): readonly Element[] => DomUtils.getElementsByTagName(name, page.children);
  const articles = named('article').filter((element) => lengthOf(element) >= SUBSTANTIAL);
  const outermost = articles.filter(
    (article) => !articles.some((other) => other !== article && isInside(article, other)),
  );
  const [article] = outermost;
  if (article !== undefined && outermost.length === 1) return article;
  return named('main').find((element) => lengthOf(element) >= SUBSTANTIAL) ?? named('body')[0];
}

function isInside(element: Element, other: Element): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent)
    if (parent === other) return true;
  return false;
}

function lengthOf(node: Node): number {
  return DomUtils.textContent(node).replace(/\s+/gu, ' ').length;
}

function isChrome(element: Element): boolean {
  return CHROME.has(element.name) || CHROME_ROLES.has(element.attribs['role']?.trim().toLowerCase() ?? '');
}

function removeSiteHeaders(nodes: readonly Node[]): void {
  const inArticle = (element: Element): boolean => {
    for (let parent = element.parent; parent !== null; parent = parent.parent) {
      if ('name' in parent && parent.name === 'article') return true;
    }
    return false;
  };
  for (const header of DomUtils.getElementsByTagName('header', [...nodes])) {
    if (!inArticle(header)) DomUtils.removeElement(header);
  }
}

function removeHeading(nodes: readonly Node[], headline: string | undefined): void {
  if (headline === undefined) return;
  const key = headlineKey(headline);
  const heading = DomUtils.getElementsByTagName('h1', [...nodes]).find(
    (element) => headlineKey(DomUtils.textContent(element)) === key,
  );
  if (heading !== undefined) DomUtils.removeElement(heading);
}

/** Writes nodes as markup for the sanitizer; comments are left out. */
function markupOf(nodes: readonly Node[]): string {
  return nodes.map(nodeMarkup).join('');
}

function nodeMarkup(node: Node): string {
  if ('attribs' in node) return elementMarkup(node);
  return node.type === ElementType.ElementType.Text && 'data' in node ? escapeText(node.data) : '';
}

function elementMarkup({ name, attribs, children }: Element): string {
  const attributes = Object.entries(attribs).map(
    ([attribute, value]) => ` ${attribute}="${escapeText(value).replaceAll('"', '&quot;')}"`,
  );
  const start = `<${name}${attributes.join('')}>`;
  return VOID_ELEMENTS.has(name) ? start : `${start}${markupOf(children)}</${name}>`;
}
