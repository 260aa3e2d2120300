// Makes a quotation that is not one the note's own words.

import type { TextRange } from '../../model/search.ts';

export interface QuotedPlaces {
  readonly kind: 'block' | 'inline';
  /** In the note, quotation marks or other markup included. */
  readonly range: TextRange;
  /** For each unit of the words its offset in the note, and the offset behind them. */
  readonly places: readonly number[];
}

/**
 * Gives the ranges of the note to be deleted so that the words stand there as the note's own; undefined for a block,
 * whose every line is marked.
 */
export function markAsParaphrase({ kind, range, places }: QuotedPlaces): readonly TextRange[] | undefined {
  const [first, last] = [places[0], places.at(-1)];
  if (kind === 'block' || first === undefined || last === undefined) return undefined;
  const ranges: readonly TextRange[] = [
    [range[0], first],
    [last, range[1]],
  ];
  return ranges.filter(([from, to]) => from < to);
}
