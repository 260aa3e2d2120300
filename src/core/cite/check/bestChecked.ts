// Which of several sources a quotation is from.

import type { CheckedQuotation } from '../../model/citation.ts';
import type { Verdict } from './verdict.ts';

const VERDICTS: Readonly<Record<Verdict['kind'], number>> = {
  exact: 0,
  'altered as marked': 1,
  'source changed since': 2,
  altered: 3,
  'not found': 6,
};
/** The words may stand in what the library does not have, so that they are not said to be missing. */
const NO_TEXT = 4;
const UNKNOWN = 5;

/**
 * Gives the index of the answer that counts for a quotation with several keys: it is true if any of them holds it, and
 * else what its nearest source says is told. Of equal answers the first.
 */
export function bestChecked(answers: readonly CheckedQuotation[]): number {
  let best = 0;
  answers.forEach((answer, index) => {
    const before = answers[best];
    if (before !== undefined && isBetter(answer, before)) best = index;
  });
  return best;
}

function isBetter(one: CheckedQuotation, other: CheckedQuotation): boolean {
  const difference = rankOf(one) - rankOf(other);
  return difference < 0 || (difference === 0 && distanceOf(one) < distanceOf(other));
}

function rankOf(answer: CheckedQuotation): number {
  if (answer.kind === 'checked') return VERDICTS[answer.verdict.kind];
  return answer.kind === 'no text' ? NO_TEXT : UNKNOWN;
}

/** How far the quotation is from its source, between answers of one rank. */
function distanceOf(answer: CheckedQuotation): number {
  if (answer.kind !== 'checked') return 0;
  const { verdict } = answer;
  if (verdict.kind === 'altered as marked')
    return verdict.marks.filter(({ hidesNegation }) => hidesNegation).length;
  if (verdict.kind !== 'altered') return 0;
  return verdict.pieces
    .filter(({ kind }) => kind !== 'same' && kind !== 'marked')
    .reduce((sum, { quotedText, sourceText }) => sum + quotedText.length + sourceText.length, 0);
}
