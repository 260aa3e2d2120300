// What a verdict on a quotation is called.

import type { Verdict } from '../../core/cite/check/verdict.ts';
import { localize } from '../localize.ts';

/** Gives a verdict in a word or a few. */
export function verdictText(kind: Verdict['kind']): string {
  switch (kind) {
    case 'exact':
      return localize('exact');
    case 'altered as marked':
      return localize('altered as marked');
    case 'altered':
      return localize('altered');
    case 'source changed since':
      return localize('source changed since');
    case 'not found':
      return localize('not found');
  }
}
