// Feeds that a good server serves, and some that it serves badly.

import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { atomFeed, jsonFeed, numberedFeed, rssFeed } from './feedFiles.ts';
import { send, sendConditional, type Exchange, type Route } from './route.ts';
import { stories } from './stories.ts';

const RSS = 'application/rss+xml; charset=utf-8';

export const feedRoutes: readonly Route[] = [
  {
    path: /^\/feeds\/rss$/,
    answer: (exchange) => sendConditional(exchange, RSS, rss(exchange), version(exchange)),
  },
  {
    path: /^\/feeds\/atom$/,
    answer: (exchange) =>
      sendConditional(
        exchange,
        'application/atom+xml',
        atomFeed(now(exchange), options(exchange)),
        version(exchange),
      ),
  },
  {
    path: /^\/feeds\/json$/,
    answer: (exchange) =>
      sendConditional(
        exchange,
        'application/feed+json',
        jsonFeed(now(exchange), options(exchange)),
        version(exchange),
      ),
  },
  {
    path: /^\/feeds\/extracts$/,
    answer: (exchange) =>
      sendConditional(
        exchange,
        RSS,
        rssFeed(now(exchange), { base: exchange.base, extracts: true }),
        version(exchange),
      ),
  },
  {
    path: /^\/feeds\/numbered\/(\d+)$/,
    answer(exchange) {
      const { every, numbered } = exchange.edition;
      const number = Number(exchange.parameters[0]);
      const edition = number % every === 0 ? numbered : 0;
      sendConditional(exchange, RSS, numberedFeed(number, edition), edition);
    },
  },
  // Without validators and length.
  {
    path: /^\/feeds\/plain$/,
    answer: (exchange) => exchange.response.writeHead(200, { 'content-type': RSS }).end(rss(exchange)),
  },
  {
    path: /^\/feeds\/cached$/,
    answer: (exchange) =>
      sendConditional(exchange, RSS, rss(exchange), version(exchange), {
        'cache-control': 'public, max-age=7200',
        age: '600',
      }),
  },
  {
    path: /^\/feeds\/cookies$/,
    answer: (exchange) => send(exchange, RSS, rss(exchange), { 'set-cookie': 'visitor=1; Path=/' }),
  },
  ...(
    [
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync],
    ] as const
  ).map(([coding, compress]) => ({
    path: new RegExp(`^/feeds/${coding}$`),
    answer: (exchange: Exchange) =>
      send(exchange, RSS, compress(rss(exchange)), { 'content-encoding': coding }),
  })),
  { path: /^\/feeds\/wrong-type$/, answer: (exchange) => send(exchange, 'text/plain', rss(exchange)) },
  // It says UTF-8 and is windows-1251.
  {
    path: /^\/feeds\/wrong-charset$/,
    answer: (exchange) => send(exchange, RSS, cyrillic(stories(0, 0).length)),
  },
  {
    path: /^\/feeds\/truncated$/,
    answer: (exchange) => send(exchange, RSS, rss(exchange).slice(0, -400)),
  },
];

function now({ edition }: Exchange) {
  return stories(edition.added, edition.edits);
}

function version({ edition }: Exchange): number {
  return edition.edits + edition.added;
}

function options({ base }: Exchange) {
  return { base, extracts: false };
}

function rss(exchange: Exchange): string {
  return rssFeed(now(exchange), options(exchange));
}

/** A feed in windows-1251, where the Russian letters from А to я stand from 0xC0 on. */
function cyrillic(count: number): Uint8Array {
  const items = Array.from(
    { length: count },
    (_, index) =>
      `<item><title>Паром снова ходит, рейс ${index + 1}</title><description>Девять дней он стоял в доке, а теперь снова возит людей на остров.</description></item>`,
  );
  const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>Вестник городка</title>${items.join('')}</channel></rss>`;
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 128 ? code : code - 0x410 + 0xc0;
  });
}
