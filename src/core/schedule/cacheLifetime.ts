// How long a server says that its answer stays good.

import { httpDate } from './httpDate.ts';

/** The headers of an answer that bear on it; undefined where there is none. */
export interface CacheHeaders {
  readonly cacheControl: string | undefined;
  readonly expires: string | undefined;
  readonly date: string | undefined;
  readonly age: string | undefined;
}

const DIRECTIVE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,;"]*)))?/g;

/**
 * Gives the seconds for which an answer stays good, without the time that it has lain in a cache on the way
 * (RFC 9111, section 4.2); undefined where the headers do not say. Like a browser's, ours is no shared cache, so
 * `s-maxage` does not count. An answer that must not be kept is good for 0 seconds.
 *
 * @example Cache-Control "public, max-age=900" with Age "300" gives 600.
 */
export function cacheLifetime(headers: CacheHeaders, now: number): number | undefined {
  const directives = directivesOf(headers.cacheControl ?? '');
  if (directives.has('no-store') || directives.has('no-cache')) return 0;
  const age = seconds(headers.age) ?? 0;
  const maximum = directives.get('max-age');
  // An age that cannot be read counts as passed, and so does a date.
  if (maximum !== undefined) return Math.max((seconds(maximum) ?? 0) - age, 0);
  if (headers.expires === undefined) return undefined;
  const expires = httpDate(headers.expires, now);
  const sent = httpDate(headers.date ?? '', now) ?? now;
  return expires === undefined ? 0 : Math.max(Math.round((expires - sent) / 1000) - age, 0);
}

/** Where a directive stands twice, the first one counts (RFC 9111, section 4.2.1). */
function directivesOf(header: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const [, name = '', quoted, plain] of header.matchAll(DIRECTIVE)) {
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, quoted ?? plain ?? '');
  }
  return directives;
}

/** RFC 9111, section 1.2.2: a number too great to hold is 2^31. */
function seconds(text: string | undefined): number | undefined {
  return /^\s*\d+\s*$/.test(text ?? '') ? Math.min(Number(text), 2 ** 31) : undefined;
}
