// Takes out of an article what surrounds it on the page: ways to share it, advertisements, lists of other
// articles, comments, and captions that stand twice.

import { headlineKey } from '../../text/headlineKey.ts';
import { imageAddress } from '../imageAddress.ts';
import { elementsNamed, elementsWhere, isElement, replaceNodes, textAmounts, textIn } from '../markupTree.ts';
import type { Element, Node, MarkupTree, TextAmount } from '../markupTree.ts';

const word = (names: string): string => names.trim().replace(/\s+/g, '|');
/** Names of parts that are no article, however they are written in classes and ids. */
const BESIDE = new RegExp(
  `(?<!\\b(?:has|with|without|no|not|is|show|hide|js)[_-]{0,2})(?:^|[\\s_-])(?:${word(`
    ad ads advert adverts advertisement advertising adslot adunit sponsored sponsor dfp
    share shares sharing sharebar sharetools sharedaddy addthis addtoany socials social
    newsletter newsletters signup subscribe subscription paywall regwall
    related recommended recommendations recommendation readmore read-more see-also also-read more-on more-from
    more-stories most-read most-popular popular trending up-next
    outbrain taboola promo promos comments comment-list disqus respond
    breadcrumb breadcrumbs pagination print-button printfriendly cookie consent toolbar
  `)})(?:$|[\\s_-])`,
  'iu',
);
/** Lines that only stand for an advertisement. */
const ADVERTISEMENT =
  /^(?:advertisement|advertising|ads?|anzeige|werbung|publicité|publicidad|pubblicità|reklama|реклама|advertentie|story continues below(?: advertisement)?|(?:article |advertisement\W+)?(?:continue[sd]?|continue reading)(?: the main story| below)?(?: advertisement)?|scroll to continue(?: with content)?|skip advertisement)[.:]?$/iu;
/** How a line begins that sends the reader to another article. */
const OTHER_ARTICLE =
  /^\W*(?:read (?:more|also|next|our)|also read|see also|more on this|more from|related(?: (?:articles?|stor(?:y|ies)|content|coverage))?|recommended|don’t miss|don't miss|up next|must read|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|le puede interesar|leia (?:também|mais)|leggi anche|lees ook|läs också|läs mer|les også|læs også|lue myös|czytaj (?:też|także|więcej)|čtěte (?:také|dále|více)|читайте также|阅读更多|相关阅读|関連記事)(?=$|[\s:：|–—-])/iu;
/** Headings above lists of other articles and below the article's end. */
const LIST_HEADING =
  /^\W*(?:related|recommended|read (?:more|next)|more (?:on this|stories|news|from|like this)|most (?:read|popular)|trending|popular|you (?:may|might) (?:also )?like|share (?:this|on)|comments?$|leave a (?:reply|comment)|newsletter|sign up|subscribe|mehr zum thema|lire aussi|lea también|leia também|leggi anche|читайте также)/iu;
/** What an article may have inside a part with such a name. */
const CONTENT = new Set(['blockquote', 'figure', 'picture', 'pre', 'table', 'video', 'h1']);
const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);
const LISTS = new Set(['ul', 'ol', 'div', 'section']);
const LONGEST_BESIDE = 400;
const LONGEST_LINE = 250;

/** Changes the tree of an article in place; where in doubt, a part stays, and the whole where little would be left. */
export function trimArticle(article: MarkupTree): void {
  const amount = textAmounts(article);
  const { all } = amount(article);
  const limit = Math.max(LONGEST_BESIDE, all / 10);
  const out = new Map<Node, readonly Node[]>();
  let left = all;
  const take = (element: Element): void => {
    out.set(element, []);
    left -= amount(element).all;
  };
  const look = (parent: MarkupTree | Element): void => {
    const elements = parent.children.filter(isElement);
    for (const [index, element] of elements.entries()) {
      if (out.has(element)) continue;
      const next = elements[index + 1];
      if (isBeside(element, amount(element), limit) || isLineBeside(element, amount(element))) take(element);
      else if (next !== undefined && isListOfOthers(element, next, amount(next), limit)) {
        take(element);
        take(next);
      } else look(element);
    }
  };
  look(article);
  if (left >= all / 2) replaceNodes(article, out);
  dropRepeatedFigures(article);
}

function isBeside({ name, attribs, children }: Element, { all, linked }: TextAmount, limit: number): boolean {
  if (CONTENT.has(name) || name === 'body' || name === 'article' || name === 'main') return false;
  const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
  if (all > limit || !BESIDE.test(names)) return false;
  if (linked > all / 2) return true;
  return elementsWhere((element) => CONTENT.has(element.name), children).length === 0;
}

/** A line that is an advertisement's place, or that leads away. */
function isLineBeside(element: Element, { all, linked }: TextAmount): boolean {
  if (all === 0 || all > LONGEST_LINE || HEADINGS.has(element.name)) return false;
  const text = textIn(element).replace(/\s+/gu, ' ').trim();
  if (ADVERTISEMENT.test(text)) return true;
  return linked > all / 2 && OTHER_ARTICLE.test(text);
}

/** A heading such as "More news" and the links below it. */
function isListOfOthers(
  heading: Element,
  list: Element,
  { all, linked }: TextAmount,
  limit: number,
): boolean {
  const text =
    HEADINGS.has(heading.name) || isBoldLine(heading) ? textIn(heading).replace(/\s+/gu, ' ').trim() : '';
  if (text === '' || text.length > 80 || !(LIST_HEADING.test(text) || OTHER_ARTICLE.test(text))) return false;
  return LISTS.has(list.name) && all <= 2 * limit && linked > all * 0.6;
}

function isBoldLine({ name, children }: Element): boolean {
  if (name !== 'p' && name !== 'div') return false;
  const [only, ...others] = children.filter((child) => isElement(child) || textIn(child).trim() !== '');
  return others.length === 0 && only !== undefined && isElement(only) && /^(?:b|strong)$/.test(only.name);
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
