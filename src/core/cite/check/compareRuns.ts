// Compares the stretches of a quotation between its marks with the source, word by word.

import { alignTokens, type Step } from './alignTokens.ts';
import { locateTokens } from './locateTokens.ts';
import type { TokenIndex } from './prepareSource.ts';
import type { Token } from './readTokens.ts';
import { isUnspaced } from './script.ts';

/** A stretch of the quotation beside the source; no step of `same` or `changed` where nothing like it was found. */
export interface ComparedRun {
  readonly steps: readonly Step[];
  readonly tokens: readonly Token[];
  /** The source's tokens it was laid beside; empty where nothing like it was found. */
  readonly stretch: readonly [from: number, to: number];
}

/** Longer stretches are compared in pieces, which bounds the work. */
const LONGEST = 160;
const CANDIDATES = 4;
/** From this share of agreement on, no other place is looked at. */
const SURE = 0.8;
/** Between two pieces of one stretch so many tokens can have been left out. */
const LARGEST_HOLE = 200;

/** Gives the tokens in pieces of bounded length. */
export function partRun(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  for (let from = 0; from < tokens.length; from += LONGEST) parts.push(tokens.slice(from, from + LONGEST));
  return parts;
}

/** Gives the best comparison of a run with the source. */
export function compareRun(tokens: readonly Token[], source: TokenIndex, after: number): ComparedRun {
  const stretches = [...locateTokens(tokens, source, CANDIDATES)];
  // What follows the piece before is a candidate even where its words are all frequent.
  if (after > 0) stretches.push([after, Math.min(source.all.length, after + tokens.length + LARGEST_HOLE)]);
  let best: ComparedRun | undefined;
  let bestScore = 0;
  for (const [from, to] of stretches) {
    const steps = alignTokens(tokens, source.all, [from, to]);
    const score = scoreOf(steps, tokens);
    if (score > bestScore) [best, bestScore] = [{ steps, tokens, stretch: reachOf(steps) }, score];
    if (best !== undefined && agreement([best], source).share >= SURE) break;
  }
  return best ?? { steps: tokens.map((_, quoted) => ({ kind: 'added', quoted })), tokens, stretch: [0, 0] };
}

/** The share of a run's letters that agree with the source, and the longest row of words that do. */
export function agreement(
  runs: readonly ComparedRun[],
  source: TokenIndex,
): { readonly share: number; readonly longest: number } {
  let [same, all, longest] = [0, 0, 0];
  for (const { steps, tokens } of runs) {
    let row = 0;
    for (const step of steps) {
      const token = step.kind === 'dropped' ? undefined : tokens[step.quoted];
      if (token?.kind !== 'word') {
        if (step.kind === 'dropped') row = 0;
        continue;
      }
      all += weightOf(token);
      row = step.kind === 'same' ? row + 1 : 0;
      if (step.kind === 'same') same += weightOf(token);
      if (step.kind === 'changed') same += commonBeginning(token, source.all[step.source]);
      longest = Math.max(longest, row);
    }
  }
  return { share: all === 0 ? 0 : same / all, longest };
}

/** A character of a script without spaces says more than a letter. */
function weightOf({ letters }: Token): number {
  return isUnspaced(letters) ? 3 : letters.length;
}

/** Other forms of a word agree by what they have in common. */
function commonBeginning({ key }: Token, other: Token | undefined): number {
  let common = 0;
  while (common < key.length && key.charAt(common) === other?.key.charAt(common)) common++;
  return common < 3 ? 0 : common;
}

function reachOf(steps: readonly Step[]): readonly [from: number, to: number] {
  const places = steps.flatMap((step) => (step.kind === 'added' ? [] : [step.source]));
  const first = places[0];
  return first === undefined ? [0, 0] : [first, (places.at(-1) ?? first) + 1];
}

function scoreOf(steps: readonly Step[], tokens: readonly Token[]): number {
  let score = 0;
  for (const step of steps) {
    if (step.kind === 'same') score += 1 + (tokens[step.quoted]?.letters.length ?? 0) / 4;
    else score -= step.kind === 'dropped' ? 0.1 : 0.3;
  }
  return score;
}
