// From bytes to text: which encoding a file is in, and whether it is text at all.

import type { Problem } from '../model/problem.ts';
import { guessCharset } from './guessCharset.ts';
import { utf32Text } from './utf32Text.ts';
import { declaredCharset, knownCharset, xmlCharset } from './htmlCharset.ts';

export interface DecodedText {
  /** Without byte order mark and control characters, lines ended by "\n"; undefined where the file was skipped. */
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly text: string;
  /** What to tell about the encoding, as the end of a sentence that begins with the file's name. */
  readonly doubt?: string;
}

/** Whose rules say how a file declares its charset. */
type TextKind = 'markup' | 'xml' | 'text';

const FALLBACK = 'windows-1252';
const DAMAGED = 'has damaged characters; they are shown as \uFFFD.';
/**
 * Broken characters that UTF-8 may have for each good one, by what is declared. Bytes of another charset of single
 * bytes are hardly ever good UTF-8; those of charsets of two bytes sometimes are.
 */
const BROKEN_UTF8 = { utf8: 1, nothing: 1 / 2, other: 1 / 20 };
/** Broken characters that another declared charset may have for each one beyond ASCII. */
const BROKEN_OTHER = 1 / 10;
const CONTROLS = /[\0-\x08\x0E-\x1F\x7F]/g;

/**
 * Gives the text of a file: by its byte order mark, by the charset that its markup declares (HTML standard
 * § 13.2.3.2), else as strict UTF-8, else in the charset that its language or its bytes suggest, else as windows-1252,
 * the standard's default, with a remark. Where
 * bytes are UTF-8 whatever is declared, UTF-8 wins. A file that is empty or not text has no text.
 *
 * @param kind HTML and XML declare their own charset; programs that write XML leave single zero bytes in it.
 * @param name Names the file in problems.
 * @param served The charset in the HTTP header that came with the file; it goes before what the file declares.
 */
export function decodeText(bytes: Uint8Array, kind: TextKind, name: string, served?: string): DecodedText {
  if (bytes.length === 0) return skipped('empty', name, 'is empty and was skipped.');
  const reading = byMark(bytes) ?? (isBinary(bytes, kind) ? undefined : byContent(bytes, kind, served));
  if (reading === undefined || (kind !== 'xml' && reading.text.includes('\0'))) {
    return skipped('binary', name, 'is not a text file and was skipped.');
  }
  const text = reading.text.replace(/\r\n?|[\f\v\u2028\u2029]/g, '\n').replace(CONTROLS, '');
  if (text.trim() === '') return skipped('empty', name, 'has no text and was skipped.');
  if (reading.doubt === undefined) return { text, problems: [] };
  const sentence = `${name} ${reading.doubt}`;
  return { text, problems: [{ kind: 'encoding', outcome: 'taken', where: name, sentence }] };
}

function skipped(kind: 'empty' | 'binary', where: string, words: string): DecodedText {
  return { text: undefined, problems: [{ kind, outcome: 'skipped', where, sentence: `${where} ${words}` }] };
}

/** By the byte order mark, or by the zero bytes that UTF-16 without one has beside every Latin letter. */
function byMark(bytes: Uint8Array): Reading | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return byUtf8(bytes, BROKEN_UTF8.utf8) ?? fallback(bytes);
  const utf32 = utf32Text(bytes);
  if (utf32 !== undefined) return { text: utf32 };
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.length < 8 || bytes.length % 2 === 1) return undefined;
  const beginning = bytes.subarray(0, 1024);
  const zeros = (parity: number): number =>
    beginning.filter((byte, index) => byte === 0 && index % 2 === parity).length / (beginning.length / 2);
  if (zeros(1) > 0.4 && zeros(0) === 0) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (zeros(0) > 0.4 && zeros(1) === 0) return { text: new TextDecoder('utf-16be').decode(bytes) };
  return undefined;
}

function isBinary(bytes: Uint8Array, kind: TextKind): boolean {
  if (kind !== 'xml' && bytes.includes(0)) return true;
  const controls = bytes.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  return controls > bytes.length * 0.05;
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127;
}

function byContent(bytes: Uint8Array, kind: TextKind, served: string | undefined): Reading {
  const inFile = declaredIn(bytes, kind, 1024);
  const fromServer = knownCharset(served);
  // Servers send Latin 1 where nobody told them better; a file that names another charset was told.
  const isDefault = fromServer === FALLBACK && inFile !== undefined && inFile !== 'utf-8';
  const early = isDefault ? inFile : (fromServer ?? inFile);
  const declared = [early, fromServer, declaredIn(bytes, kind, 16_384)].filter(
    (charset) => charset !== undefined,
  );
  const isOther = early !== undefined && early !== 'utf-8';
  const said = isOther ? 'other' : declared.includes('utf-8') ? 'utf8' : 'nothing';
  const utf8 = byUtf8(bytes, BROKEN_UTF8[said]);
  if (utf8 !== undefined && (!isOther || /[^\0-\x7F]/.test(utf8.text))) return utf8;
  const candidates = [...new Set(declared)].filter((charset) => charset !== 'utf-8');
  for (const charset of candidates) {
    const text = decode(bytes, charset);
    if (text !== undefined) return { text };
  }
  for (const charset of candidates) {
    const damaged = decodeDamaged(bytes, charset, BROKEN_OTHER);
    if (damaged !== undefined) return damaged;
  }
  return fallback(bytes);
}

function declaredIn(bytes: Uint8Array, kind: TextKind, length: number): string | undefined {
  if (kind === 'xml') return xmlCharset(bytes, 1024);
  return kind === 'markup' ? declaredCharset(bytes, length) : undefined;
}

/** UTF-8, strictly, or with `most` broken characters for each good one, which are remarked on. */
function byUtf8(bytes: Uint8Array, most: number): Reading | undefined {
  const strict = decode(bytes, 'utf-8');
  return strict === undefined ? decodeDamaged(bytes, 'utf-8', most) : { text: strict };
}

/** One bad byte, or a character that was cut in half, must not change the charset of all others. */
function decodeDamaged(bytes: Uint8Array, charset: string, most: number): Reading | undefined {
  const text = new TextDecoder(charset).decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  return broken > good * most ? undefined : { text, doubt: DAMAGED };
}

function fallback(bytes: Uint8Array): Reading {
  const charset = guessCharset(bytes) ?? FALLBACK;
  const doubt = `is not in UTF-8 and was read as ${charset}; if letters look wrong, save it as UTF-8.`;
  return { text: new TextDecoder(charset).decode(bytes), doubt };
}

/** Gives undefined where the bytes are not valid in the charset, or there is no such charset. */
function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
