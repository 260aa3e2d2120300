// Finds a described passage in another version of its text, exactly or not at all.

import { prepareSource, type PreparedText } from '../check/prepareSource.ts';
import { checkQuotation } from '../check/checkQuotation.ts';
import type { TextRange } from '../../model/search.ts';
import { offsetOfCodePoint, type PassageSelector } from './quoteSelector.ts';

export type Anchored =
  /** The words are where they were, or elsewhere with the text around them. */
  | { readonly kind: 'same' | 'moved'; readonly range: TextRange }
  /** The words are no longer the same, or it cannot be told which of several like them are meant. */
  | { readonly kind: 'changed'; readonly range: TextRange | undefined }
  | { readonly kind: 'gone' };

/** So many places where the words stand are looked at. */
const PLACES = 1000;
/** So much of the text beside the words tells their place from another. */
const TELLING = 12;
/** Words as long as these are the same ones where something of the text beside them is near. */
const DISTINCTIVE = 60;
const NEIGHBOURHOOD = 300;
/** Context is looked for so far from where something like the words stands. */
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
      (isTelling(prefix) && precedes(text, place, prefix)) ||
      (isTelling(suffix) && follows(text, place + exact.length, suffix)),
  );
  const [one] = either;
  if (either.length === 1 && one !== undefined) return isSame(one);
  const [place] = places;
  if (places.length !== 1 || place === undefined) return { kind: 'changed', range: undefined };
  const isMeant = exact.length >= DISTINCTIVE && isAmong(quote, text, place);
  return isMeant ? isSame(place) : { kind: 'changed', range: [place, place + exact.length] };
}

/** What stands where the words stood, if the text around it says so. */
function changed({ exact, prefix, suffix }: PassageSelector['quote'], text: string): Anchored {
  const source = prepareSource(text);
  const verdict = checkQuotation(exact, { current: { revision: 0, text: source }, earlier: [] });
  if (verdict.kind === 'exact' || verdict.kind === 'altered') {
    const [from, to] = verdict.range;
    const around = text.slice(Math.max(0, from - TELLING - NEAR), from);
    const behind = text.slice(to, to + TELLING + NEAR);
    const before = lastWords(prefix);
    const after = firstWords(suffix);
    const isThere =
      (before !== '' && around.includes(before)) ||
      (after !== '' && behind.includes(after)) ||
      (from === 0 && prefix === '') ||
      (to === text.length && suffix === '');
    if (isThere) return { kind: 'changed', range: verdict.range };
  }
  return betweenContexts(prefix, suffix, exact, source);
}

/** All the words are others, and the text around them is the same. */
function betweenContexts(prefix: string, suffix: string, exact: string, { text }: PreparedText): Anchored {
  if (prefix.length < TELLING || suffix.length < TELLING) return { kind: 'gone' };
  const before = text.indexOf(prefix);
  if (before < 0 || before !== text.lastIndexOf(prefix)) return { kind: 'gone' };
  const from = before + prefix.length;
  const to = text.indexOf(suffix, from);
  if (to <= from || to - from > 3 * exact.length) return { kind: 'gone' };
  return text.slice(from, to).trim() === '' ? { kind: 'gone' } : { kind: 'changed', range: [from, to] };
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

/** Whether the words that stood beside a passage stand near a place. */
function isAmong({ exact, prefix, suffix }: PassageSelector['quote'], text: string, place: number): boolean {
  const around = text.slice(Math.max(0, place - NEIGHBOURHOOD), place + exact.length + NEIGHBOURHOOD);
  return [lastWords(prefix), firstWords(suffix)].some((words) => words !== '' && around.includes(words));
}

function lastWords(prefix: string): string {
  return prefix.slice(-TELLING).trim();
}

function firstWords(suffix: string): string {
  return suffix.slice(0, TELLING).trim();
}
