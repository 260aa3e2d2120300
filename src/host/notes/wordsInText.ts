// Finds words that were copied from a page in the text that they are from.

import type { TextRange } from '../../core/model/search.ts';

/** Fewer characters are likely to be from anywhere. */
const SHORTEST = 12;
const LONGEST = 100_000;

/**
 * Gives where words stand in a text, whatever the white space between them; undefined where they do not, or are too few
 * to tell.
 *
 * @example wordsInText("rained until\nnoon.", "It rained  until noon.") gives [3, 22].
 */
export function wordsInText(words: string, text: string): TextRange | undefined {
  if (words.length > LONGEST) return undefined;
  const wanted = words.replace(/\s+/gu, ' ').trim();
  if (wanted.length < SHORTEST || !wanted.includes(' ')) return undefined;
  const places: number[] = [];
  let folded = '';
  for (const { 0: run, index } of text.matchAll(/\s+|\S+/gu)) {
    const isSpace = /^\s/u.test(run);
    for (let unit = 0; unit < (isSpace ? 1 : run.length); unit++) places.push(index + unit);
    folded += isSpace ? ' ' : run;
  }
  const found = folded.indexOf(wanted);
  const [start, last] = [places[found], places[found + wanted.length - 1]];
  return found < 0 || start === undefined || last === undefined ? undefined : [start, last + 1];
}
