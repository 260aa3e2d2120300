// The passage of a text that best answers a search.

import type { MarkedText, TextRange } from '../model/search.ts';
import { findMatches, mergeRanges, type Match } from './findMatches.ts';
import type { Phrase } from './query.ts';
import type { StemLanguage } from './stem.ts';

const LONGEST = 50_000;

/**
 * Gives about `length` characters around the densest group of matches, cut at words and on one line, with the
 * matches marked; undefined where nothing matches. `start` is the offset in `text` where the passage begins.
 *
 * Only the first 50,000 characters are looked through, which bounds the time for a book.
 */
export function bestPassage(
  text: string,
  phrases: readonly Phrase[],
  language: () => StemLanguage | undefined,
  length: number,
): (MarkedText & { readonly start: number }) | undefined {
  const matches = findMatches(text.slice(0, LONGEST), phrases, language);
  const best = densestGroup(matches, length);
  if (best === undefined) return undefined;
  const [from, to] = window(text, best, length);
  const inside = matches.filter(({ range }) => range[0] >= from && range[1] <= to);
  const opening = from > 0 ? '…' : '';
  const closing = to < text.length ? '…' : '';
  const shift = opening.length - from;
  return {
    text: opening + text.slice(from, to).replace(/\s/g, ' ') + closing,
    marks: mergeRanges(inside).map(([start, end]) => [start + shift, end + shift]),
    start: from,
  };
}

/** The group with most different phrases, then most matches, then closest together, then nearest to the beginning. */
function densestGroup(matches: readonly Match[], length: number): TextRange | undefined {
  let best: { readonly score: number; readonly range: TextRange } | undefined;
  let first = 0;
  matches.forEach((match, index) => {
    while (match.range[1] - (matches[first]?.range[0] ?? 0) > length && first < index) first++;
    const group = matches.slice(Math.max(first, index - 30), index + 1);
    const start = group[0]?.range[0] ?? match.range[0];
    const looseness = Math.min(0.9, (match.range[1] - start) / length);
    const score = new Set(group.map(({ phrase }) => phrase)).size * 100 + group.length - looseness;
    if (best === undefined || score > best.score) best = { score, range: [start, match.range[1]] };
  });
  return best?.range;
}

/** Spreads a range to about the wanted length, beginning at a sentence where one is near, else at a word. */
function window(text: string, [start, end]: TextRange, length: number): TextRange {
  const room = Math.max(0, length - (end - start));
  const earliest = Math.max(0, start - Math.ceil(room / 2));
  const lead = text.slice(earliest, start);
  const sentence = lead.search(/(?<=[.!?…。！？]["”’»]?\s+|\n)(?=\S)/u);
  const from = sentence >= 0 ? earliest + sentence : wordStart(text, earliest);
  const to = wordEnd(text, Math.min(text.length, from + Math.max(length, end - from)));
  return [from, Math.max(to, end)];
}

function wordStart(text: string, place: number): number {
  if (place === 0) return 0;
  const next = text.slice(place, place + 30).search(/(?<=\s)\S/u);
  return next < 0 ? betweenCharacters(text, place) : place + next;
}

function wordEnd(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const cut = text.slice(Math.max(0, place - 30), place).search(/\s\S*$/u);
  return cut < 0 ? betweenCharacters(text, place) : Math.max(0, place - 30) + cut;
}

/** The place, or the one before it where it lies inside a surrogate pair. */
function betweenCharacters(text: string, place: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(place - 1, place + 1)) ? place - 1 : place;
}
