// Tells a feed from other files, and says of those what they are.

export type FileKind =
  | { readonly kind: 'xml'; readonly root: 'rss' | 'rdf' | 'feed' | 'channel'; readonly start: number }
  | { readonly kind: 'json' }
  /** `is` says what it is: "a web page". */
  | { readonly kind: 'other'; readonly is: string };

const LOOKED_AT = 262_144;
/** What may stand before a root element. The alternatives begin differently, so that none is tried twice. */
const BEFORE = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^<>[]*(?:\[[^]*?\]\s*)?>)+/iu;
const ROOT = /<(?:[\w.-]+:)?(rss|rdf|feed|channel)(?=[\s/>])/giu;
const TAG = /^<([a-z_][\w:.-]*)/iu;
/** First tags of notices that servers write before a file. */
const NOTICE = /^(?:a|b|br|center|div|font|hr|i|p|pre|span|strong|table|)$/u;
const PAGE = /^(?:html|head|body|title|meta|script)$/iu;
const OTHER_ROOTS: Readonly<Partial<Record<string, string>>> = {
  opml: 'a list of feeds (OPML), which can be imported',
  urlset: 'a map of a site (sitemap)',
  sitemapindex: 'a map of a site (sitemap)',
  svg: 'a picture (SVG)',
};

/** Gives what a text is by its beginning. A notice of a server before the feed does not hide it. */
export function fileKind(text: string): FileKind {
  const head = text.slice(0, LOOKED_AT);
  if (head.trim() === '') return { kind: 'other', is: 'empty' };
  if (/^\s*[{[]/u.test(head)) return { kind: 'json' };
  const before = BEFORE.exec(head)?.[0] ?? '';
  const first = TAG.exec(head.slice(before.length))?.[1]?.toLowerCase() ?? '';
  const isPage = /<!DOCTYPE\s+html/iu.test(before) || PAGE.test(first);
  if (!isPage) {
    ROOT.lastIndex = before.length;
    const root = ROOT.exec(head);
    const name = root?.[1]?.toLowerCase();
    const isFirst = root?.index === before.length || NOTICE.test(first);
    if (
      root !== null &&
      isFirst &&
      (name === 'rss' || name === 'rdf' || name === 'feed' || name === 'channel')
    ) {
      return { kind: 'xml', root: name, start: root.index };
    }
  }
  return { kind: 'other', is: otherFile(head, first, isPage) };
}

function otherFile(head: string, first: string, isPage: boolean): string {
  const known = Object.hasOwn(OTHER_ROOTS, first) ? OTHER_ROOTS[first] : undefined;
  if (known !== undefined) return known;
  if (isPage || (NOTICE.test(first) && /<(?:html|body|p|div|h1)[\s>]/iu.test(head))) return 'a web page';
  return first === '' ? 'plain text' : `XML of another kind (<${first}>)`;
}
