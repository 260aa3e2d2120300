// Words outside ASCII in the header of a mail (RFC 2047).

const WORD = /=\?(?<charset>[\w.:-]{2,40})(?:\*[\w-]+)?\?(?<encoding>[bq])\?(?<text>[^?\s]*)\?=/giu;

/**
 * Gives a header's text with its encoded words read; what cannot be read stays as it is.
 *
 * @example "=?utf-8?Q?Caf=C3=A9_now?=" gives "Café now".
 */
export function encodedWords(written: string): string {
  return written
    .replace(/(\?=)\s+(?==\?)/gu, '$1')
    .replace(WORD, (word: string, charset: string, encoding: string, text: string) => {
      const bytes = encoding.toLowerCase() === 'q' ? quotedBytes(text) : base64Bytes(text);
      return decoded(bytes, charset) ?? word;
    });
}

function decoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

function quotedBytes(text: string): Uint8Array {
  const characters = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of text.replace(/=+$/u, '')) {
    value = ((value << 6) | Math.max(0, DIGITS.indexOf(character))) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
