// The allow-list: which elements, attributes and addresses an article may have.

import type { Attributes, IOptions, Tag } from 'sanitize-html';
import { httpAddress, languageTag } from './facts.ts';
import { imageAddress } from './imageAddress.ts';

const ELEMENTS =
  'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );
/** Elements whose content is not text of the article. */
export const WITHOUT_CONTENT: ReadonlySet<string> = new Set(
  'annotation annotation-xml applet audio button canvas datalist embed frameset head iframe input map math-annotation meter noembed noframes noscript object option optgroup plaintext progress script select style svg template textarea title video xmp'.split(
    ' ',
  ),
);
/** A name that no page has, for elements that the page hides. */
const HIDDEN = 'broadsheet-hidden';
const NOT_SHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/**
 * Elements that the HTML parser opens again in every paragraph until they are closed. It keeps at most three
 * alike; with attributes of their own, there is no end to them.
 */
const REOPENED = new Set('b code em i s small strong u'.split(' '));
const NUMBERS = ['colspan', 'rowspan', 'span', 'start', 'value', 'width', 'height'];
const MAIL = /^mailto:[^\s<>"]+$/i;
const NESTING_LIMIT = 100;

/** Gives the sanitizer's options for markup whose relative addresses stand under `baseUrl`. */
export function allowedMarkup(baseUrl: string | undefined): IOptions {
  return {
    allowedTags: ELEMENTS,
    allowedAttributes: {
      '*': ['lang', 'dir', 'title'],
      a: ['href'],
      bdo: ['dir'],
      blockquote: ['cite'],
      col: ['span'],
      colgroup: ['span'],
      del: ['cite', 'datetime'],
      details: ['open'],
      img: ['src', 'alt', 'width', 'height'],
      ins: ['cite', 'datetime'],
      li: ['value'],
      ol: ['start', 'reversed'],
      q: ['cite'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      time: ['datetime'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: NESTING_LIMIT,
    nonTextTags: [...WITHOUT_CONTENT, HIDDEN],
    parseStyleAttributes: false,
    transformTags: { '*': (tagName, attribs) => allowedTag(tagName, attribs, baseUrl) },
  };
}

function allowedTag(tagName: string, attribs: Attributes, baseUrl: string | undefined): Tag {
  if (isHidden(attribs)) return { tagName: HIDDEN, attribs: {} };
  if (REOPENED.has(tagName)) return { tagName, attribs: {} };
  const src = tagName === 'img' ? imageAddress(attribs, baseUrl) : undefined;
  const allowed: [string, string | undefined][] = [
    ['lang', languageTag(attribs['lang'])],
    ['dir', attribs['dir']?.match(/^(?:ltr|rtl|auto)$/i)?.[0].toLowerCase()],
    ['title', attribs['title']],
    ['alt', attribs['alt']],
    ['datetime', attribs['datetime']],
    ['open', attribs['open']],
    ['reversed', attribs['reversed']],
    ['cite', httpAddress(attribs['cite'], baseUrl)],
    ['href', tagName === 'a' ? linkAddress(attribs['href'], baseUrl) : undefined],
    ['src', src],
    ...NUMBERS.map((name): [string, string | undefined] => [name, attribs[name]?.match(/^-?\d{1,5}$/)?.[0]]),
  ];
  return { tagName, attribs: Object.fromEntries(allowed.filter(isPresent)) };
}

function isPresent(entry: [string, string | undefined]): entry is [string, string] {
  return entry[1] !== undefined;
}

/** Whether an element's attributes hide it. */
export function isHidden(attribs: Readonly<Partial<Record<string, string>>>): boolean {
  if (attribs['hidden'] !== undefined || attribs['aria-hidden']?.trim().toLowerCase() === 'true') return true;
  return NOT_SHOWN.test(attribs['style'] ?? '');
}

function linkAddress(written: string | undefined, baseUrl: string | undefined): string | undefined {
  const address = written?.trim() ?? '';
  return MAIL.test(address) ? address : httpAddress(address, baseUrl);
}
