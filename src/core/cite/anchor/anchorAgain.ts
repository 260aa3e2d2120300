// Finds a described passage in another version of its text, exactly or not at all.

import { prepareSource } from '../check/prepareSource.ts';
import { checkQuotation } from '../check/checkQuotation.ts';
import type { TextRange } from '../../model/search.ts';
import { LONGEST_CONTEXT, offsetOfCodePoint, type PassageSelector } from './quoteSelector.ts';

export type Anchored =
  /** The words are where they were, or elsewhere with the text around them. */
  | { readonly kind: 'same' | 'moved'; readonly range: TextRange }
  /** The words are no longer the same, or it cannot be told which of several like them are meant. */
  | { readonly kind: 'changed'; readonly range: TextRange | undefined }
  | { readonly kind: 'gone' };

/** So many places where the words stand are looked at. */
const PLACES = 1000;
/** From this length on, the text beside the words tells their place from another. */
const TELLING = 12;
/** Words as long as these are the same ones where the text that stood before or behind them still does so near. */
const DISTINCTIVE = 60;
const NEIGHBOURHOOD = 300;
/** What stands for the words now is no longer than this many times the words. */
const LONGEST_CHANGE = 3;
/** Where the words were changed at an edge, what is like them begins or ends so far from their context. */
const NEAR = 8;

/**
 * Finds a passage again. Where its words stand more than once, the text around them and then their old place decide;
 * where neither does, the passage is marked as changed rather than moved to words that only look alike.
 */
export function anchorAgain({ quote, position }: PassageSelector, text: string): Anchored {
  const { exact, prefix, suffix } = quote;
  if (exact.trim() === '') return { kind: 'gone' };
  const start = offsetOfCodePoint(text, position.start);
  const places = placesOf(exact, text);
  if (places.length === 0) return changed(quote, text);
  const mayTell = (context: string, place: number): boolean =>
    isTelling(context) && (context.length < LONGEST_CONTEXT || place === start);
  const isSame = (place: number): Anchored => ({
    kind: place === start ? 'same' : 'moved',
    range: [place, place + exact.length],
  });
  const both = places.filter(
    (place) => precedes(text, place, prefix) && follows(text, place + exact.length, suffix),
  );
  const [only] = both;
  if (both.length === 1 && only !== undefined) return isSame(only);
  if (both.length > 1) return both.includes(start) ? isSame(start) : { kind: 'changed', range: undefined };
  // The text on one side was edited too.
  const either = places.filter(
    (place) =>
      (mayTell(prefix, place) && precedes(text, place, prefix)) ||
      (mayTell(suffix, place) && follows(text, place + exact.length, suffix)),
  );
  const [one] = either;
  if (either.length === 1 && one !== undefined) return isSame(one);
  const [place] = places;
  if (places.length !== 1 || place === undefined) return { kind: 'changed', range: undefined };
  const isMeant = exact.length >= DISTINCTIVE && isAmong(quote, text, place);
  return isMeant ? isSame(place) : { kind: 'changed', range: [place, place + exact.length] };
}

/** What stands where the words stood, if the whole text before or behind them says so and stands nowhere else. */
function changed({ exact, prefix, suffix }: PassageSelector['quote'], text: string): Anchored {
  const before = isTelling(prefix) ? onlyPlaceOf(prefix, text) : undefined;
  const behind = isTelling(suffix) ? onlyPlaceOf(suffix, text) : undefined;
  const from = prefix === '' ? 0 : before === undefined ? undefined : before + prefix.length;
  const to = suffix === '' ? text.length : behind;
  if ((before ?? behind) !== undefined && from !== undefined && to !== undefined) {
    if (from <= to && text.slice(from, to).trim() === '') return { kind: 'gone' };
    if (from < to && to - from <= LONGEST_CHANGE * exact.length)
      return { kind: 'changed', range: [from, to] };
  }
  const source = prepareSource(text);
  const verdict = checkQuotation(exact, { current: { revision: 0, text: source }, earlier: [] });
  if (verdict.kind !== 'exact' && verdict.kind !== 'altered') return { kind: 'gone' };
  const { range } = verdict;
  const isWhole = prefix === '' && suffix === '';
  const isThere =
    isWhole ||
    (before !== undefined && isBetween(range[0] - (before + prefix.length), NEAR)) ||
    (behind !== undefined && isBetween(behind - range[1], NEAR));
  return isThere ? { kind: 'changed', range } : { kind: 'gone' };
}

function onlyPlaceOf(words: string, text: string): number | undefined {
  const place = text.indexOf(words);
  return place < 0 || place !== text.lastIndexOf(words) ? undefined : place;
}

function isBetween(distance: number, most: number): boolean {
  return distance >= 0 && distance <= most;
}

function placesOf(exact: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0 && places.length < PLACES; at = text.indexOf(exact, at + 1))
    places.push(at);
  return places;
}

function precedes(text: string, place: number, words: string): boolean {
  return words === '' ? text.slice(0, place).trim() === '' : text.endsWith(words, place);
}

function follows(text: string, place: number, words: string): boolean {
  return words === '' ? text.slice(place).trim() === '' : text.startsWith(words, place);
}

function isTelling(context: string): boolean {
  return context.trim().length >= TELLING;
}

/** Whether the whole text that stood before or behind a passage does so near a place, and nowhere else. */
function isAmong({ exact, prefix, suffix }: PassageSelector['quote'], text: string, place: number): boolean {
  const before = isTelling(prefix) ? onlyPlaceOf(prefix, text) : undefined;
  const behind = isTelling(suffix) ? onlyPlaceOf(suffix, text) : undefined;
  return (
    (before !== undefined && isBetween(place - (before + prefix.length), NEIGHBOURHOOD)) ||
    (behind !== undefined && isBetween(behind - (place + exact.length), NEIGHBOURHOOD))
  );
}
