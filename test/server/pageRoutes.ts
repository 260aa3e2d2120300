// Web pages: with a feed, with several, with none; articles and their pictures.

import { articlePage, frontPage, picture } from './pageFiles.ts';
import { send, type Exchange, type Route } from './route.ts';
import { stories } from './stories.ts';

const HTML = 'text/html; charset=utf-8';
const RSS = { type: 'application/rss+xml', title: 'All news', href: '/feeds/rss' };

export const pageRoutes: readonly Route[] = [
  { path: /^\/(?:pages\/one-feed)?$/, answer: (exchange) => sendFront(exchange, [RSS]) },
  {
    path: /^\/pages\/several-feeds$/,
    answer: (exchange) =>
      sendFront(exchange, [
        RSS,
        { type: 'application/atom+xml', title: 'All news (Atom)', href: '../feeds/atom' },
        { type: 'application/feed+json', title: 'All news (JSON)', href: `${exchange.base}/feeds/json` },
      ]),
  },
  { path: /^\/pages\/no-feed$/, answer: (exchange) => sendFront(exchange, []) },
  {
    path: /^\/articles\/([\w-]+)$/,
    answer(exchange) {
      const { edition, parameters, base, response } = exchange;
      const story = stories(edition.added, edition.edits).find(({ slug }) => slug === parameters[0]);
      if (story === undefined)
        response.writeHead(404, { 'content-type': HTML }).end('<p>There is no such article.');
      else send(exchange, HTML, articlePage(story, base));
    },
  },
  { path: /^\/pictures\/\w+\.png$/, answer: (exchange) => send(exchange, 'image/png', picture()) },
  {
    path: /^\/robots\.txt$/,
    answer: (exchange) => send(exchange, 'text/plain', 'User-agent: *\nDisallow:\n'),
  },
];

function sendFront(exchange: Exchange, feeds: Parameters<typeof frontPage>[1]): void {
  const { edition } = exchange;
  send(exchange, HTML, frontPage(stories(edition.added, edition.edits), feeds));
}
