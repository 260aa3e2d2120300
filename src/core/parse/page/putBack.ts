// Puts back what stands before and between the paragraphs of an article, and which Readability left out.

import { headlineKey } from '../../text/headlineKey.ts';
import { isNamedBeside } from './besideNames.ts';
import { elementsNamed, elementsWhere, isElement, setChildren, textIn } from '../markupTree.ts';
import type { Element, MarkupTree, Node, TextAmount } from '../markupTree.ts';
import { placeOf, placesIn } from './places.ts';
import { isGivenName } from './givenName.ts';

const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);
const PARAGRAPHS = new Set(['p', 'blockquote', 'pre']);
const STANDFIRST =
  /(?:^|[\s_-])(?:standfirst|sub-?(?:title|head(?:line|ing)?|hed)|stand-?first|dek|deck|lead|lede|intro(?:duction)?|summary|teaser-?text|abstract|kicker|excerpt)(?:$|[\s_-])/iu;
const NOTES = /(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_-])/iu;
const LINE_BESIDE =
  /(?:^|[\s_-])(?:by-?line|author|authors|date|time|meta|credits?|tags?|categor\w*|reading)(?:$|[\s_-])/iu;
/** What one element goes into together with what is around it. */
const WHOLES = new Set(['li', 'ul', 'ol', 'dl', 'blockquote', 'figure', 'table', 'pre', 'p']);
const LONGEST_GIVEN = 100;
const LEAST_PARAGRAPH = 25;
const LEAST_STANDFIRST = 60;
const LONGEST_STANDFIRST = 600;
/** Of a heading's words, those that the headline may have too. */
const MOST_REPEATED = 0.75;
const LONGEST_CAPTION = 1000;
const LONGEST_HEADING = 200;

type AmountOf = (node: Node) => TextAmount;

/**
 * Changes a reading of an article: figures, headings and short paragraphs go back before what followed them, and
 * notes below the text behind it.
 *
 * @param root The article as the page marks it.
 * @param amount Of the nodes under `root`.
 * @param headline A heading that repeats it stays out.
 */
export function putBack(
  root: Element,
  amount: AmountOf,
  reading: MarkupTree,
  headline: string | undefined,
): void {
  const places = placesIn(reading.children);
  const { before, after } = lostIn(root, amount, new Set(places.keys()), headline);
  const around = new Map<Node, readonly Node[]>();
  for (const [place, elements] of before) {
    const kept = places.get(place);
    if (kept === undefined) continue;
    const whole = wholeOf(kept);
    around.set(whole, [...(around.get(whole) ?? []), ...elements]);
  }
  const last = [...places.values()].at(-1);
  const end = last === undefined || after.length === 0 ? undefined : wholeOf(last);
  const insert = (parent: MarkupTree | Element): void => {
    const { children } = parent;
    if (children.some((child) => around.has(child) || child === end)) {
      const more = (child: Node): readonly Node[] => [
        ...(around.get(child) ?? []),
        child,
        ...(child === end ? after : []),
      ];
      setChildren(parent, children.flatMap(more));
    }
    for (const child of children) if (isElement(child)) insert(child);
  };
  if (around.size > 0 || end !== undefined) insert(reading);
}

interface Lost {
  /** By the place of the kept element before which they stood. */
  readonly before: ReadonlyMap<string, readonly Element[]>;
  readonly after: readonly Element[];
}

function lostIn(
  root: Element,
  amount: AmountOf,
  kept: ReadonlySet<string>,
  headline: string | undefined,
): Lost {
  const before = new Map<string, readonly Element[]>();
  const holders = holdersOf(root, kept);
  let pending: Element[] = [];
  let hasKept = false;
  let isBelowHeadline = elementsNamed('h1', root.children).length === 0;
  const look = (element: Element): void => {
    const place = placeOf(element) ?? '';
    if (kept.has(place)) {
      if (pending.length > 0) before.set(place, pending);
      pending = [];
      hasKept = true;
    }
    if (element.name === 'h1') isBelowHeadline = true;
    else if (kept.has(place) || holders.has(element)) element.children.filter(isElement).forEach(look);
    else lose(element);
  };
  const lose = (element: Element): void => {
    if (element.name === 'h1') isBelowHeadline = true;
    else if (!hasKept && isHeader(element)) element.children.filter(isElement).forEach(lose);
    else {
      const texts = amount(element);
      const found = isWanted(element, texts) ? [element] : picturesIn(element, texts, amount);
      // What a heading stood above is left out too.
      if (hasKept && found.length === 0 && texts.all > 0)
        while (HEADINGS.has(pending.at(-1)?.name ?? '')) pending.pop();
      pending.push(...found);
    }
  };
  const isWanted = (element: Element, texts: TextAmount): boolean => {
    if (isNamedBeside(element)) return false;
    if (isNote(element)) return true;
    if (!isBelowHeadline || texts.linked > texts.all / 2) return false;
    if (HEADINGS.has(element.name)) return isHeading(element, texts, headline);
    return hasKept ? isShortParagraph(element, texts) : isStandfirst(element, texts);
  };
  root.children.filter(isElement).forEach(look);
  return { before, after: pending.filter(isNote) };
}

