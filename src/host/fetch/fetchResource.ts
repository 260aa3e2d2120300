// One feed, page or picture from the web: politely, within limits, and never into the person's own network by a
// stranger's hand.

import type { FetchOutcome, Validators } from '../../core/schedule/fetchOutcome.ts';
import { splitPassword } from './addressPassword.ts';
import { answerOutcome, type Place } from './answerOutcome.ts';
import { failureReason, fetchFailure } from './fetchFailure.ts';
import { mayKnowPassword, mayRedirect, redirectTarget, type ResolveHost } from './redirectTarget.ts';
import { startLimits, type RunningLimits, type TimeLimits } from './timeLimits.ts';

export interface FetchLimits extends TimeLimits {
  /** Of the body, after decompression. */
  readonly bytes: number;
  /** How many are followed. */
  readonly redirects: number;
}

export interface FetchRequest {
  readonly url: string;
  /** From the last fresh answer, so that the server can say that nothing has changed. */
  readonly validators: Validators | undefined;
  /** The Authorization header; it goes to the origin of `url` alone, and appears in no outcome. */
  readonly authorization: string | undefined;
  /** The Accept header: `ACCEPT_FEED` or `ACCEPT_PAGE`. */
  readonly accept: string;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
}

export type FetchResource = (request: FetchRequest) => Promise<FetchOutcome>;

export interface FetchPorts {
  readonly resolve: ResolveHost;
  /** Of Broadsheet, for servers to see who asks. */
  readonly version: string;
  /** The global fetch unless given: in VS Code it knows the proxy and the certificates. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export const ACCEPT_FEED =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5';
export const ACCEPT_PAGE = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5';

export const FEED_LIMITS: FetchLimits = {
  bytes: 20_000_000,
  milliseconds: 60_000,
  idleMilliseconds: 20_000,
  redirects: 5,
};

/**
 * Makes the function that fetches. It never rejects: whatever happens is an outcome. Redirects are followed here, not
 * by `fetch`, so that each can be looked at; cookies and a Referer are never sent.
 */
export function createFetchResource(ports: FetchPorts): FetchResource {
  return async (request) => {
    const start = splitPassword(request.url);
    if (start === undefined) return fetchFailure('address', request.url.slice(0, 200), request.limits);
    const limits = startLimits(request.limits, request.signal);
    const place: Place = { url: start.url, movedTo: undefined };
    try {
      const authorization = request.authorization ?? start.authorization;
      return await follow({ ...request, authorization }, place, limits, ports);
    } catch (error) {
      return fetchFailure(limits.stopped() ?? failureReason(error), place.url.hostname, request.limits);
    } finally {
      limits.end();
    }
  };
}

/** Follows the redirects and says what is at their end; `place` is where we are when something fails. */
async function follow(
  request: FetchRequest,
  place: Place,
  limits: RunningLimits,
  ports: FetchPorts,
): Promise<FetchOutcome> {
  const visited: URL[] = [];
  let { authorization } = request;
  let permanent = true;
  for (;;) {
    const response = await ask({ ...request, authorization }, place.url, limits.signal, ports);
    limits.alive();
    // A browser follows them by itself.
    if (response.redirected && URL.canParse(response.url)) place.url = new URL(response.url);
    if (!REDIRECTS.has(response.status)) return await answerOutcome(response, request, place, limits);
    await response.body?.cancel();
    visited.push(place.url);
    const target = redirectTarget(response.headers.get('location'), place.url);
    const refuse = (reason: 'unreadable' | 'forbidden redirect' | 'redirect loop'): FetchOutcome =>
      fetchFailure(reason, place.url.hostname, request.limits);
    if (target === undefined) return refuse('unreadable');
    if (!(await limits.within(mayRedirect(target, visited, ports.resolve))))
      return refuse('forbidden redirect');
    const seen = visited.some(({ href }) => href === target.href);
    if (seen || visited.length > request.limits.redirects) return refuse('redirect loop');
    const known = mayKnowPassword(target, place.url);
    // A feed with a password does not move to strangers, or it would bring them the password the next time.
    if (authorization !== undefined && !known) permanent = false;
    if (!known) authorization = undefined;
    permanent &&= PERMANENT.has(response.status);
    if (permanent) place.movedTo = target.href;
    place.url = target;
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

function ask(request: FetchRequest, url: URL, signal: AbortSignal, ports: FetchPorts): Promise<Response> {
  const { etag, lastModified } = request.validators ?? {};
  const headers = Object.entries({
    accept: request.accept,
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': `Broadsheet/${ports.version} (feed reader in Visual Studio Code)`,
    authorization: request.authorization,
    'if-none-match': etag,
    'if-modified-since': lastModified,
  }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]));
  const init: RequestInit = {
    headers,
    signal,
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Without it a conditional request asks every cache on the way to step aside.
    cache: 'no-cache',
  };
  return ports.fetch === undefined ? globalThis.fetch(url.href, init) : ports.fetch(url.href, init);
}
