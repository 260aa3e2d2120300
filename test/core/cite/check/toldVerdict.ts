// A verdict in a few words, as tables of tests name it.

import { checkQuotation } from '../../../../src/core/cite/check/checkQuotation.ts';
import { prepareSource } from '../../../../src/core/cite/check/prepareSource.ts';

/** Gives "exact", "marked: omission hiding", "error: number" or "warning: word, punctuation". */
export function toldVerdict(words: string, text: string): string {
  const source = { current: { revision: 1, text: prepareSource(text) }, earlier: [] };
  const verdict = checkQuotation(words, source);
  if (verdict.kind === 'altered') return `${verdict.severity}: ${verdict.concerns.join(', ')}`;
  if (verdict.kind !== 'altered as marked') return verdict.kind;
  const marks = verdict.marks.map(({ kind, hidesNegation }) => (hidesNegation ? `${kind} hiding` : kind));
  return `marked: ${marks.join(', ')}`;
}
