// What the person typed into a search, understood.

import { isUnspaced, tokens } from './tokens.ts';

/** Terms that stand next to each other in this order; a single word is a phrase of one term. */
export interface Phrase {
  readonly terms: readonly string[];
  /** Whether the last term may be the beginning of a longer one. */
  readonly prefix: boolean;
}

/** Every phrase must occur. */
export interface Query {
  readonly phrases: readonly Phrase[];
}

const PIECE = /"([^"]*)("?)|[^\s"]+/g;

/**
 * Understands a query: words, all of which must occur, and "phrases in quotation marks", straight or typographic.
 * Never fails: what is not a word is left out.
 *
 * @param typing Whether the person is still typing, so that the last word may be unfinished.
 * @example parseQuery('"central asia" summ', true) asks for the two words side by side and for a word that begins
 * with "summ".
 */
export function parseQuery(text: string, typing: boolean): Query {
  const straight = text.replace(/[“”„«»]/g, '"');
  const phrases: Phrase[] = [];
  for (const match of straight.matchAll(PIECE)) {
    const [piece, quoted, closed] = match;
    const unfinished = typing && closed !== '"' && match.index + piece.length === straight.length;
    const phrase = phraseOf(quoted ?? piece, unfinished);
    if (phrase.terms.length > 0) phrases.push(phrase);
  }
  return { phrases };
}

/** A phrase of pairs already covers the last character of an unspaced run; alone it stands for what begins with it. */
function phraseOf(text: string, unfinished: boolean): Phrase {
  const found = tokens(text);
  const last = found.at(-1);
  if (last === undefined || !isUnspaced(last.term)) {
    return { terms: found.map((token) => token.term), prefix: unfinished };
  }
  const before = found.at(-2);
  const covered = before?.end === last.end && isUnspaced(before.term);
  const kept = covered ? found.slice(0, -1) : found;
  return { terms: kept.map((token) => token.term), prefix: !covered };
}
