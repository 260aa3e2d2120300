// Text that a feed carries as base64 (Atom, RFC 4287 § 4.1.3.3).

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Gives the text of base64, or undefined where it holds no text in UTF-8.
 *
 * @example "UmFpbg==" gives "Rain".
 */
export function base64Text(encoded: string): string | undefined {
  const digits = encoded.replace(/\s+/gu, '').replace(/={0,2}$/u, '');
  if (!/^[\w+/-]+$/u.test(digits)) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let value = 0;
  let length = 0;
  for (const digit of digits.replaceAll('-', '+').replaceAll('_', '/')) {
    value = ((value << 6) | DIGITS.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (value >> bits) & 0xff;
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  return /[\0\uFFFD]/u.test(text) ? undefined : text;
}
