// Where a redirect may lead.

import { isIpAddress, isLocalName, isPrivateAddress } from './privateAddress.ts';

/** Gives all addresses of a host's name, none where it cannot be found. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** Gives the address that a Location header means, without fragment and password; undefined where it is none. */
export function redirectTarget(location: string | null, from: URL): URL | undefined {
  if (location === null) return undefined;
  const written = utf8Of(location);
  if (!URL.canParse(written, from.href)) return undefined;
  const target = new URL(written, from.href);
  [target.hash, target.username, target.password] = ['', '', ''];
  return target;
}

/**
 * Says whether a redirect stays where the person sent us: to http and https only, and from public sites never into
 * the person's own computer or network. Who begins there, and never left, may go on there.
 *
 * The name is looked up once more for the request itself, so a site that changes its address in between is not held
 * off; but such a site could as well point its own first address inwards.
 *
 * @param visited The addresses of the redirects before, with the person's own first.
 */
export async function mayRedirect(
  target: URL,
  visited: readonly URL[],
  resolve: ResolveHost,
): Promise<boolean> {
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return false;
  const addresses = await addressesOf(target, resolve);
  if (!addresses.some(isPrivateAddress)) return true;
  for (const url of visited) {
    const before = await addressesOf(url, resolve);
    if (before.length === 0 || !before.every(isPrivateAddress)) return false;
  }
  return true;
}

/**
 * Says whether a password may go along: to the same origin, and from http to https of the same host.
 */
export function mayKnowPassword(target: URL, from: URL): boolean {
  const encrypted =
    from.protocol === 'http:' && target.protocol === 'https:' && from.port === '' && target.port === '';
  return target.origin === from.origin || (encrypted && target.hostname === from.hostname);
}

async function addressesOf({ hostname }: URL, resolve: ResolveHost): Promise<readonly string[]> {
  if (isLocalName(hostname)) return ['127.0.0.1'];
  return isIpAddress(hostname) ? [hostname] : resolve(hostname.replace(/\.$/, ''));
}

/** A header gives each byte as a character; some servers write addresses in UTF-8, as browsers understand them. */
function utf8Of(header: string): string {
  if (!/[\u0080-\u00ff]/.test(header)) return header;
  return new TextDecoder().decode(Uint8Array.from(header, (character) => character.charCodeAt(0)));
}
