// A web server on this computer alone, with good and with hostile answers, that remembers what it was asked.

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { feedRoutes } from './feedRoutes.ts';
import { hostileRoutes } from './hostileRoutes.ts';
import { pageRoutes } from './pageRoutes.ts';
import type { Exchange, Route } from './route.ts';
import type { Certificate } from './selfSigned.ts';
import { statusRoutes } from './statusRoutes.ts';

export interface NewsServer {
  /** "http://127.0.0.1:40123" */
  readonly address: string;
  /** Everything it was asked since it started or `forget` was called. */
  requests(): readonly RecordedRequest[];
  forget(): void;
  /** Edits the oldest story in every feed and on its page. */
  edit(): void;
  /** Adds a story. */
  publish(): void;
  /** Brings a new entry to every tenth, or other share, of the numbered feeds. */
  changeNumbered(every: number): void;
  stop(): Promise<void>;
}

export interface RecordedRequest {
  readonly method: string;
  /** With its parameters: "/feeds/rss?token=1". */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether there is anything at this path. */
  readonly expected: boolean;
  /** Fulfilled when the answer is over, one way or the other. */
  readonly ended: Promise<AnswerEnd>;
}

export interface AnswerEnd {
  /** Whether the client closed the connection before it had everything. */
  readonly early: boolean;
  /** What went out, with headers. */
  readonly sentBytes: number;
}

export interface NewsServerOptions {
  /** 0, which is usual, for any that is free. */
  readonly port?: number;
  /** Where it listens: `127.0.0.1` unless given; `0.0.0.0` for all of 127.0.0.0/8, whose addresses are hosts apart. */
  readonly listenAt?: string;
  /** To speak HTTPS. */
  readonly certificate?: Certificate;
}

const routes: readonly Route[] = [...feedRoutes, ...pageRoutes, ...statusRoutes, ...hostileRoutes];

/** Starts a server; several may run at once. */
export async function startNewsServer(options: NewsServerOptions = {}): Promise<NewsServer> {
  let requests: RecordedRequest[] = [];
  const edition = { edits: 0, added: 0, numbered: 0, every: 10 };
  const scheme = options.certificate === undefined ? 'http' : 'https';

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const base = `${scheme}://${request.headers.host ?? ''}`;
    const url = new URL(request.url ?? '/', base);
    const found = routes
      .map(({ path, answer }) => ({ answer, match: path.exec(url.pathname) }))
      .find(({ match }) => match !== null);
    requests.push({
      method: request.method ?? '',
      path: `${url.pathname}${url.search}`,
      headers: request.headers,
      expected: found !== undefined,
      ended: endOf(request, response),
    });
    const parameters = found?.match?.slice(1) ?? [];
    const exchange: Exchange = { request, response, base, parameters, query: url.searchParams, edition };
    if (found === undefined) response.writeHead(404).end('There is nothing here.');
    else found.answer(exchange);
  };
  const server =
    options.certificate === undefined ? createServer(answer) : createTlsServer(options.certificate, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.listenAt ?? '127.0.0.1', resolve);
  });
  return {
    address: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    forget: () => (requests = []),
    edit: () => edition.edits++,
    publish: () => edition.added++,
    changeNumbered(every) {
      edition.numbered++;
      edition.every = every;
    },
    async stop() {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await stopped;
    },
  };
}

function endOf(request: IncomingMessage, response: ServerResponse): Promise<AnswerEnd> {
  const { socket } = request;
  const before = socket.bytesWritten;
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve({ early: !response.writableFinished, sentBytes: socket.bytesWritten - before });
    });
  });
}
