// Decides between the article that a page marks and the one that reads like it.

import { cleanByline } from './cleanByline.ts';
import { articleMarkup, type PageArticle } from './articleBody.ts';
import { elementsWhere, markupTree, textAmounts, treeMarkup, type MarkupTree } from '../markupTree.ts';
import { readableBody } from './readableBody.ts';
import { trimArticle } from './trimArticle.ts';

export interface ChosenBody {
  /** Not yet made safe. */
  readonly html: string;
  /** By the line in the article that names them. */
  readonly authors: readonly string[];
}

/** A shorter article has too little for statistics of its paragraphs. */
const SHORTEST_READABLE = 500;
const MOST_ELEMENTS = 20_000;
/** Characters, counted once for every element around them, since Readability looks at them that often. */
const MOST_WORK = 20_000_000;
/** Of the marked article's running text, what a reading must have to be the same article. */
const LEAST_SHARE = 0.5;
const PROSE = new Set(['p', 'blockquote', 'li', 'pre', 'div', 'td']);
const LONG_PARAGRAPH = 80;

/**
 * Gives the article as Readability finds it, unless that is little beside what the page marks as its article.
 *
 * @param marked The HTML of the article by the page's own marks.
 */
export function chooseBody(article: PageArticle, marked: string, headline: string | undefined): ChosenBody {
  const ours = markupTree(marked);
  const prose = proseIn(ours);
  const page = markupTree(article.page);
  // Before and after: Readability takes elements with names that tell away from around single paragraphs.
  trimArticle(page);
  const readable = canBeRead(page) ? readableBody(treeMarkup(page.children), headline) : undefined;
  const authors = cleanByline(readable?.byline);
  if (readable !== undefined) {
    const theirs = markupTree(readable.html);
    trimArticle(theirs);
    if (proseIn(theirs) >= LEAST_SHARE * prose)
      return { html: articleMarkup(theirs.children, headline), authors };
  }
  trimArticle(ours);
  return { html: treeMarkup(ours.children), authors };
}

/** Whether there is enough text to read, and not so much in so many elements that it would take seconds. */
function canBeRead(tree: MarkupTree): boolean {
  const amount = textAmounts(tree);
  const elements = elementsWhere(() => true, tree.children);
  const work = elements.reduce((sum, element) => sum + amount(element).all, 0);
  return amount(tree).all >= SHORTEST_READABLE && elements.length <= MOST_ELEMENTS && work <= MOST_WORK;
}

/** The length of a tree's paragraphs, without links. */
function proseIn(tree: MarkupTree): number {
  const amount = textAmounts(tree);
  const paragraphs = elementsWhere(
    (element) =>
      PROSE.has(element.name) && !element.children.some((child) => 'name' in child && PROSE.has(child.name)),
    tree.children,
  );
  return paragraphs.reduce((sum, paragraph) => {
    const { all, linked } = amount(paragraph);
    return sum + (all - linked >= LONG_PARAGRAPH ? all - linked : 0);
  }, 0);
}
