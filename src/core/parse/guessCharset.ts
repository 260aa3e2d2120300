// Recognises the charset of bytes that do not say theirs and are not UTF-8: by the language that the file names, and
// by what the bytes of East Asian and Russian text look like.

import { guessCyrillic } from './guessCyrillic.ts';

/** The charsets that pages in a language have where they name none (HTML standard § 13.2.3.2, default by locale). */
const BY_LANGUAGE: Readonly<Partial<Record<string, readonly string[]>>> = {
  ...{ ar: ['windows-1256'], fa: ['windows-1256'], ur: ['windows-1256'], el: ['windows-1253'] },
  ...{ he: ['windows-1255'], iw: ['windows-1255'], th: ['windows-874'], vi: ['windows-1258'] },
  ...{ tr: ['windows-1254'], az: ['windows-1254'], et: ['windows-1257'], lt: ['windows-1257'] },
  ...{ lv: ['windows-1257'], be: ['windows-1251'], bg: ['windows-1251'], mk: ['windows-1251'] },
  ...{ ru: ['windows-1251'], sr: ['windows-1251'], uk: ['windows-1251'] },
  ja: ['euc-jp', 'shift_jis'],
  ko: ['euc-kr'],
  zh: ['gb18030', 'big5'],
};
/** Languages with two charsets that differ in few letters; only that of Windows has any in the place of controls. */
const CENTRAL_EUROPEAN = new Set(['bs', 'cs', 'hr', 'hu', 'pl', 'ro', 'sk', 'sl', 'sq']);
const LANGUAGE =
  /<html\b[^>]{0,500}?\s(?:xml:)?lang\s*=\s*["']?([a-z]{2})(-[a-z-]+)?\b|<(?:dc:)?language>\s*(?:<!\[CDATA\[)?([a-z]{2})(-[a-z-]+)?\b|\sxml:lang\s*=\s*["']([a-z]{2})(-[a-z-]+)?\b/iu;
const BEGINNING = 8192;
const SAMPLE = 65_536;
/** Characters of two bytes, with fewer of which nothing is said. */
const LEAST = 6;

/** Gives the canonical name of a charset, or undefined where nothing tells one. */
export function guessCharset(bytes: Uint8Array): string | undefined {
  const named = LANGUAGE.exec(new TextDecoder('latin1').decode(bytes.subarray(0, BEGINNING)));
  const parts: readonly (string | undefined)[] = named?.slice(1) ?? [];
  const [language, region] = parts.filter((part) => part !== undefined);
  const known = byLanguage(bytes, language?.toLowerCase() ?? '', region?.toLowerCase() ?? '');
  return known ?? guessCyrillic(bytes) ?? guessEastAsian(bytes.subarray(0, SAMPLE));
}

function byLanguage(bytes: Uint8Array, language: string, region: string): string | undefined {
  if (CENTRAL_EUROPEAN.has(language)) {
    return bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? 'windows-1250' : 'iso-8859-2';
  }
  if (BY_LANGUAGE[language]?.[0] === 'windows-1251') return guessCyrillic(bytes) ?? 'windows-1251';
  const charsets = Object.hasOwn(BY_LANGUAGE, language) ? (BY_LANGUAGE[language] ?? []) : [];
  const isTraditional = /^-(?:tw|hk|mo|hant)/u.test(region);
  return (isTraditional ? charsets.toReversed() : charsets).find((charset) => isValid(bytes, charset));
}

function isValid(bytes: Uint8Array, charset: string): boolean {
  return !new TextDecoder(charset).decode(bytes).includes('\uFFFD');
}

/**
 * In the charsets of Unix, both bytes of a character are beyond ASCII, so that all runs of such bytes are even. In
 * the others the second byte need not be; Japanese is known by its kana, and traditional Chinese by the half of the
 * table that has all common characters.
 */
function guessEastAsian(bytes: Uint8Array): string | undefined {
  const even = evenRuns(bytes);
  if (even !== undefined) {
    const { pairs, kana, hangul, signs } = even;
    if (kana >= pairs * 0.15) return 'euc-jp';
    if (hangul >= (pairs - signs) * 0.95) return 'euc-kr';
    return signs <= pairs * 0.25 ? 'gbk' : undefined;
  }
  if (share(bytes, isShiftJisLead, isKana) >= 0.2) return 'shift_jis';
  const isBig5 = share(bytes, (byte) => byte >= 0x81 && byte <= 0xfe, isCommonBig5) >= 0.8;
  // Letters of other languages stand before small letters; every second byte here is as good as any other.
  return isBig5 && share(bytes, () => true, isBeforeSmallLetter) <= 0.35 ? 'big5' : undefined;
}

interface EvenRuns {
  readonly pairs: number;
  readonly kana: number;
  readonly hangul: number;
  /** Punctuation and letters of other scripts. */
  readonly signs: number;
}

function evenRuns(bytes: Uint8Array): EvenRuns | undefined {
  const found = { pairs: 0, kana: 0, hangul: 0, signs: 0 };
  let runs = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length;) {
    if ((bytes[index] ?? 0) < 0x80) {
      index++;
      continue;
    }
    const start = index;
    while ((bytes[index] ?? 0) >= 0x80) {
      const lead = bytes[index] ?? 0;
      if ((index - start) % 2 === 0) {
        found.pairs++;
        if (lead === 0xa4 || lead === 0xa5) found.kana++;
        if (lead >= 0xb0 && lead <= 0xc8) found.hangul++;
        if (lead < 0xb0) found.signs++;
      }
      index++;
    }
    runs++;
    if ((index - start) % 2 === 1) odd++;
  }
  return found.pairs >= LEAST && odd <= runs * 0.05 ? found : undefined;
}

/** Gives how many of the characters of two bytes are of a kind; 0 where they are few, or many bytes make none. */
function share(
  bytes: Uint8Array,
  isLead: (byte: number) => boolean,
  isOfKind: (lead: number, trail: number) => boolean,
): number {
  let pairs = 0;
  let wanted = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[index + 1] ?? 0;
    if (!isLead(lead) || trail < 0x40 || trail === 0x7f) {
      broken++;
      continue;
    }
    pairs++;
    if (isOfKind(lead, trail)) wanted++;
    index++;
  }
  return pairs < LEAST || broken > pairs * 0.05 ? 0 : wanted / pairs;
}

function isShiftJisLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xef);
}

function isKana(lead: number, trail: number): boolean {
  return (lead === 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead === 0x83 && trail <= 0x96);
}

function isBeforeSmallLetter(_: number, trail: number): boolean {
  return trail >= 0x61 && trail <= 0x7a;
}

function isCommonBig5(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6 && (trail < 0x7f || trail >= 0xa1);
}
