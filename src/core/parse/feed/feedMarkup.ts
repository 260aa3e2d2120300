// Writes the XML of a feed anew so that every reader of XML takes it: well-formed, bounded, and with markup inside
// its texts told from the markup of the feed itself.

import { VOID_ELEMENTS } from '../voidElements.ts';
import { closedCdata } from './closedCdata.ts';
import { endElement } from './endElement.ts';
import { endText } from './endText.ts';
import { isEmptyFact, meantName, withoutNamespace } from './meantName.ts';
import {
  isEntryName,
  isSafeName,
  isXhtml,
  meantAttributes,
  startTag,
  type OpenElement,
} from './openElement.ts';
import { escapedReferences, wholeReferences } from './references.ts';
import { escapedStrayAngles } from './strayAngles.ts';
import { readXmlTokens, type XmlAttribute } from './xmlTokens.ts';

export interface FeedMarkup {
  /** From the root element to its end. */
  readonly xml: string;
  /** Whether anything was mended. */
  readonly isMended: boolean;
  /** Whether the feed goes on where the file ends, or where it becomes too much; what had begun by then is left out. */
  readonly cut: 'by the end' | 'by its size' | undefined;
}

const DEEPEST = 80;
const MOST_TAGS = 1_000_000;
/** Elements of the feed itself, of which the parser builds a tree. */
const MOST_ELEMENTS = 400_000;
const MOST_ENTRIES = 10_000;
/** Elements that hold a text, in which markup belongs to the text. */
const TEXT =
  /^(?:(?!media:)[\w.-]+:)?(?:title|description|encoded|summary|subtitle|tagline|body)$|^(?:atom:)?content$/u;
const NAMES_THE_ENTRY = /(?:^|:)title$/u;
/** Elements beside a title; none of them stands in one. */
const BESIDE =
  /^(?:link|guid|pubdate|description|content:encoded|content|summary|author|updated|published|id)$/u;
/** XHTML beside the texts that RSS knows is the whole of the entry. */
const OTHER_NAMES: Readonly<Partial<Record<string, string>>> = {
  body: 'content:encoded',
  'xhtml:body': 'content:encoded',
};
/** Programs that know namespaces write their own prefix for that of the feed: "ns0:feed". */
const ROOT_PREFIX = /^([\w.-]+:)(?:feed|rss)$/u;
const XHTML_PREFIX = 'xhtml:';
/** The parser takes a list of one for none. */
const LISTS: Readonly<Partial<Record<string, string>>> = {
  skipdays: '<day></day>',
  skiphours: '<hour></hour>',
};

/**
 * Gives the feed that begins with its root element's tag. It takes time proportional to the length.
 *
 * @param isRootless Whether the channel of an RSS feed is not inside an `rss` element.
 */
