// One article's page: what a person opens, or what a feed says that its article is.

import type { FetchOutcome } from '../../core/schedule/fetchOutcome.ts';
import { fetchFailure } from './fetchFailure.ts';
import { ACCEPT_PAGE, type FetchLimits, type FetchResource } from './fetchResource.ts';
import { mayRedirect, type ResolveHost } from './redirectTarget.ts';

const PAGE_LIMITS: FetchLimits = {
  bytes: 15_000_000,
  milliseconds: 30_000,
  idleMilliseconds: 15_000,
  redirects: 5,
};

/**
 * Asks for a page. It never rejects.
 *
 * @param from The address of the feed that names the page; undefined where the person does.
 */
export type FetchPage = (url: string, from: string | undefined, signal: AbortSignal) => Promise<FetchOutcome>;

/**
 * Makes the function that fetches pages; it never rejects. A feed may name any page of the web, and what it names is
 * fetched as if it had sent us there: so a public one never reaches into the person's own network.
 */
export function createFetchPage(fetchResource: FetchResource, resolve: ResolveHost): FetchPage {
  return async (url, from, signal) => {
    const isNamed = from !== undefined && URL.canParse(from) && URL.canParse(url);
    if (isNamed && !(await mayRedirect(new URL(url), [new URL(from)], resolve)))
      return fetchFailure('forbidden redirect', new URL(from).hostname, PAGE_LIMITS);
    return fetchResource({
      url,
      validators: undefined,
      authorization: undefined,
      accept: ACCEPT_PAGE,
      limits: PAGE_LIMITS,
      signal,
    });
  };
}
