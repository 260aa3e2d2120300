// Finds lists of other articles in and below an article, however long their teasers are.

import { isElement, type Element, type MarkupTree, type Node, type TextAmount } from '../markupTree.ts';
import { elementsNamed, elementsWhere, textIn } from '../markupTree.ts';
import { isNamedOthers } from './besideNames.ts';

type AmountOf = (node: Node | MarkupTree) => TextAmount;

/** Where lists of other articles are in an article. */
export interface OtherArticles {
  /** Whether a heading and what follows it are such a list. */
  readonly isList: (heading: Element, list: Element) => boolean;
  /** Whether an element has such a heading first. */
  readonly isBox: (element: Element) => boolean;
  /** Whether an element has the name of such a list and a link. */
  readonly isNamed: (element: Element) => boolean;
  /** Whether an element stands below the article's text, and could be such a list whatever its size. */
  readonly isPastEnd: (element: Element) => boolean;
}

/** How a line begins that sends the reader to another article. */
export const OTHER_ARTICLE =
  /^\W*(?:read (?:more|also|next|our)|also read|see also|more on this|more from|related(?: (?:articles?|stor(?:y|ies)|content|coverage))?|recommended|don’t miss|don't miss|up next|must read|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|le puede interesar|leia (?:também|mais)|leggi anche|lees ook|läs också|läs mer|les også|læs også|lue myös|czytaj (?:też|także|więcej)|čtěte (?:také|dále|více)|читайте также|阅读更多|相关阅读|関連記事)(?=$|[\s:：|–—-])/iu;
/** Headings above lists of other articles and below the article's end. */
const LIST_HEADING =
  /^\W*(?:related|recommended|read (?:more|next)|more (?:on this|stories|news|from|like this)|most (?:read|popular)|trending|popular|you (?:may|might) (?:also )?like|share (?:this|on)|comments?$|leave a (?:reply|comment)|newsletter|sign up|subscribe|mehr zum thema|lire aussi|lea también|leia também|leggi anche|читайте также|(?:verwandte|ähnliche) artikel|das könnte sie|sur le même sujet|articles (?:similaires|liés)|(?:noticias|artículos) relacionad|(?:notícias|artigos) relacionad|articoli correlati|gerelateerd|похожие|по теме|(?:相关|相關|推荐|推薦|延伸|热门|熱門)(?:新闻|新聞|阅读|閱讀|文章|推荐|推薦|报道|報導|链接|連結)|関連(?:記事|ニュース|リンク)|おすすめ(?:の?記事)?|あわせて読みたい|관련 ?(?:기사|뉴스)|많이 본|اقرأ أيض|مواضيع ذات صلة|(?:أخبار|مقالات) ذات صلة|קראו (?:גם|עוד))/iu;
const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);
const LISTS = new Set(['ul', 'ol', 'div', 'section']);
/** What no teaser has. */
const CONTENT = new Set(['blockquote', 'pre', 'table', 'video', 'h1']);
const LONGEST_HEADING = 80;
const LONG_PARAGRAPH = 80;
const LEAST_LINKED = 0.6;

/**
 * Looks through an article once.
 *
 * @param limit How long a list of others may be before the end of the article's text.
 */
export function otherArticles(article: MarkupTree, amount: AmountOf, limit: number): OtherArticles {
  const linked = linkedTeasers(amount);
  const order = new Map<Node, number>();
  let last: number | undefined;
  const isLinked = (list: Element): boolean => {
    const { all } = amount(list);
    return all > 0 && linked(list) > all * LEAST_LINKED;
  };
  const isHeadedList = (heading: Element, list: Element): boolean =>
    isListHeading(heading) && LISTS.has(list.name) && isLinked(list);
  const isHeadedBox = (element: Element): boolean => {
    const [heading] = element.children.filter(isElement);
    return heading !== undefined && LISTS.has(element.name) && isListHeading(heading) && isLinked(element);
  };
  const isNamedBox = (element: Element): boolean =>
    isNamedOthers(element) && LISTS.has(element.name) && elementsNamed('a', element.children).length > 0;
  const look = (parent: MarkupTree | Element): void => {
    const elements = parent.children.filter(isElement);
    for (const [index, element] of elements.entries()) {
      order.set(element, order.size);
      const before = elements[index - 1];
      if (isNamedBox(element) || isHeadedBox(element)) continue;
      if (before !== undefined && isHeadedList(before, element)) continue;
      const texts = amount(element);
      if (element.name === 'p' && texts.all - texts.linked >= LONG_PARAGRAPH) last = order.size - 1;
      else look(element);
    }
  };
  look(article);
  const end = last;
  const isPastEnd = (element: Element): boolean =>
    end !== undefined &&
    (order.get(element) ?? 0) > end &&
    elementsWhere(({ name }) => CONTENT.has(name), element.children).length === 0;
  return {
    isList: (heading, list) =>
      isHeadedList(heading, list) && (amount(list).all <= 2 * limit || isPastEnd(list)),
    isBox: (element) => isHeadedBox(element) && (amount(element).all <= 2 * limit || isPastEnd(element)),
    isNamed: isNamedBox,
    isPastEnd,
  };
}

function isListHeading(heading: Element): boolean {
  if (!HEADINGS.has(heading.name) && !isBoldLine(heading)) return false;
  const text = textIn(heading).replace(/\s+/gu, ' ').trim();
  return (
    text !== '' && text.length <= LONGEST_HEADING && (LIST_HEADING.test(text) || OTHER_ARTICLE.test(text))
  );
}

function isBoldLine({ name, children }: Element): boolean {
  if (name !== 'p' && name !== 'div') return false;
  const [only, ...others] = children.filter((child) => isElement(child) || textIn(child).trim() !== '');
  return others.length === 0 && only !== undefined && isElement(only) && /^(?:b|strong)$/.test(only.name);
}

/** Gives how much text of an element is in links, or stands with a heading that is one. */
function linkedTeasers(amount: AmountOf): (element: Element) => number {
  const known = new Map<Element, number>();
  const linked = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const texts = amount(element);
    const elements = element.children.filter(isElement);
    const headings = elements.filter(({ name }) => HEADINGS.has(name));
    const found =
      headings.length > 0 && headings.every((heading) => amount(heading).linked > amount(heading).all / 2)
        ? texts.all
        : element.name === 'a' || elements.length === 0
          ? texts.linked
          : elements.reduce((sum, child) => sum + linked(child), 0);
    known.set(element, found);
    return found;
  };
  return linked;
}
