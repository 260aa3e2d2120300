// A passage of a text, described so that it is found again in a later version of the text.

import type { TextRange } from '../../model/search.ts';

/** W3C Web Annotation Data Model (2017), § 4.2.4; its text is what stands in the document's plain text. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** § 4.2.5 of the same; the offsets count code points from 0, and the end is exclusive. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

export interface PassageSelector {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

/** So much of the text around a passage is kept, and more where the passage stands elsewhere beside the same text. */
const CONTEXT = 32;
/** Shorter ones tell the place from every other. */
export const LONGEST_CONTEXT = 256;

/**
 * Describes a passage.
 *
 * @param passage UTF-16 offsets; they are moved outwards where they part a character.
 */
export function selectPassage(text: string, passage: TextRange): PassageSelector {
  const start = characterStart(text, Math.min(...passage));
  const end = characterEnd(text, Math.max(...passage));
  const exact = text.slice(start, end);
  let prefix = '';
  let suffix = '';
  for (let length = CONTEXT; length <= LONGEST_CONTEXT; length *= 2) {
    prefix = text.slice(characterStart(text, start - length), start);
    suffix = text.slice(end, characterEnd(text, end + length));
    // Each side alone tells the place, as the other may be edited.
    if (isUnique(prefix + exact, text) && isUnique(exact + suffix, text)) break;
  }
  const before = codePoints(text.slice(0, start));
  return {
    quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
    position: { type: 'TextPositionSelector', start: before, end: before + codePoints(exact) },
  };
}

/** Gives the UTF-16 offset of a number of code points; the text's length where it has not as many. */
export function offsetOfCodePoint(text: string, count: number): number {
  let place = 0;
  for (let passed = 0; passed < count && place < text.length; passed++) {
    place += (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
  }
  return place;
}

function isUnique(words: string, text: string): boolean {
  return text.indexOf(words) === text.lastIndexOf(words);
}

function codePoints(text: string): number {
  let count = 0;
  for (let place = 0; place < text.length; count++) place += (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

function characterStart(text: string, place: number): number {
  let start = Math.max(0, Math.min(place, text.length));
  while (start > 0 && start < text.length && isInside(text, start)) start--;
  return start;
}

function characterEnd(text: string, place: number): number {
  let end = Math.max(0, Math.min(place, text.length));
  while (end < text.length && isInside(text, end)) end++;
  return end;
}

/** Whether an offset is between the surrogates of a character, or before one of its combining marks or joiners. */
function isInside(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  if (unit >= 0xdc00 && unit <= 0xdfff) {
    const before = text.charCodeAt(place - 1);
    if (before >= 0xd800 && before <= 0xdbff) return true;
  }
  return unit > 0x2ff && /^[\p{M}\u200d]/u.test(text.slice(place, place + 2));
}
