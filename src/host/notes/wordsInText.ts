// Finds words that were copied from a page in the text that they are from.

import type { TextRange } from '../../core/model/search.ts';

/** Fewer characters are likely to be from anywhere. */
const SHORTEST = 12;
const LONGEST = 100_000;

/** Whether words are enough to tell where they are from, and not too many. */
export function canBeFound(words: string): boolean {
  const wanted = words.length > LONGEST ? '' : folded(words);
  return wanted.length >= SHORTEST && wanted.includes(' ');
}

/**
 * Gives where words stand in a text, whatever the white space between them; undefined where they do not, or are too few
 * to tell.
 *
 * @example wordsInText("rained until\nnoon.", "It rained  until noon.") gives [3, 22].
 */
export function wordsInText(words: string, text: string): TextRange | undefined {
  if (!canBeFound(words)) return undefined;
  const wanted = folded(words);
  const places: number[] = [];
  let all = '';
  for (const { 0: run, index } of text.matchAll(/\s+|\S+/gu)) {
    const isSpace = /^\s/u.test(run);
    for (let unit = 0; unit < (isSpace ? 1 : run.length); unit++) places.push(index + unit);
    all += isSpace ? ' ' : run;
  }
  const found = all.indexOf(wanted);
  const [start, last] = [places[found], places[found + wanted.length - 1]];
  return found < 0 || start === undefined || last === undefined ? undefined : [start, last + 1];
}

function folded(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
