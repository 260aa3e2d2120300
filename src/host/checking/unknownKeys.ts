// The keys of a note that nothing has.

import { citationsOf } from '../../core/cite/find/citationsOf.ts';
import type { TextRange } from '../../core/model/search.ts';
import type { CheckedNote } from './checkedNote.ts';

/** A key as Broadsheet makes them: a name, words of the headline, and the year. */
const OURS = /^[a-z](?=.{11})[a-z0-9]*(?:19|20)\d{2}[a-z]{0,2}$/;
/** A key of whatever program. */
const ANY = /^[a-z][a-z0-9]*\d{4}[a-z]{0,2}$/;

/**
 * Gives the keys that nothing has although they look as if something should, each where it stands: every one of our
 * form, and in a note that cites the library also shorter ones and those that stand for a quotation.
 */
export function unknownKeys({
  findings,
  known,
}: Pick<CheckedNote, 'findings' | 'known'>): readonly (readonly [key: string, range: TextRange])[] {
  const quoted = new Set(findings.quotations.map(({ key }) => key));
  const places = new Map<number, readonly [string, TextRange]>();
  for (const { key, keyRange } of [...findings.citations, ...findings.quotations.flatMap(citationsOf)]) {
    if (known.has(key)) continue;
    const isMeant = OURS.test(key) || (known.size > 0 && (ANY.test(key) || quoted.has(key)));
    if (isMeant) places.set(keyRange[0], [key, keyRange]);
  }
  return [...places.values()];
}
