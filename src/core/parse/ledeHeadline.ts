// Makes a headline for an article that came without one.

import { cutAtWord } from '../text/cutAtWord.ts';
import { sentences } from '../text/sentences.ts';

const LONGEST = 110;
const SHORTEST_CLAUSE = 60;
const SHORTEST_LINE = 20;
/** "DUSHANBE, Oct 8 (Agency) — " at the beginning of an agency's article. */
const DATELINE = /^\p{Lu}[\p{Lu}\s.,'’/-]{2,40}(?:,? \p{L}+\.? \d{1,2})?(?: \([^)]{2,30}\))? ?[–—-]{1,2} /u;
const CLOSING = /[\s.,;:،؛。，；：।۔\p{Pd}]+$/u;
/** Marks that end a clause. */
const MARK = /(?=[;:؛；：、،，]\s?|,\s|\s[–—-]{1,2}\s|\s\()/gu;
/** Words that begin one. */
const CONJUNCTION =
  /(?=\s(?:as|after|amid|although|and|because|before|but|despite|following|since|until|when|where|which|while|who|with)\s)/gu;
const DANGLING = /\s(?:a|an|the|of|and|or|but|to|in|on|at|for|by|with|from|as|that|its|his|her|their)$/iu;

/**
 * Gives a headline from an article's first sentence: the whole sentence, or as much as fits into 110
 * characters up to the end of a clause, with "…" where it was cut. No closing full stop. Empty for no text.
 *
 * @example "The port of Ostend closed on Friday." gives "The port of Ostend closed on Friday".
 */
export function ledeHeadline(text: string): string {
  const first = sentences(firstLine(text))[0] ?? '';
  const sentence = first.replace(DATELINE, '').trim();
  if (sentence.length <= LONGEST) return withoutClosing(sentence);
  const end = lastEnd(sentence, MARK) ?? lastEnd(sentence, CONJUNCTION);
  const words = end === undefined ? cutAtWord(sentence, LONGEST).slice(0, -1) : sentence.slice(0, end);
  return `${withoutDangling(withoutClosing(words))}…`;
}

function lastEnd(sentence: string, clauseEnd: RegExp): number | undefined {
  const ends = [...sentence.slice(0, LONGEST + 12).matchAll(clauseEnd)].map((match) => match.index);
  return ends.findLast((index) => index >= SHORTEST_CLAUSE && index < LONGEST);
}

/** The lines of verse are no sentences; a line that is too short to be one is taken with the next. */
function firstLine(text: string): string {
  const [, line] = /^\s*(.*)/u.exec(text.slice(0, 2000)) ?? [];
  return line !== undefined && line.length >= SHORTEST_LINE ? line : text.slice(0, 2000);
}

function withoutDangling(words: string): string {
  let kept = words;
  while (DANGLING.test(kept)) kept = withoutClosing(kept.replace(DANGLING, ''));
  return kept;
}

function withoutClosing(line: string): string {
  return /(?:^|[^\p{L}])(?:\p{L}\.){2,}$/u.test(line) ? line : line.replace(CLOSING, '');
}
