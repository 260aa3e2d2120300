// Citations as Pandoc writes them, which plain text and other languages borrow (Pandoc's manual, "Citation syntax").

import type { NotePen, Stretch } from './noteReading.ts';

/** Punctuation stands inside a key alone and between letters; a key in braces may be anything. */
const KEY =
  /(?<![\p{L}\p{N}_@.\\])-?@(?:\{([^{}\n]{1,300})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*))/uy;
/** Cross-references of Quarto and of pandoc-crossref, which are written alike. */
const CROSS_REFERENCE =
  /^(?:(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)[-:]|\w+:(?:fig|tab|eq|sec))/i;
const LONGEST_GROUP = 2000;
const LOCATOR_BEHIND = /[ \n]?(?:\[([^[\]@^]{1,200})\](?![([])|\{([^{}@.#=]{1,100})\})/y;

interface Item {
  readonly key: string;
  readonly keyStart: number;
  /** Where the sign stands, or the minus before it. */
  readonly start: number;
  readonly end: number;
}

/** Gives the key that stands at an offset, or undefined. */
export function keyAt(text: string, at: number): Item | undefined {
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  const key = match?.[1] ?? match?.[2];
  if (match === null || key === undefined || CROSS_REFERENCE.test(key)) return undefined;
  const end = at + match[0].length;
  return { key, keyStart: match[1] === undefined ? end - key.length : end - key.length - 1, start: at, end };
}

/**
 * Writes the citations of a bracket, "[see @key, para. 4; -@other]", and gives whether it had any.
 *
 * @param open Where the bracket opens, and where it closes.
 */
export function citeGroup(pen: NotePen, stretch: Stretch, open: number, close: number): boolean {
  const { text, place } = stretch;
  if (close - open > LONGEST_GROUP || !text.slice(open, close).includes('@')) return false;
  const items = itemsIn(text, open + 1, close);
  items.forEach((item, index) => {
    const next = items[index + 1]?.start ?? close;
    const suffix = text.slice(item.end, next).split(';', 1)[0] ?? '';
    pen.cite({
      key: item.key,
      keyRange: [place(item.keyStart), place(item.keyStart + item.key.length)],
      citation: [place(open), place(close) + 1],
      locator: locatorOf(suffix),
    });
  });
  return items.length > 0;
}

/** Writes a citation that stands in the text, "@key [para. 4]", and gives where it ends; undefined for none. */
export function citeInText(pen: NotePen, { text, place }: Stretch, at: number): number | undefined {
  const item = keyAt(text, at);
  if (item === undefined) return undefined;
  LOCATOR_BEHIND.lastIndex = item.end;
  const behind = LOCATOR_BEHIND.exec(text);
  const end = item.end + (behind?.[0].length ?? 0);
  pen.cite({
    key: item.key,
    keyRange: [place(item.keyStart), place(item.keyStart + item.key.length)],
    citation: [place(item.start), place(end - 1) + 1],
    locator: locatorOf(behind?.[1] ?? behind?.[2] ?? ''),
  });
  return end;
}

function itemsIn(text: string, from: number, to: number): readonly Item[] {
  const items: Item[] = [];
  for (let at = text.indexOf('@', from); at >= 0 && at < to; at = text.indexOf('@', at + 1)) {
    const item =
      (text.charAt(at - 1) === '-' && at > from ? keyAt(text, at - 1) : undefined) ?? keyAt(text, at);
    if (item === undefined || item.end > to) continue;
    items.push(item);
    at = item.end - 1;
  }
  return items;
}

/**
 * Gives a locator as a reader sees it; undefined for nothing.
 *
 * @example ", {para. 4} and *passim*" gives "para. 4 and passim".
 */
export function locatorOf(written: string): string | undefined {
  const locator = written
    .replace(/[{}*]|\\(?=[^\p{L}\p{N}])/gu, '')
    .replace(/[~\u00a0]/g, ' ')
    .replace(/^[\s,:;،؛，、；]+|[\s,;،؛，、；]+$/g, '')
    .replace(/\s+/g, ' ');
  return locator === '' ? undefined : locator;
}
