// Hostile markup in every place where a publisher can put text.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../scripts/paths.ts';

export interface HostileCase {
  readonly title: string;
  readonly payload: string;
}

/** The host that every address of a case leads to, so that a request to it is seen whatever asked. */
export const CANARY_HOST = 'canary.test';

const FILE = join(repository, '../shared/corpora/security/dompurify-cases.json');

/** Gives the cases, all their addresses leading to the canary; undefined, with the reason printed, where they are absent. */
export function hostileCases(): readonly HostileCase[] | undefined {
  if (!existsSync(FILE)) {
    console.log('      skipped: ../shared/corpora/security/dompurify-cases.json is absent');
    return undefined;
  }
  const cases = JSON.parse(readFileSync(FILE, 'utf8')) as readonly HostileCase[];
  return cases.map(({ title, payload }) => ({
    title,
    payload: payload.replaceAll(/(https?:)?\/\/[\w-]+(?:\.[\w-]+)+/g, `https://${CANARY_HOST}`),
  }));
}

/** A text that stands for an item, with the hostile one in all its places. */
export interface HostileItem {
  /** Plain words that the headline begins with. */
  readonly name: string;
  readonly payload: string;
}

export function rssFeed(items: readonly HostileItem[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>${xml('A <b onclick=alert(1)>feed</b> <img src=x onerror=alert(1)>')}</title><link>https://${CANARY_HOST}/</link>
${items
  .map(
    ({ name, payload }) => `<item><title>${xml(`${name} ${payload}`)}</title><guid>${xml(name)}</guid>
<link>${xml(payload)}</link><dc:creator>${xml(payload)}</dc:creator><category>${xml(payload)}</category>
<description>${xml(payload)}</description><content:encoded>${xml(bodyOf(payload))}</content:encoded></item>`,
  )
  .join('\n')}
</channel></rss>`;
}

export function atomFeed(items: readonly HostileItem[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">${xml('<svg onload=alert(1)>')}</title><id>urn:hostile</id>
${items
  .map(
    ({
      name,
      payload,
    }) => `<entry><title type="html">${xml(`${name} ${xml(payload)}`)}</title><id>${xml(name)}</id>
<link href="${xml(payload)}"/><author><name>${xml(payload)}</name></author><summary type="html">${xml(payload)}</summary>
<rights type="html">${xml(payload)}</rights></entry>`,
  )
  .join('\n')}
</feed>`;
}

export function jsonFeed(items: readonly HostileItem[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: '<script>alert(1)</script>',
    items: items.map(({ name, payload }) => ({
      id: name,
      url: payload,
      title: `${name} ${payload}`,
      authors: [{ name: payload }],
      image: payload,
      content_html: bodyOf(payload),
      tags: [payload],
    })),
  });
}

export function markdownDocument({ name, payload }: HostileItem): string {
  const line = JSON.stringify(payload);
  const title = JSON.stringify(`${name} ${payload}`);
  return `---\ntitle: ${title}\nauthor: ${line}\nsource: ${line}\nurl: ${line}\ntags: [${line}]\n---\n
Words before it. [a link](<${payload.replaceAll(/[<>\n]/g, '')}>)\n\n${payload}\n\nWords behind it.\n`;
}

export function htmlDocument({ name, payload }: HostileItem): string {
  return `<!doctype html><html><head><title>${xml(`${name} ${payload}`)}</title>
<meta name="author" content="${xml(payload)}"><meta property="og:site_name" content="${xml(payload)}">
<link rel="canonical" href="${xml(payload)}"><meta property="og:image" content="${xml(payload)}"></head>
<body><article><h1>${xml(`${name} ${payload}`)}</h1>${bodyOf(payload)}</article></body></html>`;
}

/** The case as it is, and as the address of a link and of a picture. */
function bodyOf(payload: string): string {
  return `<p>Words before it.</p>${payload}<p><a href="${xml(payload)}">a link</a> <img src="${xml(payload)}" alt="${xml(payload)}"></p>`;
}

/** Escaped for XML, which knows no other control characters than these two. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\u0020-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
