// Fetching as a browser lets an extension do it.

import { localize } from '../localize.ts';
import type { FetchPorts } from './fetchResource.ts';
import { hasNetwork } from './resolveHost.web.ts';

/** Headers that a browser sends to any site; with another one it asks first, which few publishers answer. */
const SIMPLE: ReadonlySet<string> = new Set(['accept', 'authorization']);

/**
 * Fetches by the browser, which follows redirects and compresses by itself, and whose cache asks whether something has
 * changed. An error has a code by which `failureReason` knows it: the browser does not say what went wrong.
 */
export const webFetch: NonNullable<FetchPorts['fetch']> = async (url, init) => {
  const headers = [...new Headers(init.headers)].filter(([name]) => SIMPLE.has(name));
  try {
    return await fetch(url, { ...init, headers, redirect: 'follow' });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    const code = hasNetwork() ? 'BLOCKED_BY_BROWSER' : 'ENETUNREACH';
    throw Object.assign(new Error(localize('The browser did not fetch it.'), { cause: error }), { code });
  }
};
