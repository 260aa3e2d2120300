// Questions in whole sentences and other queries that are answered by the best matches.

import { isFunctionWord } from './functionWords.ts';
import { wantedPhrases, type Expression, type Phrase } from './query.ts';

/** A sentence has at least this many words and one among them that says little by itself, */
const WORDS = 6;
/** or it has so many that nobody means each of them. */
const MANY_WORDS = 8;

/** Fewer letters than this, while the word is being typed, begin nearly anything. */
const TELLING_LETTERS = 3;

/** A query of which some words may be missing. */
export interface LooseQuery {
  readonly words: readonly Phrase[];
  /** What holds all the same: filters, and what must not occur. */
  readonly held: readonly Expression[];
}

/**
 * Whether a query is a sentence rather than words that must all occur. What asks for more than words (a date, a
 * source, a field), for one of several or for something to be absent is no sentence, however long.
 */
export function isSentence(expression: Expression): boolean {
  const parts = partsOf(expression);
  const phrases = wantedPhrases(expression);
  const reads = phrases.length >= WORDS && phrases.some(saysLittle);
  return (
    (reads || phrases.length >= MANY_WORDS) &&
    parts.every((part) => part.kind === 'phrase' && part.field === undefined)
  );
}

/**
 * Gives a query as words of which some may be missing: a sentence, or two plain words or more. Undefined where
 * something else is asked for than plain words, filters and exclusions, as that is meant as it stands.
 */
export function looseQuery(expression: Expression): LooseQuery | undefined {
  if (isSentence(expression)) {
    return { words: wantedPhrases(expression).map((phrase) => ({ ...phrase, exact: false })), held: [] };
  }
  const parts = partsOf(expression);
  const words = parts.filter((part) => part.kind === 'phrase');
  const held = parts.filter((part) => part.kind !== 'phrase');
  const isPlain =
    words.every(({ exact, field }) => !exact && field === undefined) &&
    held.every(({ kind }) => kind !== 'any');
  return isPlain && words.length > 1 ? { words, held } : undefined;
}

/** Gives the words that carry a meaning; all of them where none does. */
export function tellingWords(words: readonly Phrase[]): readonly Phrase[] {
  const telling = words.filter((word) => !saysLittle(word) && !isBeginning(word));
  return telling.length > 0 ? telling : words;
}

/** Parentheses around words that must all occur change nothing. */
function partsOf(expression: Expression): readonly Expression[] {
  return expression.kind === 'all' ? expression.parts.flatMap(partsOf) : [expression];
}

function saysLittle({ words }: Phrase): boolean {
  return words.every(({ term }) => isFunctionWord(term));
}

function isBeginning({ words, prefix }: Phrase): boolean {
  const [only] = words;
  return prefix && words.length === 1 && only?.word !== undefined && only.term.length < TELLING_LETTERS;
}
