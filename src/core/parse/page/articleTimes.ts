// The dates that an article shows, told from those of comments and of other articles beside it.

import { feedDate } from '../feed/feedDate.ts';
import { elementsWhere, isElement, textIn, type Element, type Node } from '../markupTree.ts';

/** Dates in ISO 8601 with the precision that was written. */
export interface ArticleTimes {
  readonly published: string | undefined;
  readonly updated: string | undefined;
}

/** Names that pages give to what is not the article, written apart. */
const BESIDE =
  /(?:^|[\s_-])(?:comments?|disqus|discussion|repl(?:y|ies)|responses?|related|recommend(?:ed|ations?)?|more|also|popular|trending|latest|next|teasers?|promos?|sidebar|masthead|topbar|ticker|weather|newsletter)(?:$|[\s_-])/iu;
const PUBLISHED = /\bdatePublished\b|\bdateCreated\b|\bpubdate\b|published/iu;
const UPDATED = /\bdateModified\b|modified|updated/iu;
/** Names of elements that hold nothing but the date of the article. */
const DATED =
  /(?:^|[\s_-])(?:date|dates|dateline|datetime|pubdate|published|timestamp|posted(?:-on)?)(?:$|[\s_-])/iu;
const LONG_LINK = 15;
const LONGEST_DATE = 80;
const MOST_LOOKED_AT = 50;

/**
 * Gives the dates of an article by its `time` elements, else by elements whose names say that they hold a date:
 * those marked as its publication first, without those in comments, lists of links and articles in it.
 */
export function articleTimes(nodes: readonly Node[]): ArticleTimes {
  const times: Element[] = [];
  const named: Element[] = [];
  const collect = (node: Node): void => {
    if (!isElement(node) || isBeside(node)) return;
    if (node.name === 'time') times.push(node);
    else if (DATED.test(apart(namesOf(node))) || /datePublished/iu.test(node.attribs['itemprop'] ?? ''))
      named.push(node);
    node.children.forEach(collect);
  };
  nodes.forEach(collect);
  const published = times.filter((time) => isMarked(time, PUBLISHED));
  const updated = times.filter((time) => !published.includes(time) && isMarked(time, UPDATED));
  const others = times.filter((time) => !published.includes(time) && !updated.includes(time));
  const first = firstDate([...published, ...others, ...named]);
  const only = first === undefined ? onlyArticle(nodes) : undefined;
  return only === undefined ? { published: first, updated: firstDate(updated) } : articleTimes(only.children);
}

/** The one article among nodes, where most of their text is in it: then it is beside nothing. */
function onlyArticle(nodes: readonly Node[]): Element | undefined {
  const [article, another] = elementsWhere(({ name }) => name === 'article', nodes);
  if (article === undefined || another !== undefined) return undefined;
  return textIn(article).trim().length > textIn(nodes).trim().length / 2 ? article : undefined;
}

function firstDate(elements: readonly Element[]): string | undefined {
  for (const element of elements.slice(0, MOST_LOOKED_AT)) {
    const date = dateIn(element);
    if (date !== undefined) return date;
  }
  return undefined;
}

function dateIn({ attribs, children }: Element): string | undefined {
  const written = attribs['datetime'] ?? attribs['data-date-time'] ?? attribs['content'] ?? attribs['title'];
  const exact = written === undefined ? undefined : feedDate(written);
  if (exact !== undefined) return exact;
  const text = textIn(children).replace(/\s+/gu, ' ').trim();
  return text.length <= LONGEST_DATE ? feedDate(text) : undefined;
}

function isBeside(element: Element): boolean {
  if (element.name === 'article' || BESIDE.test(apart(namesOf(element)))) return true;
  return element.name === 'li' && elementsWhere(isLongLink, element.children).length > 0;
}

function namesOf({ attribs }: Element): string {
  return `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
}

/** "pubDate" as "pub-Date". */
function apart(names: string): string {
  return names.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
}

function isLongLink(element: Element): boolean {
  return element.name === 'a' && textIn(element).trim().length >= LONG_LINK;
}

function isMarked({ attribs }: Element, mark: RegExp): boolean {
  const names = [attribs['itemprop'], attribs['class'], attribs['property']].join(' ');
  return mark.test('pubdate' in attribs ? `${names} pubdate` : names);
}
