// References such as "&amp;" in XML that was written without much care.

import { Parser } from 'htmlparser2';

const BARE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/giu;
/** What HTML reads as a reference without its end, but not where it may be part of an address. */
const UNENDED = /&(amp|lt|gt|quot|nbsp|#\d{2,7}|#x[\da-f]{2,6})(?![\w;=])/giu;
const NUMERIC = /&#(?:x(?<hex>[\da-f]{1,6})|(?<decimal>\d{1,7}));/giu;

/**
 * Gives text in which every "&" begins a reference, and none is to a character that XML does not allow.
 *
 * @example "R&D &amp; more&#0;" gives "R&amp;D &amp; more".
 */
export function wholeReferences(text: string): string {
  if (!text.includes('&')) return text;
  const ended = text.replace(UNENDED, '&$1;');
  return ended.replace(BARE, '&amp;').replace(NUMERIC, (reference, ...match) => {
    const { hex, decimal } = match.at(-1) as Readonly<Record<string, string | undefined>>;
    return isCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? reference : '';
  });
}

/**
 * Gives the characters that text stands for; HTML's names are read too, as feeds use them without declaring them. A
 * name that nobody knows, such as that of an entity of the file's own, stays as it is.
 *
 * @example "Caf&eacute; R&D &own;" gives "Café R&D &own;".
 */
export function decodedReferences(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const parser = new Parser({ ontext: (data) => (decoded += data) });
  parser.end(wholeReferences(text).replaceAll('<', '&lt;'));
  return decoded;
}

/** Gives text as XML that stands for exactly these characters. */
export function escapedReferences(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** XML 1.0 § 2.2, without the C1 controls, which stand for windows-1252 in practice and are read as such. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe;
}
