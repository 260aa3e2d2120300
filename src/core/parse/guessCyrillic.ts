// Recognises the two encodings of Russian text that carry no mark.

/** Latin letters in Russian text: references, tags with their attributes, addresses. */
const NOT_WORDS = /&#?\w{1,32};|<[^<>]*>|\b(?:https?:|www\.)[^\s<>"']+/giu;
const COMMON = /[оеаинт]/giu;

/**
 * Gives "windows-1251" or "koi8-r" where the bytes read as Russian in that encoding, else undefined. In the
 * wrong one of the two, capitals and small letters change places; in text of other languages the most
 * frequent Russian letters are not the most frequent.
 */
export function guessCyrillic(bytes: Uint8Array): 'windows-1251' | 'koi8-r' | undefined {
  const sample = bytes.subarray(0, 16_384);
  const candidates = ['windows-1251', 'koi8-r'] as const;
  return candidates.find((charset) => readsAsRussian(wordsIn(new TextDecoder(charset).decode(sample))));
}

/** Most of a short feed or page is markup, escaped or not. */
function wordsIn(markup: string): string {
  return markup
    .replace(/<!\[CDATA\[|\]\]>/gu, ' ')
    .replace(/&lt;/giu, '<')
    .replace(/&gt;/giu, '>')
    .replace(NOT_WORDS, ' ');
}

function readsAsRussian(text: string): boolean {
  const letters = count(text, /\p{L}/gu);
  const small = count(text, /[а-яё]/gu);
  const capitals = count(text, /[А-ЯЁ]/gu);
  const cyrillic = small + capitals;
  return (
    cyrillic >= 20 &&
    cyrillic > letters * 0.5 &&
    small > capitals * 3 &&
    count(text, COMMON) > cyrillic * 0.33
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
