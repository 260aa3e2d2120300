// The words, numbers and punctuation of a text, as a difference shows them.

import { foldGap } from './foldGap.ts';
import { gapBefore, isFirstUnit, type FoldedText } from './foldLetters.ts';
import { characterAt, isDigit, isUnspaced, isWordCharacter } from './script.ts';

export interface Token {
  readonly kind: 'word' | 'punctuation';
  /** What is compared: a word without case, punctuation as typography leaves it. */
  readonly key: string;
  /** The word's letters as they stand; empty for punctuation. */
  readonly letters: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly isCapitalised: boolean;
  readonly opensSentence: boolean;
}

const APOSTROPHE = /^['’ʼ]$/;
const IN_NUMBER = /^[.,:/٫٬'’\u00a0\u2009\u202f]$/;
const HYPHENATED_END = /^[-‐‑\u00ad]\s*\n\s*$/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const CAPITAL = /^\p{Lu}/u;
const SENTENCE_END = /[.!?…。！？:"]/;

/**
 * Gives the tokens of a text in order. A character of a script without spaces is a word; a number with its points and
 * commas is one, and so is "don’t".
 *
 * @example The letters of "It didn’t rise 3.5 %." give it, didn't, rise, 3.5 and the punctuation "%.".
 */
export function readTokens(folded: FoldedText): readonly Token[] {
  const { letters, starts, ends, text } = folded;
  const tokens: Token[] = [];
  let opensSentence = true;
  let begin = 0;
  const pushWord = (from: number, to: number): void => {
    const [start, end] = [starts[from] ?? 0, ends[to - 1] ?? 0];
    const word = letters.slice(from, to);
    const key = keyOf(folded, from, to);
    tokens.push({
      kind: 'word',
      key,
      letters: word,
      start,
      end,
      isCapitalised: CAPITAL.test(word),
      opensSentence,
    });
    opensSentence = false;
  };
  const pushGap = (index: number, end: number): void => {
    const gap = text.slice(end, index >= starts.length ? text.length : starts[index]);
    if (/\n\s*\n/.test(gap)) opensSentence = true;
    const key = foldGap(gap, characterAt(letters, index - 1), characterAt(letters, index)).trim();
    if (key === '') return;
    const start = end + gap.length - gap.trimStart().length;
    tokens.push({
      kind: 'punctuation',
      key,
      letters: '',
      start,
      end: Math.max(start, end + gap.trimEnd().length),
      isCapitalised: false,
      opensSentence: false,
    });
    // Inside an abbreviation, nothing stands beside the full stop: "U.K."
    if (SENTENCE_END.test(key) && gap !== '.') opensSentence = true;
  };
  pushGap(0, 0);
  for (let index = 1; index <= letters.length; index++) {
    if (index < letters.length && continues(folded, index)) continue;
    pushWord(begin, index);
    pushGap(index, ends[index - 1] ?? 0);
    begin = index;
  }
  return tokens;
}

/** Whether the unit of that index belongs to the token before it. */
function continues(folded: FoldedText, index: number): boolean {
  if (!isFirstUnit(folded, index)) return true;
  const [before, after] = [characterAt(folded.letters, index - 1), characterAt(folded.letters, index)];
  const raw = gapBefore(folded, index);
  if (raw === '') {
    if (isWordCharacter(before) !== isWordCharacter(after)) return false;
    return !isUnspaced(before) && !isUnspaced(after);
  }
  if (HYPHENATED_END.test(raw)) return !/[\p{Lu}\p{N}]/u.test(after);
  const gap = raw.replace(IGNORABLE, '');
  if (gap === '') return !isUnspaced(before) && !isUnspaced(after);
  if (isDigit(before) && isDigit(after)) return IN_NUMBER.test(gap);
  return APOSTROPHE.test(gap) && isWordCharacter(before) && isWordCharacter(after);
}

function keyOf(folded: FoldedText, from: number, to: number): string {
  let key = folded.letters.slice(from, to);
  if ((folded.ends[to - 1] ?? 0) - (folded.starts[from] ?? 0) !== to - from) {
    key = '';
    for (let unit = from; unit < to; unit++) {
      const gap = unit === from ? '' : gapBefore(folded, unit);
      key +=
        (HYPHENATED_END.test(gap) ? '' : foldGap(gap, '', '').replace('"', "'").trim()) +
        folded.letters.charAt(unit);
    }
  }
  return key.toLowerCase();
}
