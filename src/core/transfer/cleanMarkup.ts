// Reads the HTML that the library keeps. It was written by `core/parse/sanitize.ts`, so that no parser is needed: every
// tag is closed, every attribute is quoted, and there are four named characters.

export type MarkupNode = MarkupElement | MarkupText;

export interface MarkupElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Partial<Record<string, string>>>;
  readonly children: readonly MarkupNode[];
}

export interface MarkupText {
  readonly kind: 'text';
  readonly data: string;
}

const PIECE = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"<>=]+="[^"]*")*)\s*>|([^<]+|<)/g;
const ATTRIBUTE = /([^\s"<>=]+)="([^"]*)"/g;
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
};

/**
 * Gives the nodes of kept HTML. Of other HTML it gives something, as it trusts that tags are closed.
 *
 * @example `<p>Rain <b>today</b></p>` gives a `p` with the text "Rain " and a `b` with the text "today".
 */
export function cleanMarkup(html: string): readonly MarkupNode[] {
  const root: MarkupNode[] = [];
  const open: { readonly name: string; readonly children: MarkupNode[] }[] = [];
  for (const [, slash, name = '', attributes = '', text] of html.matchAll(PIECE)) {
    const children = open.at(-1)?.children ?? root;
    if (text !== undefined) children.push({ kind: 'text', data: plain(text) });
    else if (slash === '/') {
      const place = open.findLastIndex((element) => element.name === name);
      if (place >= 0) open.length = place;
    } else {
      const element = { name, children: [] as MarkupNode[] };
      children.push({ kind: 'element', attributes: attributesOf(attributes), ...element });
      if (!VOID.has(name)) open.push(element);
    }
  }
  return root;
}

function attributesOf(written: string): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(
    [...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, plain(value)]),
  );
}

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (name) => CHARACTERS[name] ?? name);
}
