// The headings of a body, in levels that no reader of a page stumbles over.

export interface Heading {
  readonly element: HTMLElement;
  readonly words: string;
  /** 0 for the outermost. */
  readonly depth: number;
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** The headline is the page's first level. */
const OUTERMOST = 2;
const INNERMOST = 6;

/**
 * Puts the headings under the headline, without a level left out, whatever levels the publisher used; their texts and
 * their order stay.
 *
 * @returns Those with words in them, in order.
 */
export function orderHeadings(body: DocumentFragment): readonly Heading[] {
  const outer: number[] = [];
  const headings: Heading[] = [];
  for (const found of body.querySelectorAll<HTMLElement>(HEADINGS)) {
    const level = Number(found.localName.slice(1));
    while ((outer.at(-1) ?? 0) >= level) outer.pop();
    const depth = outer.length;
    outer.push(level);
    const element = atLevel(found, Math.min(OUTERMOST + depth, INNERMOST));
    const words = element.textContent.replace(/\s+/g, ' ').trim();
    if (words !== '') headings.push({ element, words, depth });
  }
  return headings;
}

function atLevel(heading: HTMLElement, level: number): HTMLElement {
  const tag = `h${level}`;
  if (heading.localName === tag) return heading;
  const other = document.createElement(tag);
  for (const { name, value } of heading.attributes) other.setAttribute(name, value);
  other.append(...heading.childNodes);
  heading.replaceWith(other);
  return other;
}
