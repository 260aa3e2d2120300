// How often the verdicts are the right ones.

import { checkQuotation } from '../../src/core/cite/check/checkQuotation.ts';
import { prepareSource, type PreparedText } from '../../src/core/cite/check/prepareSource.ts';
import type { Verdict } from '../../src/core/cite/check/verdict.ts';
import type { Case } from './suite.ts';

export const KINDS = ['exact', 'altered as marked', 'altered', 'source changed since', 'not found'] as const;

export interface Judged {
  readonly case: Case;
  readonly verdict: Verdict;
  readonly isRight: boolean;
}

export interface Score {
  readonly kind: Verdict['kind'];
  readonly expected: number;
  readonly given: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
}

/** Gives the verdict of every case; a change that must be an error and is a warning is a wrong verdict too. */
export function judge(cases: readonly Case[]): readonly Judged[] {
  const prepared = new Map<string, PreparedText>();
  const prepare = (text: string): PreparedText => {
    const known = prepared.get(text) ?? prepareSource(text);
    prepared.set(text, known);
    return known;
  };
  return cases.map((one) => {
    const own = prepare(one.article.text);
    const source =
      one.current === undefined
        ? { current: { revision: 1, text: own }, earlier: [] }
        : {
            current: { revision: 2, text: prepareSource(one.current) },
            earlier: [{ revision: 1, text: own }],
          };
    const verdict = checkQuotation(one.words, source);
    const isGraveEnough =
      one.severity !== 'error' || (verdict.kind === 'altered' && verdict.severity === 'error');
    return { case: one, verdict, isRight: verdict.kind === one.kind && isGraveEnough };
  });
}

/** Gives precision and recall of each verdict; one that is never given has a precision of 1. */
export function scoresOf(judged: readonly Judged[]): readonly Score[] {
  return KINDS.map((kind) => {
    const expected = judged.filter((one) => one.case.kind === kind).length;
    const given = judged.filter(({ verdict }) => verdict.kind === kind).length;
    const right = judged.filter(({ verdict, isRight }) => verdict.kind === kind && isRight).length;
    return { kind, expected, given, right, precision: share(right, given), recall: share(right, expected) };
  });
}

function share(some: number, all: number): number {
  return all === 0 ? 1 : some / all;
}
