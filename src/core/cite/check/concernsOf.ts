// How grave a change is.

import { hasNegation, isDenialOf } from './negations.ts';
import { hasNumber } from './numberWords.ts';
import type { Token } from './readTokens.ts';
import { isUnspaced } from './script.ts';
import type { Concern } from './verdict.ts';

/** The words of a change: what the source has and what the quotation has instead. */
export interface Change {
  readonly source: readonly Token[];
  readonly quoted: readonly Token[];
  readonly sourceText: string;
  readonly quotedText: string;
}

/** Longer changes are whole clauses anyway. */
const LOOKED_AT = 2000;
const CLAUSE_WORDS = 4;
const CLAUSE_CHARACTERS = 5;
const GRAVITY: readonly Concern[] = [
  'number',
  'negation',
  'name',
  'clause',
  'order',
  'word',
  'case',
  'punctuation',
];

/** Gives what one change touches. */
export function concernsOf(change: Change, names: ReadonlySet<string>): readonly Concern[] {
  const { source, quoted } = change;
  const [sourceText, quotedText] = [
    change.sourceText.slice(0, LOOKED_AT),
    change.quotedText.slice(0, LOOKED_AT),
  ];
  const words = [...source, ...quoted].filter(({ kind }) => kind === 'word');
  const concerns: Concern[] = [];
  if (hasNumber(sourceText) || hasNumber(quotedText)) concerns.push('number');
  if (hasNegation(sourceText) || hasNegation(quotedText) || isDenial(change)) concerns.push('negation');
  if (words.some((word) => isName(word, names))) concerns.push('name');
  if (Math.max(clauseSize(source), clauseSize(quoted)) >= 1) concerns.push('clause');
  if (words.length === 0) return [...concerns, 'punctuation'];
  if (concerns.length > 0) return concerns;
  return [sourceText.toLowerCase() === quotedText.toLowerCase() ? 'case' : 'word'];
}

/** Each concern once, the gravest first. */
export function inOrder(concerns: readonly Concern[]): readonly Concern[] {
  return GRAVITY.filter((concern) => concerns.includes(concern));
}

export function isGrave(concern: Concern): boolean {
  return GRAVITY.indexOf(concern) < GRAVITY.indexOf('word');
}

function isName({ key, isCapitalised, opensSentence }: Token, names: ReadonlySet<string>): boolean {
  return isCapitalised && (!opensSentence || names.has(key));
}

/** 1 for a whole clause. */
function clauseSize(tokens: readonly Token[]): number {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const characters = words.filter(({ letters }) => isUnspaced(letters)).length;
  return Math.max(characters / CLAUSE_CHARACTERS, (words.length - characters) / CLAUSE_WORDS);
}

function isDenial({ source, quoted }: Change): boolean {
  if (source.length !== quoted.length) return false;
  return source.some((token, index) => isDenialOf(token.letters, quoted[index]?.letters ?? ''));
}
