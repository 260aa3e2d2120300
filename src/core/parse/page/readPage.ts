// Reads a web page: what it says of itself, and its article.

import { completeFacts } from '../facts.ts';
import { isHidden } from '../allowedMarkup.ts';
import { boundMarkup } from '../boundMarkup.ts';
import { LARGEST_DOCUMENT } from '../documentKinds.ts';
import { hasTooManyElements, markupText } from '../markupText.ts';
import { plainParagraphs } from '../plainParagraphs.ts';
import { cleanHtml, type CleanHtml } from '../sanitize.ts';
import { articleMarkup, pageArticle } from './articleBody.ts';
import { chooseBody } from './chooseBody.ts';
import { htmlMetadata } from './htmlMetadata.ts';
import { NO_PAGE_FACTS, type PageFacts } from './pageFacts.ts';
import { elementsWhere, markupTree, removeElements, type Element } from '../markupTree.ts';
import { settleImages } from '../settleImages.ts';
import { completeHeadline, titleHeadline, withoutSite } from './titleHeadline.ts';
import { unhideContent } from './unhideContent.ts';

export interface PageReading {
  readonly facts: PageFacts;
  /** Its text is empty where the page has no text in its markup. */
  readonly body: CleanHtml;
  /** Whether the page has more elements than can be shown, so that its text was taken without formatting. */
  readonly isPlain: boolean;
}

const DEEPEST = 256;
const DEEPEST_OF_MANY = 32;
const SITE_PARTS = new Set(['nav', 'aside']);

/**
 * Gives the facts and the article of a page. A page that nobody published, such as an exported document, keeps its
 * whole body without navigation and forms; of others, what reads like an article is kept.
 *
 * @param url Where the page came from; undefined for a file.
 */
export function readPage(text: string, url: string | undefined): PageReading {
  const isIntricate = hasTooManyElements(text);
  const markup = boundMarkup(text, isIntricate ? DEEPEST_OF_MANY : DEEPEST, LARGEST_DOCUMENT);
  const page = markupTree(markup);
  const { facts: stated, isTitle, title, baseUrl, isPublished } = htmlMetadata(page, url);
  const isOfSite = url !== undefined || isPublished || elementsWhere(isSitePart, page.children).length > 0;
  unhideContent(page);
  removeElements(page, ({ attribs }) => isHidden(attribs));
  settleImages(page, baseUrl);
  const article = pageArticle(page);
  const { headings, firstHeading } = article;
  const bare = isTitle
    ? titleHeadline(stated.headline, stated, article)
    : withoutSite(stated.headline, stated, headings);
  const others = [...headings, firstHeading, withoutSite(title, stated, headings)];
  const headline = completeHeadline(bare, others);
  const visible = { ...NO_PAGE_FACTS, published: article.times.published, updated: article.times.updated };
  const facts = completeFacts({ ...stated, headline }, visible);
  const marked = articleMarkup(article.nodes, headline);
  if (isIntricate || hasTooManyElements(marked)) {
    return { facts, body: plainParagraphs(markupText(marked)), isPlain: true };
  }
  if (!isOfSite) return { facts, body: cleanHtml(marked, baseUrl), isPlain: false };
  const { html, authors } = chooseBody(article, marked, headline);
  const found = { ...NO_PAGE_FACTS, authors };
  return { facts: completeFacts(facts, found), body: cleanHtml(html, baseUrl), isPlain: false };
}

function isSitePart({ name, attribs }: Element): boolean {
  return SITE_PARTS.has(name) || attribs['role'] === 'navigation';
}
