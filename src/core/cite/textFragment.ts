// The part of an address that makes a browser show a passage (URL Fragment Text Directives, WICG draft of 2025).

import type { TextRange } from '../model/search.ts';
import { foldWord } from '../search/foldWord.ts';

/** Longer passages are named by their beginning and their end (§ 4.1 of the draft). */
const LONGEST_EXACT = 300;
/** So few words may stand in many places of the page, menus and captions included. */
const FEW_WORDS = 3;
const CONTEXT_WORDS = 3;
const MOST_CONTEXT_WORDS = 12;
const END_WORDS = 4;
const MOST_END_WORDS = 16;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]\p{M}*/u;
const PARTS = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source}).)+`, 'gsu');
/** A browser looks for each term inside one block. */
const BLOCK_END = /[\n\t]/;

interface Word {
  /** As browsers compare: without case and accents. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Counts the blocks of the text. */
  readonly block: number;
}

/** Stretch of words. */
type Stretch = readonly [from: number, to: number];

interface Terms {
  readonly prefix: Stretch | undefined;
  readonly start: Stretch;
  readonly end: Stretch | undefined;
  readonly suffix: Stretch | undefined;
}

/**
 * Gives the fragment by which a browser finds a passage, or undefined where the passage has no word. Whole words are
 * named, as browsers look for whole words; context is added where the words are few or stand elsewhere before.
 *
 * @param text The article's plain text, blocks parted by line ends.
 * @param passage UTF-16 offsets in it.
 * @example For "well-known" in "It is a well-known song." gives "#:~:text=is%20a-,well%2Dknown,-song".
 */
export function textFragment(text: string, passage: TextRange): string | undefined {
  const words = wordsOf(text);
  const from = words.findIndex(({ end }) => end > passage[0]);
  const to = words.findLastIndex(({ start }) => start < passage[1]) + 1;
  if (from < 0 || from >= to) return undefined;
  const places = placesOf(words);
  const candidates = candidateTerms(words, text, [from, to]);
  let last: Terms | undefined;
  for (const terms of candidates) {
    last = terms;
    if (findsFirst(words, places, terms, [from, to])) break;
  }
  return last === undefined ? undefined : `#:~:${directive(text, words, last)}`;
}

/**
 * Gives an address with the fragment for a passage; a fragment that it has stays as the place to fall back to.
 *
 * @example withTextFragment("https://example.org/a#top", "Rain stops play.", [0, 4]) gives
 * "https://example.org/a#top:~:text=Rain,-stops%20play".
 */
export function withTextFragment(url: string, text: string, passage: TextRange): string {
  const fragment = textFragment(text, passage);
  const base = url.replace(/#?:~:.*$/s, '');
  if (fragment === undefined) return url;
  return base.includes('#') ? `${base}${fragment.slice(1)}` : `${base}${fragment}`;
}

/** From the shortest to the most explicit. */
function* candidateTerms(words: readonly Word[], text: string, [from, to]: Stretch): Generator<Terms> {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined) return;
  const isExact = first.block === last.block && last.end - first.start <= LONGEST_EXACT;
  const sizes = isExact ? [to - from] : [END_WORDS, 2 * END_WORDS, MOST_END_WORDS];
  for (const size of sizes) {
    const start: Stretch = isExact ? [from, to] : [from, blockEnd(words, from, Math.min(to, from + size))];
    const end: Stretch | undefined = isExact
      ? undefined
      : [blockStart(words, to, Math.max(from, to - size)), to];
    // Beginning and end may be the same few words, and must not overlap.
    if (end !== undefined && end[0] < start[1]) {
      yield { prefix: undefined, start: [from, Math.max(from + 1, end[0])], end, suffix: undefined };
      continue;
    }
    if (!isExact || to - from > FEW_WORDS || text.trim().length <= last.end - first.start) {
      yield { prefix: undefined, start, end, suffix: undefined };
    }
  }
  const start: Stretch = isExact ? [from, to] : [from, blockEnd(words, from, Math.min(to, from + END_WORDS))];
  const end: Stretch | undefined = isExact
    ? undefined
    : [Math.max(start[1], blockStart(words, to, to - END_WORDS)), to];
  for (let size = CONTEXT_WORDS; size <= MOST_CONTEXT_WORDS; size += CONTEXT_WORDS) {
    const prefix: Stretch | undefined =
      from === 0 ? undefined : [blockStart(words, from, Math.max(0, from - size)), from];
    const suffix: Stretch | undefined =
      to >= words.length ? undefined : [to, blockEnd(words, to, Math.min(words.length, to + size))];
    yield { prefix, start, end, suffix };
  }
}

