// From the words of a quotation back to where they stand in the note.

import type { FoundQuotation } from '../../core/cite/find/foundQuotation.ts';
import type { TextRange } from '../../core/model/search.ts';

/** Where a stretch of a quotation's words stands in the note, without markup that follows it. */
export function placeOfWords(
  note: string,
  { words, places }: Pick<FoundQuotation, 'words' | 'places'>,
  [start, end]: TextRange,
): TextRange {
  if (start >= end) {
    const at = placeBetween(note, { words, places }, start);
    return [at, at];
  }
  return [places[start] ?? 0, endOfUnit(note, words, places, end - 1)];
}

/** Between two words the markup of the second one is behind what is inserted: "did | *rule*". */
function placeBetween(
  note: string,
  { words, places }: Pick<FoundQuotation, 'words' | 'places'>,
  index: number,
): number {
  const next = places[index] ?? 0;
  if (index === 0 || index >= words.length) return next;
  return note.charAt(places[index - 1] ?? 0) === words.charAt(index - 1)
    ? endOfUnit(note, words, places, index - 1)
    : next;
}

/** A character of a reader's text may be an escape or an entity in the note. */
function endOfUnit(note: string, words: string, places: readonly number[], index: number): number {
  const place = places[index] ?? 0;
  const next = places[index + 1] ?? place + 1;
  const character = words.charAt(index);
  if (note.charAt(place) === character) return place + 1;
  if (note.charAt(place) === '\\' && note.charAt(place + 1) === character) return place + 2;
  const entity = /^&#?\w{1,32};/.exec(note.slice(place, place + 36))?.[0];
  return entity === undefined ? next : place + entity.length;
}
