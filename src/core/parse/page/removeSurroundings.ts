// Takes out of a page what no article has, whatever its size: readers' comments, questions for consent, and
// links to edit a section.

import {
  isElement,
  elementsWhere,
  removeElements,
  replaceNodes,
  textAmounts,
  textIn,
} from '../markupTree.ts';
import type { Element, MarkupTree, Node } from '../markupTree.ts';

/** Whole classes and ids that say that all comments are inside. */
const COMMENTS =
  /^(?:(?:(?:post|article|reader|user|entry|blog|story)[-_])?comments|respond|(?:comment|reader-?comment|post-?comment|article-?comment|discussion)s?[-_]*(?:area|lists?|section|thread|threads|wrap|wrapper|container|box|block|form|respond|holder|template|content|feed|app|root|widget)|disqus[-_]?(?:thread|comments|container|wrapper|embed)?|(?:fb|facebook)[-_]comments|livefyre|coral[-_](?:thread|talk|container)|commento|utterances|giscus|isso-thread)$/iu;
const COMMENTS_ELEMENTS = new Set(['div', 'section', 'ol', 'ul', 'aside', 'article', 'dl']);
/** Names of questions for consent; a cake has a "cookie" too, but no "cookie-banner". */
const CONSENT =
  /(?:^|[\s_-])(?:onetrust|ot-sdk|cybot\s?cookiebot|cookiebot|didomi|usercentrics|truste|quantcast-choice|qc-cmp\d*|sp[-_]message|cc-window|fc-consent|cky-consent|cmplz|borlabs|gdpr|(?:cookies?|consent|ccpa|privacy)[-_]?(?:law|consent|cookies?|policy|settings?)?[-_]?(?:banner|notice|notification|bar|popup|pop-up|modal|overlay|message|alert|warning|disclaimer|dialog|wall|hint|box|container|wrapper|layer|manager|preferences|prompt|info)|cookie-?(?:law|consent|policy)|^consent$)(?:$|[\s_-])/iu;
const CONSENT_ELEMENTS = new Set(['div', 'section', 'aside', 'dialog', 'form', 'p', 'footer', 'header']);
const LONGEST_CONSENT = 5000;
const CONTENT = new Set(['h1', 'main']);
/** What must be left where no heading tells that the article is elsewhere. */
const LEAST_LEFT = 80;
const LONGEST_NAMES = 500;

/**
 * Changes the page in place. Comments stay where the headline is among them, and where nothing else would be left:
 * then they are what the page is about.
 */
export function removeSurroundings(page: MarkupTree): void {
  const amount = textAmounts(page);
  const holders = new Set<Node | MarkupTree>();
  for (const content of elementsWhere(({ name }) => CONTENT.has(name), page.children)) {
    for (let parent: Node | MarkupTree | null = content; parent !== null; parent = parent.parent) {
      if (holders.has(parent)) break;
      holders.add(parent);
    }
  }
  const isFree = (element: Element): boolean => !holders.has(element);
  removeElements(page, (element) => isFree(element) && isConsent(element, amount(element).all));
  const comments = outermost(page, (element) => isFree(element) && isComments(element));
  const whole = textAmounts(page)(page);
  const { all, linked } = comments.reduce(
    (sum, element) => ({
      all: sum.all + amount(element).all,
      linked: sum.linked + amount(element).linked,
    }),
    { all: 0, linked: 0 },
  );
  const left = whole.all - whole.linked - (all - linked);
  const out = new Map<Node, readonly Node[]>();
  if (left >= LEAST_LEFT) for (const element of comments) out.set(element, []);
  for (const element of elementsWhere(isEditLink, page.children)) out.set(element, []);
  replaceNodes(page, out);
}

/** Puts headings in the places of elements that hold nothing else, for a reading that would take those for boxes. */
export function unwrapHeadings(page: MarkupTree): void {
  const headings = new Map<Node, readonly Node[]>();
  for (const box of elementsWhere(({ name }) => name === 'div', page.children)) {
    const children = box.children.filter((child) => !isBlank(child));
    const [only] = children;
    if (children.length === 1 && only !== undefined && isElement(only) && /^h[2-6]$/.test(only.name))
      headings.set(box, [only]);
  }
  replaceNodes(page, headings);
}

function isBlank(node: Node): boolean {
  return !isElement(node) && textIn(node).trim() === '';
}

function outermost(
  parent: MarkupTree | Element,
  isWanted: (element: Element) => boolean,
): readonly Element[] {
  return parent.children
    .filter(isElement)
    .flatMap((element) => (isWanted(element) ? [element] : outermost(element, isWanted)));
}

function isComments({ name, attribs }: Element): boolean {
  if (!COMMENTS_ELEMENTS.has(name)) return false;
  return namesOf(attribs).some((each) => COMMENTS.test(each));
}

function isConsent({ name, attribs }: Element, length: number): boolean {
  if (!CONSENT_ELEMENTS.has(name) || length > LONGEST_CONSENT) return false;
  return namesOf(attribs).some(
    (each) =>
      !/^(?:no|has|with|is|js|tag|category|topic|post|section)[-_]/iu.test(each) && CONSENT.test(each),
  );
}

function namesOf(attribs: Element['attribs']): readonly string[] {
  const written = `${(attribs['class'] ?? '').slice(0, LONGEST_NAMES)} ${(attribs['id'] ?? '').slice(0, LONGEST_NAMES)}`;
  return written
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .split(/\s+/u)
    .filter((each) => each !== '');
}

function isEditLink({ attribs }: Element): boolean {
  return (attribs['class'] ?? '').split(/\s+/u).includes('mw-editsection');
}
