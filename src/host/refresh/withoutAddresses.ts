// Sentences that go where others may read them.

import { hostOf } from '../../core/schedule/hostOf.ts';

/**
 * Gives a sentence with the hosts in place of whole addresses, which can hold a secret.
 *
 * @example "https://example.org/feed?key=1 is no feed." gives "example.org is no feed."
 */
export function withoutAddresses(sentence: string): string {
  return sentence.replace(/https?:\/\/[^\s“”"<>]+/giu, (address) => hostOf(address));
}
