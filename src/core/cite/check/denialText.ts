// What a marked change is called that leaves out or adds a "not".

import { inEnglish, type Localize } from '../../text/inEnglish.ts';
import type { TextRange } from '../../model/search.ts';
import { hasNegation } from './negations.ts';
import type { AlteredAsMarked } from './verdict.ts';

export interface DenialText {
  readonly sentence: string;
  /** The mark in the quotation's words. */
  readonly words: TextRange;
}

/**
 * Says what a reader of the quotation would not think of: that the source denies what the quotation says, or the other
 * way round, where a mark stands. Undefined where no mark does that.
 *
 * @example For "did […] rule out", compared with "did not rule out", gives the range of "[…]".
 */
export function denialText(
  words: string,
  { marks }: AlteredAsMarked,
  localize: Localize = inEnglish,
): DenialText | undefined {
  const mark = marks.find(({ hidesNegation }) => hidesNegation);
  if (mark === undefined) return undefined;
  const adds = mark.kind === 'insertion' || hasNegation(words.slice(...mark.quoted));
  const sentence = adds
    ? localize('The brackets add a “not” that the source does not have here.')
    : localize('What is left out here has a “not”.');
  return { sentence, words: mark.quoted };
}
