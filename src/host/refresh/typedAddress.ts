// The address that a person typed or pasted, as addresses that can be fetched.

import { splitPassword } from '../fetch/addressPassword.ts';

export interface TypedAddress {
  /** Absolute http or https addresses without name and password, to be tried in this order. */
  readonly candidates: readonly string[];
  /** The Authorization header of the name and password in the address; undefined where there are none. */
  readonly authorization: string | undefined;
}

const LONGEST = 4000;

/**
 * Gives what a typed text means; undefined where it is no web address. Without a scheme https is meant, or else http.
 * The scheme `feed:` stands before a whole address or instead of http (as browsers once handed feeds on).
 *
 * @example "feed:https://example.org/rss" gives "https://example.org/rss".
 * @example "example.org" gives "https://example.org/" and "http://example.org/".
 */
export function typedAddress(typed: string): TypedAddress | undefined {
  const text = typed.trim().replace(/^<(.*)>$/su, '$1');
  if (text === '' || text.length > LONGEST || /\s/u.test(text)) return undefined;
  const bare = text.replace(/^(?:feed|rss|podcast|pcast|itpc):(?:\/\/)?/iu, '');
  const scheme = /^[a-z][\w+.-]*:(?!\d{1,5}(?:[/?#]|$))/iu.exec(bare);
  if (scheme !== null) return asAddress([bare]);
  return isHost(bare) ? asAddress([`https://${bare}`, `http://${bare}`]) : undefined;
}

function asAddress(written: readonly string[]): TypedAddress | undefined {
  const found = written.map(splitPassword).filter((address) => address !== undefined);
  const [first] = found;
  if (first === undefined) return undefined;
  return { candidates: found.map(({ url }) => url.href), authorization: first.authorization };
}

/** A single word is more likely a slip than a host, except for this computer's own name or with a port. */
function isHost(bare: string): boolean {
  const host = /^(?:[^/?#@]*@)?(?<host>\[[\da-f:.]+\]|[^/?#:@]+)(?<port>:\d{1,5})?(?=[/?#]|$)/iu.exec(
    bare,
  )?.groups;
  if (host === undefined) return false;
  return host['port'] !== undefined || /^localhost$|\.(?!$)|^\[/iu.test(host['host'] ?? '');
}
