// What asking for a page gave: its bytes, or why there are none.

import type { WebAnswer } from '../../core/model/subscription.ts';
import type { FetchOutcome } from '../../core/schedule/fetchOutcome.ts';
import { localize } from '../localize.ts';

export type PageAnswer =
  | { readonly kind: 'page'; readonly answer: WebAnswer }
  | { readonly kind: 'none'; readonly sentence: string }
  /** Nobody waits for it any longer. */
  | { readonly kind: 'aborted' };

/** Gives what an outcome means for somebody who wants to read the page now. */
export function pageAnswer(outcome: FetchOutcome): PageAnswer {
  switch (outcome.kind) {
    case 'fresh': {
      const { bytes, contentType, finalUrl: url } = outcome;
      return { kind: 'page', answer: { bytes, contentType, url } };
    }
    case 'unchanged':
      return {
        kind: 'none',
        sentence: localize('The server says that nothing has changed, and gives no page.'),
      };
    case 'failed':
      return outcome.reason === 'aborted'
        ? { kind: 'aborted' }
        : { kind: 'none', sentence: outcome.sentence };
    case 'gone':
    case 'wait':
    case 'postponed':
    case 'unauthorized':
      return { kind: 'none', sentence: outcome.sentence };
  }
}
