// Tells lists that look like headlines and are none: results, tables, timelines.

import { withoutBullet } from './headlineLine.ts';

const MOST = 0.5;
/** "1803 – ", "c. 1803: ", "12 March 1803 ", "March 12, 1803 – ", "1803–05: ". */
const DATED =
  /^[-–—*•·]?\s*(?:(?:c|ca|circa|early|mid|late|spring|summer|autumn|winter)\.?\s+)?(?:(?:\d{1,2}\.?\s+)?\p{L}{3,9}\.?\s+(?:\d{1,2},?\s+)?)?(?:1\d{3}|20\d{2})(?:s|\s?[-–/]\s?\d{2,4})?(?:\s*[-–—:,]|\s+(?=[\p{Lu}\p{Lo}]))/u;
const ENTRY_DATE = /^[-–—*•·]?\s*(?:1\d{3}|20\d{2})年/u;
const NUMBER = /^[(+-]?\p{Sc}?\d{1,6}(?:[.,:–/-]\d{1,3})*(?:\p{Sc}|%|°?[CF]|pts?|m|km|kg)?[),;]?$/u;
const WORDS_FOR_A_NUMBER = 3;

/**
 * Whether most of a list's lines are entries of a timeline, which begin with a year, or rows of a table, which have a
 * number for every few words.
 *
 * @example "Fulham 2 Arsenal 1" is a row, "1803 – The First Dock" an entry, "Fire Kills 12 in Selwyn Market Hall" neither.
 */
export function isListOfOther(lines: readonly string[]): boolean {
  const entries = lines.filter((line) => DATED.test(line) || ENTRY_DATE.test(line)).length;
  const rows = lines.filter(isRow).length;
  return entries >= lines.length * MOST || rows >= lines.length * MOST;
}

function isRow(line: string): boolean {
  const parts = withoutBullet(line)
    .split(/[\s|]+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const numbers = parts.filter((part) => NUMBER.test(part)).length;
  return numbers > 0 && parts.length - numbers <= numbers * WORDS_FOR_A_NUMBER;
}
