// How many quotations got which verdict.

import type { CheckedQuotation } from '../../model/citation.ts';

export interface Tally {
  /** Those with a key that the library has. */
  readonly checked: number;
  readonly exact: number;
  readonly marked: number;
  readonly altered: number;
  readonly notFound: number;
  readonly changed: number;
}

export const NO_QUOTATIONS: Tally = {
  checked: 0,
  exact: 0,
  marked: 0,
  altered: 0,
  notFound: 0,
  changed: 0,
};

/** Counts the quotations that could be checked; those from other sources than the library are not counted. */
export function tally(quotations: readonly CheckedQuotation[], before: Tally = NO_QUOTATIONS): Tally {
  const counts = { ...before };
  for (const quotation of quotations) {
    if (quotation.kind !== 'checked') continue;
    counts.checked++;
    counts[COUNTED[quotation.verdict.kind]]++;
  }
  return counts;
}

const COUNTED = {
  exact: 'exact',
  'altered as marked': 'marked',
  altered: 'altered',
  'not found': 'notFound',
  'source changed since': 'changed',
} as const;
