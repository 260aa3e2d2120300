// Names to addresses by the system, as the requests themselves find them.

import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { isIpAddress, isLocalName } from './privateAddress.ts';
import type { ResolveHost } from './redirectTarget.ts';

/** How many names are tried before the network counts as cut off. */
const ENOUGH = 8;

export const resolveHost: ResolveHost = async (host) => {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
};

/**
 * Says whether this computer is on a network on which at least one of some names is found; they are the feeds' own,
 * so that nobody else learns that we ask. With no name to try, a network is enough.
 *
 * @param hosts As the URL parser gives them; addresses and this computer's own names say nothing, and are left out.
 */
export async function isOnline(hosts: readonly string[]): Promise<boolean> {
  const outside = Object.values(networkInterfaces()).some((one) => one?.some(({ internal }) => !internal));
  if (!outside) return false;
  const names = [...new Set(hosts)].filter((host) => !isIpAddress(host) && !isLocalName(host));
  if (names.length === 0) return true;
  const tried = await Promise.all(spread(names, ENOUGH).map(resolveHost));
  return tried.some((addresses) => addresses.length > 0);
}

/** Some of a list, evenly from all of it: neighbours often share a site. */
function spread(names: readonly string[], count: number): readonly string[] {
  const step = Math.max(names.length / count, 1);
  return names.filter((_name, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}
