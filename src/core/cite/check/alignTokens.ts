// Lays the words of a quotation beside those of a stretch of its source, so that as many as possible agree.

import type { Token } from './readTokens.ts';

/** One token of either text, or of both; `changed` are two different ones in the same place. */
export type Step =
  | { readonly kind: 'same' | 'changed'; readonly quoted: number; readonly source: number }
  | { readonly kind: 'added'; readonly quoted: number }
  | { readonly kind: 'dropped'; readonly source: number };

const SAME = 3;
const SAME_MARK = 1;
/** Less than a word added, so that a word beside a part that agrees is taken for a change of its neighbour. */
const CHANGED = -0.9;
const ADDED = -1;
const DROPPED = -0.45;
const DIAGONAL = 1;
const LEFT = 2;
const UP = 3;

/**
 * Gives the steps from the first to the last token that agree with the source (Needleman and Wunsch with free ends in
 * the source). All of the quotation's tokens are in the steps, of the source's those between.
 *
 * @param from The stretch of `source` that is looked at.
 */
export function alignTokens(
  quoted: readonly Token[],
  source: readonly Token[],
  [from, to]: readonly [from: number, to: number],
): readonly Step[] {
  const width = to - from + 1;
  const moves = new Uint8Array((quoted.length + 1) * width);
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  for (let i = 1; i <= quoted.length; i++) {
    const token = quoted[i - 1];
    row[0] = i * ADDED;
    moves[i * width] = UP;
    for (let j = 1; j < width; j++) {
      const diagonal = (above[j - 1] ?? 0) + likeness(token, source[from + j - 1]);
      const up = (above[j] ?? 0) + ADDED;
      const left = (row[j - 1] ?? 0) + DROPPED;
      const best = Math.max(diagonal, up, left);
      row[j] = best;
      moves[i * width + j] = best === diagonal ? DIAGONAL : best === up ? UP : LEFT;
    }
    [above, row] = [row, above];
  }
  return stepsBack(quoted, source, from, width, moves, above);
}

function likeness(one: Token | undefined, other: Token | undefined): number {
  if (one?.kind !== other?.kind || one === undefined || other === undefined) return 2 * ADDED;
  if (one.key === other.key) return one.kind === 'word' ? SAME : SAME_MARK;
  return CHANGED;
}

function stepsBack(
  quoted: readonly Token[],
  source: readonly Token[],
  from: number,
  width: number,
  moves: Uint8Array,
  last: Float64Array,
): readonly Step[] {
  let j = 0;
  for (let column = 1; column < width; column++) if ((last[column] ?? 0) > (last[j] ?? 0)) j = column;
  const steps: Step[] = [];
  for (let i = quoted.length; i > 0;) {
    const move = moves[i * width + j];
    if (move === LEFT) {
      steps.push({ kind: 'dropped', source: from + j - 1 });
      j--;
      continue;
    }
    i--;
    if (move !== DIAGONAL) {
      steps.push({ kind: 'added', quoted: i });
      continue;
    }
    j--;
    const [one, other] = [quoted[i], source[from + j]];
    const same = one?.key === other?.key && one?.letters === other?.letters;
    steps.push({ kind: same ? 'same' : 'changed', quoted: i, source: from + j });
  }
  return steps.reverse();
}
