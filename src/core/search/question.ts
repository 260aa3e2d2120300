// Questions in whole sentences, which are answered by the best matches.

import { isFunctionWord } from './functionWords.ts';
import { wantedPhrases, type Expression, type Phrase } from './query.ts';

/** A sentence has at least this many words and one among them that says little by itself, */
const WORDS = 6;
/** or it has so many that nobody means each of them. */
const MANY_WORDS = 8;

/**
 * Whether a query is a sentence rather than words that must all occur. What asks for more than words (a date, a
 * source, a field) is no sentence, however long.
 */
export function isSentence(expression: Expression): boolean {
  const phrases = wantedPhrases(expression);
  const reads = phrases.length >= WORDS && phrases.some(saysLittle);
  return (reads || phrases.length >= MANY_WORDS) && isOnlyWords(expression);
}

/** Whether a query is words in no field, with or without quotation marks and the signs of the grammar. */
export function isOnlyWords(expression: Expression): boolean {
  switch (expression.kind) {
    case 'phrase':
      return expression.field === undefined;
    case 'all':
    case 'any':
      return expression.parts.every(isOnlyWords);
    case 'not':
      return isOnlyWords(expression.part);
    default:
      return false;
  }
}

/** Gives the words of a sentence that carry its meaning, quoted or not; all of them where none does. */
export function tellingWords(expression: Expression): readonly Phrase[] {
  const phrases = wantedPhrases(expression).map((phrase) => ({ ...phrase, exact: false }));
  const telling = phrases.filter((phrase) => !saysLittle(phrase));
  return telling.length > 0 ? telling : phrases;
}

function saysLittle({ words }: Phrase): boolean {
  return words.every(({ term }) => isFunctionWord(term));
}
