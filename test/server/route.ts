// What the routes of the test server have in common.

import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Route {
  readonly path: RegExp;
  readonly answer: (exchange: Exchange) => void;
}

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The server's address as the client sees it, without a slash at the end. */
  readonly base: string;
  /** The groups of the route's path. */
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
  readonly edition: Edition;
}

export interface Edition {
  readonly edits: number;
  readonly added: number;
  /** How often the numbered feeds have changed, and which of them: each whose number this divides. */
  readonly numbered: number;
  readonly every: number;
}

/** Sends a whole body. */
export function send(
  { response }: Exchange,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

/** Sends a body with validators, or says that it has not changed (RFC 9110, section 13.2.2). */
export function sendConditional(
  exchange: Exchange,
  type: string,
  body: string,
  version: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  const etag = `"edition-${version}"`;
  const lastModified = new Date(Date.UTC(2026, 2, 5) + version * 60_000).toUTCString();
  const { 'if-none-match': knownTag, 'if-modified-since': knownDate } = exchange.request.headers;
  const unchanged = knownTag === undefined ? knownDate === lastModified : knownTag === etag;
  const validators = { etag, 'last-modified': lastModified, ...headers };
  if (unchanged) exchange.response.writeHead(304, validators).end();
  else send(exchange, type, body, validators);
}