/** The draft's search: the first prefix that the start follows, the first end behind it that the suffix follows. */
function findsFirst(
  words: readonly Word[],
  places: ReadonlyMap<string, readonly number[]>,
  { prefix, start, end, suffix }: Terms,
  [from, to]: Stretch,
): boolean {
  const opening = prefix ?? start;
  const key = words[opening[0]]?.key ?? '';
  for (const place of places.get(key) ?? []) {
    if (!standsAt(words, opening, place)) continue;
    const begin = prefix === undefined ? place : place + prefix[1] - prefix[0];
    if (prefix !== undefined && !standsAt(words, start, begin)) continue;
    let close = begin + start[1] - start[0];
    if (end !== undefined) {
      const found = places
        .get(words[end[0]]?.key ?? '')
        ?.find(
          (at) =>
            at >= close &&
            standsAt(words, end, at) &&
            (suffix === undefined || standsAt(words, suffix, at + end[1] - end[0])),
        );
      if (found === undefined) return false;
      close = found + end[1] - end[0];
    } else if (suffix !== undefined && !standsAt(words, suffix, close)) continue;
    return begin === from && close === to;
  }
  return false;
}

function standsAt(words: readonly Word[], [from, to]: Stretch, place: number): boolean {
  const block = words[place]?.block;
  for (let index = from; index < to; index++) {
    const word = words[place + index - from];
    if (word?.key !== words[index]?.key || word?.block !== block) return false;
  }
  return true;
}

function directive(text: string, words: readonly Word[], { prefix, start, end, suffix }: Terms): string {
  const term = ([from, to]: Stretch): string =>
    encodeTerm(text.slice(words[from]?.start, words[to - 1]?.end));
  const parts = [
    prefix === undefined ? [] : [`${term(prefix)}-`],
    [term(start)],
    end === undefined ? [] : [term(end)],
    suffix === undefined ? [] : [`-${term(suffix)}`],
  ];
  return `text=${parts.flat().join(',')}`;
}

/** A hyphen would be syntax; parentheses, quotation marks and asterisks are at home in no note's link. */
function encodeTerm(term: string): string {
  return encodeURIComponent(term.replace(/\p{Cs}/gu, '\ufffd').replace(/\s+/gu, ' ')).replace(
    /[-!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let block = 0;
  let done = 0;
  const push = (start: number, end: number): void => {
    if (BLOCK_END.test(text.slice(done, start))) block++;
    done = end;
    words.push({ key: foldWord(text.slice(start, end)), start, end, block });
  };
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (!UNSPACED.test(run)) push(index, index + run.length);
    else
      for (const part of run.matchAll(PARTS)) {
        push(index + part.index, index + part.index + part[0].length);
      }
  }
  return words;
}

function placesOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  words.forEach(({ key }, index) => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  });
  return places;
}

/** The end of a stretch that begins at `from`, at the latest where its block ends. */
function blockEnd(words: readonly Word[], from: number, to: number): number {
  let end = from + 1;
  while (end < to && words[end]?.block === words[from]?.block) end++;
  return end;
}

function blockStart(words: readonly Word[], to: number, from: number): number {
  let start = to - 1;
  while (start > from && words[start - 1]?.block === words[to - 1]?.block) start--;
  return start;
}
