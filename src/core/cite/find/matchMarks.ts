// Pairs the quotation marks of a text, in the conventions of many languages.

import type { TextRange } from '../../model/search.ts';

/** A quotation between marks, as offsets in the text. */
export interface MarkedQuotation {
  /** With its marks. */
  readonly outer: TextRange;
  /** Between its marks. */
  readonly inner: TextRange;
  /** Marks inside that only say that the quotation goes on in a new paragraph. */
  readonly repeated: readonly number[];
}

/** Marks that can end what a mark began. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‘': '’',
  '‚': '‘’',
  '‛': '’',
  '’': '’',
  '"': '"',
  "'": "'",
  '「': '」',
  '『': '』',
  '＂': '＂',
};
/** Marks that never end anything, and so need no space before them. */
const ONLY_OPENING = new Set('„‟‚‛「『');
const ONLY_CLOSING = new Set('」』');
/** Marks with which a new paragraph of the same quotation begins. */
const REPEATABLE = new Set('“„«»"「『');
const MARKS = /[“”„‟«»‹›‘’‚‛"'「」『』＂]|\n\n/g;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const SPACE = /\s/u;
const BEFORE_OPENING = /[\s([{<\-–—―/¿¡…:“„«»‹›‘‚"'「『*_|]/u;
/** Open marks that are looked at for the one that a mark ends. */
const MOST_OPEN = 16;
/** UTF-16 units in which the proper end of a quotation is looked for. */
const TYPED = 400;

interface OpenMark {
  readonly mark: string;
  readonly at: number;
  readonly repeated: number[];
  /** Whether a paragraph begins in which it is to be set again. */
  isAwaited: boolean;
}

/**
 * Gives all pairs of quotation marks in the order of their beginnings. Apostrophes are none, nor are the marks of
 * titles, 《…》 and, outside of 「…」, 『…』. A quotation goes over a paragraph's end only where the next paragraph begins
 * with the same mark, as newspapers set it. Takes time proportional to the length.
 *
 * @param isMark Whether the character at an offset counts; it does not in code, nor where markup wrote it.
 * @example "Er sagte: „Ja“, and it’s “fine”." gives „Ja“ and “fine”.
 */
export function matchMarks(
  text: string,
  isMark: (at: number) => boolean = () => true,
): readonly MarkedQuotation[] {
  const found: MarkedQuotation[] = [];
  let open: OpenMark[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (mark === '\n\n') {
      open = goingOn(open, text.charAt(at + 2));
      continue;
    }
    if (!isMark(at)) continue;
    const first = open[0];
    if (first?.mark === mark && first.isAwaited && text.startsWith('\n\n', at - 2)) {
      first.repeated.push(at);
      first.isAwaited = false;
      continue;
    }
    const closes = mayClose(text, at, mark) ? closedBy(text, at, mark, open) : -1;
    const opener = open[closes];
    if (opener !== undefined && !isPossessive(text, at, mark)) {
      open.length = closes;
      found.push({
        outer: [opener.at, at + 1],
        inner: [opener.at + 1, at],
        repeated: opener.repeated,
      });
    } else if (mayOpen(text, at, mark) && (mark !== '『' || openedBy(open, '」') >= 0)) {
      if (open.length >= MOST_OPEN) open.shift();
      open.push({ mark, at, repeated: [], isAwaited: false });
    }
  }
  return found.sort((one, other) => one.outer[0] - other.outer[0]);
}

/** The outermost mark stays open over a paragraph's end where it is set again. */
function goingOn(open: readonly OpenMark[], next: string): OpenMark[] {
  const first = open[0];
  if (first?.mark !== next || !REPEATABLE.has(next)) return [];
  first.isAwaited = true;
  return [first];
}

function closedBy(text: string, at: number, mark: string, open: readonly OpenMark[]): number {
  const index = openedBy(open, mark);
  const last = open.at(-1)?.mark;
  if (index >= 0 || mark !== '"' || (last !== '„' && last !== '“')) return index;
  // Keyboards without the closing mark have this one for it: „Ja". It ends nothing that ends properly.
  const rest = text.slice(at + 1, at + TYPED).split('\n\n', 1)[0] ?? '';
  return (last === '„' ? /^[^„]*[“”]/ : /^[^“]*”/).test(rest) ? -1 : open.length - 1;
}

function openedBy(open: readonly OpenMark[], mark: string): number {
  for (let index = open.length - 1; index >= 0; index--) {
    const opener = open[index];
    if (opener !== undefined && (CLOSED_BY[opener.mark] ?? '').includes(mark)) return index;
  }
  return -1;
}

function mayClose(text: string, at: number, mark: string): boolean {
  if (ONLY_OPENING.has(mark)) return false;
  if (ONLY_CLOSING.has(mark)) return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (mark === '»' || mark === '›') return !(SPACE.test(before) && WORD.test(after)) || isFrench(text, at);
  if (mark === '”') return !(SPACE.test(before) && WORD.test(after));
  return !SPACE.test(before) && before !== '' && !isWord(text, at + 1);
}

/** French sets spaces inside the marks: « oui ». */
function isFrench(text: string, at: number): boolean {
  return /[\u00a0\u202f\u2009]/.test(text.charAt(at - 1));
}

function mayOpen(text: string, at: number, mark: string): boolean {
  if (ONLY_CLOSING.has(mark)) return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (after === '') return false;
  if (ONLY_OPENING.has(mark) || mark === '«') return true;
  if (mark === '“' || mark === '‘') return !SPACE.test(after) && !(mark === '‘' && isWord(text, at - 1));
  if (SPACE.test(after)) return false;
  return before === '' || BEFORE_OPENING.test(before) || isUnspaced(text, at);
}

/** Scripts that write words without spaces set their marks without them too. */
function isUnspaced(text: string, at: number): boolean {
  return /[\u3000-\u9fff\uff00-\uffef]/.test(text.charAt(at - 1));
}

/** "the dogs’ bowl": behind an s and before a word an apostrophe, if the quotation can still end later. */
function isPossessive(text: string, at: number, mark: string): boolean {
  if (mark !== '’' && mark !== "'") return false;
  if (!/[sxz]/.test(text.charAt(at - 1)) || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 4))) return false;
  const rest = text.slice(at + 1, at + 300).split('\n\n', 1)[0] ?? '';
  const later = new RegExp(`[^\\s${mark}]${mark}(?![\\p{L}\\p{N}])`, 'u').exec(rest);
  if (later === null) return false;
  const between = rest.slice(0, later.index);
  return !(mark === '’' ? /‘/ : /(?:^|\s)'\S/).test(between);
}

function isWord(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return at >= 0 && code !== undefined && WORD.test(String.fromCodePoint(code));
}
