// The second wall against hostile markup: the body was made safe when it was taken in, and is made safe again here.

import DOMPurify from 'dompurify';

const FORBIDDEN_TAGS =
  'audio button canvas datalist dialog fieldset form input label map marquee meter optgroup option output progress select slot style template textarea track video'.split(
    ' ',
  );
const FORBIDDEN_ATTRIBUTES =
  'style class id name srcset sizes background bgcolor color face background autofocus tabindex contenteditable hidden popover popovertarget usemap'.split(
    ' ',
  );

/**
 * Gives an article's body as nodes that run nothing, load nothing by themselves but `img`, look like the rest of
 * the page, and have links to http, https and mailto addresses only.
 */
export function safeBody(html: string): DocumentFragment {
  const body = sanitized(html) ?? document.createDocumentFragment();
  for (const link of body.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    if (isFollowed(address)) link.title ||= address;
    else link.removeAttribute('href');
  }
  return body;
}

/** Null for markup that makes a page without a body, such as a frameset; the types do not say so. */
function sanitized(html: string): DocumentFragment | null {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: FORBIDDEN_TAGS,
    FORBID_ATTR: FORBIDDEN_ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}

/** Tells whether the reader opens an address: absolute http, https and mailto ones. */
export function isFollowed(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol);
}
