// What a page says of its article in microdata (HTML standard § 5, schema.org).

import { httpAddress, languageTag, oneLine } from '../facts.ts';
import { feedDate } from '../feed/feedDate.ts';
import { authorNames, NO_PAGE_FACTS, type PageFacts } from './pageFacts.ts';
import { elementsWhere, isElement, textIn, type Element, type Node } from '../markupTree.ts';

const ARTICLE = /schema\.org\/\w*(?:Article|BlogPosting|Report)(?:\s|$)/iu;
const MOST_VALUES = 50;
const LONGEST = 1000;

/**
 * Gives the facts of the first article that a page's elements mark with `itemscope` and `itemprop`.
 *
 * @param nodes The page before anything is taken out.
 */
export function microdataFacts(nodes: readonly Node[], base: string | undefined): PageFacts {
  const article = elementsWhere(isArticle, nodes)[0];
  if (article === undefined) return NO_PAGE_FACTS;
  const values = propertiesOf(article);
  const all = (name: string): readonly string[] => values.get(name) ?? [];
  const first = (name: string): string | undefined => all(name)[0];
  return {
    ...NO_PAGE_FACTS,
    headline: first('headline'),
    authors: authorNames(all('author').length > 0 ? all('author') : all('creator')),
    outlet: first('publisher'),
    url: httpAddress(first('url') ?? first('mainEntityOfPage'), base),
    published: feedDate(first('datePublished')),
    updated: feedDate(first('dateModified')),
    language: languageTag(first('inLanguage')),
    section: first('articleSection'),
    licence: first('license'),
    image: httpAddress(first('image'), base),
  };
}

function isArticle({ attribs }: Element): boolean {
  return attribs['itemscope'] !== undefined && ARTICLE.test(attribs['itemtype'] ?? '');
}

/** The values of an item's properties; an item inside it is known by its name or address. */
function propertiesOf(item: Element): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  const collect = (node: Node): void => {
    if (!isElement(node)) return;
    const isItem = node.attribs['itemscope'] !== undefined;
    const value = node.attribs['itemprop'] === undefined ? undefined : isItem ? nameOf(node) : valueOf(node);
    if (value !== undefined) {
      for (const name of (node.attribs['itemprop'] ?? '').split(/\s+/u)) {
        const known = values.get(name) ?? [];
        if (known.length < MOST_VALUES) values.set(name, [...known, value]);
      }
    }
    if (!isItem) node.children.forEach(collect);
  };
  item.children.forEach(collect);
  return values;
}

function nameOf(item: Element): string | undefined {
  const named = (name: string): Element | undefined =>
    elementsWhere(
      ({ attribs }) => (attribs['itemprop'] ?? '').split(/\s+/u).includes(name),
      item.children,
    )[0];
  const told = named('name') ?? named('url');
  return told === undefined ? oneLine(textIn(item).slice(0, LONGEST)) : valueOf(told);
}

/** HTML standard § 5.2.4, values: the property's value. */
function valueOf(element: Element): string | undefined {
  const { name, attribs } = element;
  const written =
    attribs['content'] ??
    (name === 'time' ? attribs['datetime'] : undefined) ??
    (name === 'abbr' ? attribs['title'] : undefined) ??
    (name === 'a' && attribs['itemprop'] !== 'url' ? undefined : (attribs['href'] ?? attribs['src'])) ??
    (element.children.length > 0 ? textIn(element).slice(0, LONGEST) : undefined);
  return written === undefined ? undefined : oneLine(written);
}