export function feedMarkup(source: string, isRootless = false): FeedMarkup {
  const markup = escapedStrayAngles(closedCdata(source));
  const out: string[] = [];
  const open: OpenElement[] = [];
  /** Tags that nest too deep are left out; their text stays. */
  const tooDeep = new Map<string, number>();
  let text: OpenElement | undefined;
  let hasMarkup = false;
  let isMended = markup !== source;
  let isDone = false;
  let rootPrefix = '';
  let tags = 0;
  let elements = 0;
  let entries = 0;

  const isTooMuch = (): boolean => tags > MOST_TAGS || elements > MOST_ELEMENTS || entries > MOST_ENTRIES;
  const close = (): void => {
    const element = open.pop();
    if (element === undefined) return;
    tooDeep.clear();
    if (element === text) {
      endText(out, element, hasMarkup);
      text = undefined;
    }
    const second = Object.hasOwn(LISTS, element.name) ? LISTS[element.name] : undefined;
    if (second !== undefined) out.push(second);
    if (text !== undefined) out.push(`</${element.name}>`);
    else if (isEmptyFact(out, element, open)) out.length = element.place;
    else endElement(out, element, open[0]);
    isDone ||= open.length === 0;
  };
  const closeTo = (length: number): void => {
    isMended ||= open.length > length;
    while (open.length > length) close();
  };
  /** Where an end tag is missing: entries hold no entries, and a title none of what stands beside it. */
  const openBefore = (name: string): number => {
    if (text !== undefined && isXhtml(text)) return open.length;
    if (isEntryName(name, open[0])) {
      const outer = open.findIndex((element) => isEntryName(element.name, open[0]));
      if (outer < 0)
        return open[1]?.name === 'channel' && open[0]?.name === 'rss' ? 2 : Math.min(open.length, 1);
      return open.slice(outer + 1).every((element) => element === text) ? outer : open.length;
    }
    const isBeside = text !== undefined && NAMES_THE_ENTRY.test(text.name) && BESIDE.test(name);
    return isBeside ? open.findIndex((element) => element === text) : open.length;
  };
  const begin = (written: string, declared: readonly XmlAttribute[]): void => {
    if (text !== undefined) hasMarkup = true;
    const meant =
      text === undefined ? meantName(written, declared, open) : { name: written, prefix: undefined };
    const { name, prefix } = meant;
    const attributes = withoutNamespace(declared, meant);
    const element = { name, written, prefix, place: out.length, attributes };
    open.push(element);
    out.push(`${startTag(name, meantAttributes(name, attributes, open))}>`);
    if (text !== undefined || open.length === 1 || !TEXT.test(name)) return;
    text = element;
    hasMarkup = false;
  };

  readXmlTokens(
    markup,
    {
      open(written, attributes, isClosed, start, end) {
        if (open.length === 0) rootPrefix = ROOT_PREFIX.exec(written.toLowerCase())?.[1] ?? '';
        const name = knownName(written, rootPrefix);
        if (!isSafeName(name)) {
          isMended = true;
          if (text !== undefined) out.push(escapedReferences(markup.slice(start, end)));
          return;
        }
        closeTo(openBefore(name));
        tags++;
        if (text === undefined) elements++;
        if (open.length <= 2 && isEntryName(name, open[0])) entries++;
        isDone ||= isTooMuch();
        if (isDone) return;
        if (text !== undefined && VOID_ELEMENTS.has(name)) {
          hasMarkup = true;
          out.push(`${startTag(name, attributes)}/>`);
          return;
        }
        if (open.length >= DEEPEST) {
          if (!isClosed) tooDeep.set(name, (tooDeep.get(name) ?? 0) + 1);
          return;
        }
        begin(name, attributes);
        if (isClosed) close();
      },
      close(written) {
        const name = knownName(written, rootPrefix);
        const unwritten = tooDeep.get(name) ?? 0;
        if (unwritten > 0) {
          tooDeep.set(name, unwritten - 1);
          return;
        }
        const index = open.findLastIndex((element) => element.written === name);
        if (index < 0) {
          isMended ||= !(text !== undefined && VOID_ELEMENTS.has(name));
          return;
        }
        closeTo(index + 1);
        close();
      },
      text(data) {
        if (open.length === 0) return;
        const whole = wholeReferences(data);
        isMended ||= whole !== data;
        out.push(whole.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
      },
      cdata(data) {
        if (open.length > 0) out.push(`<![CDATA[${data}]]>`);
      },
    },
    () => isDone,
  );

  const isCut = open.length > 0;
  if (isCut) {
    const entry = open.find((element) => isEntryName(element.name, open[0]));
    if (entry !== undefined) {
      out.length = entry.place;
      open.length = open.indexOf(entry);
      text = undefined;
    }
    while (open.length > 0) close();
  }
  const xml = out.join('');
  return {
    xml: isRootless ? `<rss>${xml}</rss>` : xml,
    isMended,
    cut: isTooMuch() ? 'by its size' : isCut ? 'by the end' : undefined,
  };
}

function knownName(written: string, rootPrefix: string): string {
  const lower = written.toLowerCase();
  const name = rootPrefix !== '' && lower.startsWith(rootPrefix) ? lower.slice(rootPrefix.length) : lower;
  if (Object.hasOwn(OTHER_NAMES, name)) return OTHER_NAMES[name] ?? name;
  return name.startsWith(XHTML_PREFIX) ? name.slice(XHTML_PREFIX.length) : name;
}
