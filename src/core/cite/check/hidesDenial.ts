// Whether what a writer marked turns a sentence into its contrary.

import type { TextRange } from '../../model/search.ts';
import { hasNegation, isDenialOf } from './negations.ts';
import { wordBefore, wordBehind } from './wordEdges.ts';

interface Marked {
  /** The quotation, and the stretch of it that is marks. */
  readonly words: string;
  readonly marks: TextRange;
  /** The source, and the stretch of it that the marks stand for. */
  readonly text: string;
  readonly replaced: TextRange;
}

// An abbreviation's full stop is followed by a small letter, or the name behind it ends the clause as well.
const SENTENCE_END = /[.!?…]["'’”»“)\]]*\s+(?=["'‘“„«¿¡([]*[\p{Lu}\p{Lo}\p{N}]|$)|[。！？।۔؟]|\n\s*\n/u;
const BRACKETS = /[[\]［］〔〕()（）<>‹›]/g;

/**
 * Whether exactly one of the source and the quotation denies something where the marks stand. Whole sentences between
 * those that are quoted deny nothing of what is quoted.
 */
export function hidesDenial({ words, marks, text, replaced }: Marked): boolean {
  const parts = text.slice(...replaced).split(SENTENCE_END);
  const inSentence = parts.length > 2 ? `${parts[0] ?? ''} ${parts.at(-1) ?? ''}` : parts.join(' ');
  const ours = words.slice(...marks).replace(BRACKETS, '');
  // Where a mark is inside a word, the whole word may deny: "can[not]".
  const [begun, ended] = [wordBefore(words, marks[0]) !== '', wordBehind(words, marks[1]) !== ''];
  const theirWords =
    (begun ? wordBefore(text, replaced[0]) : '') + inSentence + (ended ? wordBehind(text, replaced[1]) : '');
  const ourWords = wordBefore(words, marks[0]) + ours + wordBehind(words, marks[1]);
  if (hasNegation(theirWords) !== hasNegation(ourWords)) return true;
  return ended && isDenialOf(theirWords.trim(), ourWords.trim());
}

/** Whether a word of the source denies and the quotation's does not: "can’t" and "can", "unlikely" and "likely". */
export function losesDenial(source: string, quoted: string): boolean {
  if (hasNegation(source)) return !hasNegation(quoted);
  return source.length > quoted.length && isDenialOf(source, quoted);
}