/** The elements that have kept ones inside. */
function holdersOf(root: Element, kept: ReadonlySet<string>): ReadonlySet<Element> {
  const holders = new Set<Element>();
  const hold = (element: Element): boolean => {
    let holds = false;
    for (const child of element.children) if (isElement(child) && hold(child)) holds = true;
    if (holds) holders.add(element);
    return holds || kept.has(placeOf(element) ?? '');
  };
  hold(root);
  return holders;
}

/** One far from the article's text, in boxes of its own, is a part of the page rather than of the article. */
function isHeader({ name, children }: Element): boolean {
  if (name === 'header' || name === 'hgroup') return true;
  return children.some((child) => isElement(child) && child.name === 'h1');
}

function picturesIn(element: Element, { all }: TextAmount, amount: AmountOf): readonly Element[] {
  const outermost = outermostFigures(element);
  if (outermost.length === 0 || isNamedBeside(element)) return [];
  if (outermost.some((figure) => ![figure, figure.parent, figure.parent?.parent].includes(element)))
    return [];
  const captions = outermost.reduce((sum, figure) => sum + amount(figure).all, 0);
  if (outermost.some((figure) => amount(figure).linked > amount(figure).all / 2)) return [];
  if (all - captions > LEAST_STANDFIRST || captions > LONGEST_CAPTION * outermost.length) return [];
  return outermost.filter((figure) => elementsNamed('img', figure.children).length > 0);
}

function outermostFigures(element: Element): readonly Element[] {
  if (element.name === 'figure') return [element];
  return element.children.filter(isElement).flatMap(outermostFigures);
}

function isHeading(element: Element, { all }: TextAmount, headline: string | undefined): boolean {
  if (all === 0 || all > LONGEST_HEADING || /hidden/iu.test(namesOf(element))) return false;
  const known = new Set(headlineKey(headline ?? '').split(' '));
  const words = headlineKey(textIn(element)).split(' ');
  return words.filter((word) => known.has(word)).length <= words.length * MOST_REPEATED;
}

function isStandfirst(element: Element, { all, linked }: TextAmount): boolean {
  if (!isLine(element) || all > LONGEST_STANDFIRST) return false;
  return STANDFIRST.test(namesOf(element)) || (element.name === 'p' && all - linked >= LEAST_STANDFIRST);
}

function isShortParagraph(element: Element, { all }: TextAmount): boolean {
  return PARAGRAPHS.has(element.name) && isLine(element) && all >= LEAST_PARAGRAPH;
}

/** A paragraph, or a box of words alone; none that tells who wrote when. */
function isLine(element: Element): boolean {
  if (elementsWhere(({ name }) => name === 'time' || name === 'div', element.children).length > 0)
    return false;
  return !LINE_BESIDE.test(namesOf(element));
}

function isNote(element: Element): boolean {
  return NOTES.test(namesOf(element));
}

/** The outermost of the elements around that go together. */
function wholeOf(element: Element): Element {
  let whole = element;
  for (let parent = element.parent; parent !== null; parent = parent.parent)
    if (isElement(parent) && WHOLES.has(parent.name)) whole = parent;
  return whole;
}

function namesOf({ attribs }: Element): string {
  const given = Object.entries(attribs).filter(([key]) => isGivenName(key));
  return [attribs['class'], attribs['id'], ...given.map(([, value]) => value.slice(0, LONGEST_GIVEN))].join(
    ' ',
  );
}
