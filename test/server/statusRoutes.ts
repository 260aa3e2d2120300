// Answers that are no content: redirects, refusals, requests to wait or to say who one is.

import type { Exchange, Route } from './route.ts';

export const statusRoutes: readonly Route[] = [
  // Any redirect at all: /redirect?to=/feeds/rss&status=301
  {
    path: /^\/redirect$/,
    answer: (exchange) =>
      redirect(
        exchange,
        Number(exchange.query.get('status') ?? 302),
        exchange.query.get('to') ?? '/feeds/rss',
      ),
  },
  // As many redirects as the number says: /redirects/301/3
  {
    path: /^\/redirects\/(\d+)\/(\d+)$/,
    answer(exchange) {
      const [status = '', count = ''] = exchange.parameters;
      const next = Number(count) - 1;
      redirect(exchange, Number(status), next > 0 ? `/redirects/${status}/${next}` : '/feeds/rss');
    },
  },
  {
    path: /^\/moved\/then-temporary$/,
    answer: (exchange) => redirect(exchange, 301, '/redirect?status=302&to=/redirects/308/1'),
  },
  { path: /^\/loop\/self$/, answer: (exchange) => redirect(exchange, 302, '/loop/self') },
  { path: /^\/loop\/a$/, answer: (exchange) => redirect(exchange, 301, '/loop/b') },
  { path: /^\/loop\/b$/, answer: (exchange) => redirect(exchange, 302, '/loop/a') },
  // Another address each time.
  {
    path: /^\/loop\/on\/(\d+)$/,
    answer: (exchange) => redirect(exchange, 302, `/loop/on/${Number(exchange.parameters[0]) + 1}`),
  },
  {
    path: /^\/redirect\/nowhere$/,
    answer: ({ response }) => response.writeHead(302).end(),
  },
  { path: /^\/gone$/, answer: (exchange) => refuse(exchange, 410) },
  { path: /^\/missing$/, answer: (exchange) => refuse(exchange, 404) },
  { path: /^\/fault$/, answer: (exchange) => refuse(exchange, 500) },
  { path: /^\/forbidden$/, answer: (exchange) => refuse(exchange, 403) },
  { path: /^\/busy$/, answer: (exchange) => refuse(exchange, 429, { 'retry-after': '120' }) },
  { path: /^\/busy\/silent$/, answer: (exchange) => refuse(exchange, 429) },
  {
    path: /^\/busy\/date$/,
    answer: (exchange) =>
      refuse(exchange, 429, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }),
  },
  { path: /^\/maintenance$/, answer: (exchange) => refuse(exchange, 503, { 'retry-after': '600' }) },
  { path: /^\/not-asked$/, answer: ({ response }) => response.writeHead(304).end() },
  // Name "reader", password "pässword:1".
  {
    path: /^\/secret\/basic$/,
    answer: (exchange) =>
      guarded(
        exchange,
        `Basic ${Buffer.from('reader:pässword:1').toString('base64')}`,
        'Basic realm="courier"',
      ),
  },
  {
    path: /^\/secret\/bearer$/,
    answer: (exchange) => guarded(exchange, 'Bearer token-of-a-reader', 'Bearer realm="courier"'),
  },
];

function redirect({ response }: Exchange, status: number, to: string): void {
  response
    .writeHead(status, { location: Buffer.from(to).toString('latin1'), 'content-type': 'text/html' })
    .end('<p>It is elsewhere.');
}

function refuse(
  { response }: Exchange,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<p>No.');
}

function guarded(exchange: Exchange, secret: string, challenge: string): void {
  if (exchange.request.headers.authorization === secret) redirect(exchange, 302, '/feeds/rss');
  else refuse(exchange, 401, { 'www-authenticate': challenge });
}
