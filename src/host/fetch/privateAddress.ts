// Which addresses lie inside the person's own computer and network, where no public site may lead.

/**
 * Says whether an IP address is not on the public internet: loopback, private, link-local, unique-local, shared
 * (RFC 6598), multicast or reserved (IANA special-purpose registries), also where an IPv6 address carries such an
 * IPv4 address. Not 198.18.0.0/15, from which some VPNs lend an address to every public name.
 *
 * @param address As DNS or the URL parser give it, with or without brackets: "10.0.0.1", "::ffff:7f00:1", "[fe80::1%2]".
 */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const v4 = ipv4Of(plain);
  if (v4 !== undefined) return isPrivateIpv4(v4);
  const groups = groupsOf(plain);
  return groups === undefined || isPrivateIpv6(groups);
}

/** Whether a host, as the URL parser gives it, is an IP address, which needs no look-up. */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || ipv4Of(host) !== undefined;
}

/** Whether a host's name means this computer whatever DNS says (RFC 6761, section 6.3). */
export function isLocalName(host: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(host);
}

type Octets = readonly [number, number, number, number];

function ipv4Of(text: string): Octets | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.?$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  return parts.some((part) => part > 255) ? undefined : [a, b, c, d];
}

function isPrivateIpv4([a, b, c]: Octets): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 192 && b === 0 && c === 0)
  );
}

/** The eight groups of an IPv6 address; undefined for what is none. */
function groupsOf(text: string): readonly number[] | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const octets = ipv4Of(dotted?.[2] ?? '');
  if (dotted !== null && octets === undefined) return undefined;
  const hex =
    octets === undefined
      ? text
      : `${dotted?.[1] ?? ''}${(octets[0] * 256 + octets[1]).toString(16)}:${(octets[2] * 256 + octets[3]).toString(16)}`;
  const halves = hex.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

function isPrivateIpv6(groups: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = groups;
  const zeros = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0);
  // Unspecified, loopback, IPv4-mapped and IPv4-compatible.
  if (zeros(0, 5) && (groups[5] === 0xffff || groups[5] === 0)) return isPrivateIpv4(octetsAt(groups, 6));
  // IPv4 translated by SIIT (RFC 2765) and by NAT64, whose second prefix is for local use (RFC 8215).
  if (zeros(0, 4) && groups[4] === 0xffff) return isPrivateIpv4(octetsAt(groups, 6));
  if (first === 0x64 && second === 0xff9b) return third === 1 || isPrivateIpv4(octetsAt(groups, 6));
  if (first === 0x2002) return isPrivateIpv4(octetsAt(groups, 1));
  // Outside of global unicast all is unique-local, link-local, site-local, multicast or reserved; and Teredo.
  return first < 0x2000 || first >= 0x4000 || (first === 0x2001 && second === 0);
}

function octetsAt(groups: readonly number[], index: number): Octets {
  const [high = 0, low = 0] = groups.slice(index, index + 2);
  return [high >> 8, high & 255, low >> 8, low & 255];
}
