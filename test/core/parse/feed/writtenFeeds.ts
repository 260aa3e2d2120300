// Feeds that tests write, in each of the formats.

import type { Feed } from '../../../../src/core/model/feed.ts';
import { readFeed } from '../../../../src/core/parse/feed/readFeed.ts';

/** Where all of them are. */
export const URL_OF_FEED = 'https://example.org/news/feed.xml';

export function read(text: string | Uint8Array, contentType?: string): Feed {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return readFeed({ bytes, contentType, url: URL_OF_FEED });
}

export const rss = (items: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${channel}${items}</channel></rss>`;
export const atom = (entries: string, attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>News</title>${entries}</feed>`;
export const rdf = (rest: string): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">${rest}</rdf:RDF>`;
export const titles = (feed: Feed): readonly (string | undefined)[] =>
  feed.entries.map(({ title }) => title?.value);
