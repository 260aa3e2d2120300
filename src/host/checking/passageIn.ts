// Which passage of an article's current text a verdict is about.

import type { Verdict } from '../../core/cite/check/verdict.ts';
import type { TextRange } from '../../core/model/search.ts';

/** Gives the passage as offsets in the current text; undefined where it has none. */
export function passageIn(verdict: Verdict): TextRange | undefined {
  switch (verdict.kind) {
    case 'exact':
    case 'altered as marked':
    case 'altered':
      return verdict.range;
    case 'source changed since':
      return verdict.now?.range;
    case 'not found':
      return undefined;
  }
}
