// The stories as feeds, one function for each format.

import type { Story } from './stories.ts';

export interface FeedOptions {
  /** The server's address, without a slash at the end. */
  readonly base: string;
  /** Whether the entries hold their summary alone. */
  readonly extracts: boolean;
}

const TITLE = 'The Sillbury Courier';

export function rssFeed(stories: readonly Story[], { base, extracts }: FeedOptions): string {
  const items = stories.map(
    (story) => `    <item>
      <title>${escaped(story.title)}</title>
      <link>${base}/articles/${story.slug}</link>
      <guid isPermaLink="false">sillbury:${story.slug}</guid>
      <dc:creator>${escaped(story.author)}</dc:creator>
      <category>${escaped(story.section)}</category>
      <pubDate>${new Date(story.published).toUTCString()}</pubDate>
      <description>${escaped(story.summary)}</description>
${extracts ? '' : `      <content:encoded>${escaped(bodyOf(story))}</content:encoded>\n`}    </item>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>${TITLE}</title>
    <link>${base}/</link>
    <description>News from a town that does not exist</description>
    <language>en</language>
    <ttl>60</ttl>
${items.join('')}  </channel>
</rss>
`;
}

export function atomFeed(stories: readonly Story[], { base, extracts }: FeedOptions): string {
  const entries = stories.map(
    (story) => `  <entry>
    <title>${escaped(story.title)}</title>
    <id>tag:sillbury.example,2026:${story.slug}</id>
    <link rel="alternate" href="${base}/articles/${story.slug}"/>
    <author><name>${escaped(story.author)}</name></author>
    <category term="${escaped(story.section)}"/>
    <published>${new Date(story.published).toISOString()}</published>
    <updated>${new Date(story.updated).toISOString()}</updated>
    <summary>${escaped(story.summary)}</summary>
${extracts ? '' : `    <content type="html">${escaped(bodyOf(story))}</content>\n`}  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>${TITLE}</title>
  <id>tag:sillbury.example,2026:courier</id>
  <link rel="alternate" href="${base}/"/>
  <updated>${new Date(Math.max(...stories.map(({ updated }) => updated))).toISOString()}</updated>
${entries.join('')}</feed>
`;
}

export function jsonFeed(stories: readonly Story[], { base, extracts }: FeedOptions): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: TITLE,
    home_page_url: `${base}/`,
    language: 'en',
    items: stories.map((story) => ({
      id: `sillbury:${story.slug}`,
      url: `${base}/articles/${story.slug}`,
      title: story.title,
      authors: [{ name: story.author }],
      tags: [story.section],
      date_published: new Date(story.published).toISOString(),
      date_modified: new Date(story.updated).toISOString(),
      summary: story.summary,
      ...(extracts ? { content_text: story.summary } : { content_html: bodyOf(story) }),
    })),
  });
}

/** Gives a small feed with one entry, of which a server can serve thousands that differ. */
export function numberedFeed(number: number, edition: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Street ${number}</title><link>https://street${number}.sillbury.example/</link>
<description>What happens in street ${number}</description>
<item><title>Lamp ${edition} is lit in street ${number}</title><guid isPermaLink="false">street${number}-${edition}</guid>
<pubDate>${new Date(Date.UTC(2026, 2, 2) + edition * 3_600_000).toUTCString()}</pubDate>
<description>It burns all night.</description></item></channel></rss>
`;
}

export function bodyOf({ paragraphs }: Story): string {
  return paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
