// Answers that would fill the memory or never end; each ends when the client closes the connection.

import { Readable } from 'node:stream';
import { createBrotliCompress, createGzip, type Gzip, type BrotliCompress } from 'node:zlib';
import type { Exchange, Route } from './route.ts';

const XML = 'application/rss+xml';
const START = '<?xml version="1.0"?><rss version="2.0"><channel><title>Without an end</title>';
const LARGE = 500_000_000;

export const hostileRoutes: readonly Route[] = [
  { path: /^\/endless$/, answer: (exchange) => stream(exchange, {}, endless()) },
  {
    path: /^\/large$/,
    answer: (exchange) => stream(exchange, { 'content-length': String(LARGE) }, endless()),
  },
  // 500 MB of which nobody was warned.
  { path: /^\/large\/unannounced$/, answer: (exchange) => stream(exchange, {}, endless(LARGE)) },
  { path: /^\/bomb\/gzip$/, answer: (exchange) => bomb(exchange, 'gzip', createGzip()) },
  { path: /^\/bomb\/br$/, answer: (exchange) => bomb(exchange, 'br', createBrotliCompress()) },
  { path: /^\/bomb\/missing$/, answer: (exchange) => stream(exchange, {}, endless(), 404) },
  {
    path: /^\/bomb\/redirect$/,
    answer: (exchange) => stream(exchange, { location: '/feeds/rss' }, endless(), 302),
  },
  // A letter every few milliseconds: /drip?every=20
  {
    path: /^\/drip$/,
    answer(exchange) {
      exchange.response.writeHead(200, { 'content-type': XML });
      const every = Number(exchange.query.get('every') ?? 20);
      const timer = setInterval(() => exchange.response.write('x'), every);
      exchange.response.once('close', () => clearInterval(timer));
    },
  },
  // It takes the request, and that is all.
  { path: /^\/silent$/, answer: () => undefined },
  {
    path: /^\/silent\/later$/,
    answer: ({ response }) => response.writeHead(200, { 'content-type': XML }).write(START),
  },
  // The body is not what its header says.
  {
    path: /^\/broken\/gzip$/,
    answer: ({ response }) =>
      response.writeHead(200, { 'content-type': XML, 'content-encoding': 'gzip' }).end(START),
  },
  {
    path: /^\/broken\/length$/,
    answer({ response }) {
      response.writeHead(200, { 'content-type': XML, 'content-length': '5000' });
      response.write(START, () => response.destroy());
    },
  },
  { path: /^\/broken\/http$/, answer: ({ request }) => void request.socket.end('NOT HTTP AT ALL\r\n\r\n') },
  { path: /^\/broken\/off$/, answer: ({ request }) => void request.socket.destroy() },
];

/** Gives a feed's beginning, and then one item after the other. */
function endless(length = Infinity): Readable {
  const item = Buffer.from(`<item><title>${'and on '.repeat(2000)}</title></item>\n`);
  let left = length;
  let begun = false;
  return new Readable({
    read() {
      this.push(begun ? item : START);
      begun = true;
      left -= item.byteLength;
      if (left <= 0) this.push(null);
    },
  });
}

function bomb(exchange: Exchange, coding: string, compressor: Gzip | BrotliCompress): void {
  stream(exchange, { 'content-encoding': coding }, endless().pipe(compressor));
}

function stream(
  { response }: Exchange,
  headers: Readonly<Record<string, string>>,
  body: Readable | Gzip | BrotliCompress,
  status = 200,
): void {
  response.writeHead(status, { 'content-type': XML, ...headers });
  response.once('close', () => body.destroy());
  body.pipe(response);
}
