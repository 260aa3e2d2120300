// The web pages of the test server.

import { crc32, deflateSync } from 'node:zlib';
import { bodyOf, escaped } from './feedFiles.ts';
import type { Story } from './stories.ts';

export interface FeedOffer {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** Gives a front page that names its feeds, or none. */
export function frontPage(stories: readonly Story[], feeds: readonly FeedOffer[]): string {
  const links = feeds.map(
    ({ type, title, href }) => `<link rel="alternate" type="${type}" title="${title}" href="${href}">\n`,
  );
  const headlines = stories.map(
    ({ slug, title }) => `<li><a href="/articles/${slug}">${escaped(title)}</a></li>\n`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The Sillbury Courier</title>
${links.join('')}</head><body><h1>The Sillbury Courier</h1><ul>
${headlines.join('')}</ul></body></html>
`;
}

/** Gives the whole article, with a picture, between a menu and a footer. */
export function articlePage(story: Story, base: string): string {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.title,
    author: { '@type': 'Person', name: story.author },
    datePublished: new Date(story.published).toISOString(),
    dateModified: new Date(story.updated).toISOString(),
    articleSection: story.section,
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(story.title)} | The Sillbury Courier</title>
<link rel="canonical" href="${base}/articles/${story.slug}">
<meta property="og:site_name" content="The Sillbury Courier">
<meta property="og:image" content="${base}/pictures/quay.png">
<script type="application/ld+json">${JSON.stringify(facts)}</script></head>
<body><nav><a href="/">Front page</a> <a href="/weather">Weather</a></nav>
<main><article><h1>${escaped(story.title)}</h1><p class="byline">By ${escaped(story.author)}</p>
<figure><img src="/pictures/quay.png" alt="The quay at noon" width="320" height="200"><figcaption>The quay</figcaption></figure>
${bodyOf(story)}</article></main>
<footer>Printed in Sillbury. All ducks reserved.</footer></body></html>
`;
}

const WIDTH = 320;
const HEIGHT = 200;

/** A grey picture (PNG, section 5): one byte for each point, and one before each row that says it is unfiltered. */
export function picture(): Uint8Array {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  size.writeUInt8(8, 8);
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, 0x90);
  for (let row = 0; row < HEIGHT; row++) rows[row * (WIDTH + 1)] = 0;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
