// The keys of a quotation, of which any may be its source.

import type { FoundCitation, FoundQuotation } from './foundQuotation.ts';

/** Gives the citations of a quotation, the one that stands for it first. */
export function citationsOf(quotation: FoundQuotation): readonly FoundCitation[] {
  return [quotation, ...quotation.others];
}

/** Gives a quotation with another of its citations, by its place in `citationsOf`, standing for it. */
export function withCitation(quotation: FoundQuotation, index: number): FoundQuotation {
  const chosen = citationsOf(quotation)[index];
  if (index === 0 || chosen === undefined) return quotation;
  const { key, keyRange, citation, locator } = quotation;
  const others = quotation.others.filter((each) => each !== chosen);
  return { ...quotation, ...chosen, others: [{ key, keyRange, citation, locator }, ...others] };
}
