// Names and passwords, in addresses and as the header that says who asks.

export interface PlainAddress {
  /** Without name, password and fragment. */
  readonly url: URL;
  /** The Authorization header that they stand for; undefined where there are none. */
  readonly authorization: string | undefined;
}

/**
 * Takes name and password out of a web address, where `fetch` refuses them and everybody would read them.
 *
 * @returns undefined for what is no http or https address.
 * @example "https://ada:l%C3%B6ve@example.org/" gives "https://example.org/" and the Basic header of "ada:löve".
 */
export function splitPassword(address: string): PlainAddress | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const { username, password } = url;
  [url.hash, url.username, url.password] = ['', '', ''];
  const isNamed = username !== '' || password !== '';
  return {
    url,
    authorization: isNamed ? basicAuthorization(decoded(username), decoded(password)) : undefined,
  };
}

/** Gives the header of a name and a password (RFC 7617), in UTF-8. */
export function basicAuthorization(name: string, password: string): string {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** The URL parser leaves a `%` that encodes nothing as it is, so not every text can be decoded. */
function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (codes) => new TextDecoder().decode(bytesOf(codes)));
}

function bytesOf(codes: string): Uint8Array {
  return Uint8Array.from(codes.slice(1).split('%'), (code) => Number.parseInt(code, 16));
}
