// The dates that an article shows, told from those of comments and of other articles beside it.

import { DomUtils, type parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Names that pages give to what is not the article, written apart. */
const BESIDE =
  /(?:^|[\s_-])(?:comments?|disqus|discussion|repl(?:y|ies)|responses?|related|recommend(?:ed|ations?)?|more|also|popular|trending|latest|next|teasers?|promos?|sidebar|masthead|topbar|ticker|weather|newsletter)(?:$|[\s_-])/iu;
const LONG_LINK = 15;

/**
 * Gives the machine-readable dates of the `time` elements in an article: those marked as its publication first,
 * without those marked as a change and those in comments, lists of links and articles in it.
 */
export function articleTimes(nodes: readonly Node[]): readonly string[] {
  const times: Element[] = [];
  const collect = (node: Node): void => {
    if (!('attribs' in node) || !('children' in node) || isBeside(node)) return;
    if (node.name === 'time' && node.attribs['datetime'] !== undefined) times.push(node);
    node.children.forEach(collect);
  };
  nodes.forEach(collect);
  const published = times.filter((time) => isMarked(time, /\bdatePublished\b|\bpubdate\b|published/iu));
  const others = times.filter((time) => !published.includes(time) && !isMarked(time, /modified|updated/iu));
  return [...published, ...others].map((time) => time.attribs['datetime'] ?? '');
}

function isBeside(element: Element): boolean {
  if (element.name === 'article') return true;
  const names = `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`;
  if (BESIDE.test(names.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2'))) return true;
  return element.name === 'li' && DomUtils.findOne(isLongLink, element.children) !== null;
}

function isLongLink(element: Element): boolean {
  return element.name === 'a' && DomUtils.textContent(element).trim().length >= LONG_LINK;
}

function isMarked({ attribs }: Element, mark: RegExp): boolean {
  const names = [attribs['itemprop'], attribs['class'], attribs['property']].join(' ');
  return mark.test('pubdate' in attribs ? `${names} pubdate` : names);
}
