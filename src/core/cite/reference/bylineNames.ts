// The authors that a byline names.

import { bylineParts } from './bylineParts.ts';
import type { CslName } from './cslItem.ts';
import { isAgency, isOrganisation, namesOutlet } from './organisations.ts';
import { personName } from './personName.ts';

export interface BylineNames {
  readonly authors: readonly CslName[];
  /** The news agency that the author works for, or that stands beside the outlet's own people. */
  readonly agency: string | undefined;
}

const BY =
  /^(?:by|von|par|por|di|door|av|af|от|автор|author|text|written by|posted by|story by|words by)(?:\s*:|\s)\s*(?=\S)/iu;
const ROLE =
  /(?:^|\s)(?:editor|correspondent|reporter|writer|columnist|staff|contributor|critic|analyst|producer|anchor|chief|redakteur(?:in)?|korrespondent(?:in)?|reporterin|journaliste?|periodista|envoyée?|корреспондент)(?:\s|$)/iu;
const STAFF = /\s+staff$/iu;
const ADDRESS = /\S+@\S+|https?:\S+|www\.\S+|@\w+/giu;
const MOST_AUTHORS = 50;
const LONGEST = 2000;

/**
 * Gives the authors of a byline: people by the parts of their names, agencies and organisations whole. The outlet
 * is no author, nor is its staff; what people do and where they are is left out.
 *
 * @example bylineNames("By Ada Byron, Science Editor, and Li Wei", undefined) gives Byron, Ada and Wei, Li.
 */
export function bylineNames(byline: string | undefined, outlet: string | undefined): BylineNames {
  const line = (byline ?? '').slice(0, LONGEST).replace(ADDRESS, ' ').trim().replace(BY, '');
  const authors: CslName[] = [];
  let agency: string | undefined;
  if (isInverted(line)) return { authors: [personName(line)], agency };
  let previous: 'person' | 'other' = 'other';
  for (const part of bylineParts(line)) {
    const bare = part.text.replace(STAFF, '');
    const name = isAgency(bare) ? bare : part.text;
    if (name === '' || !/\p{L}/u.test(name)) continue;
    if (previous === 'person' && part.afterComma && ROLE.test(name)) continue;
    if (namesOutlet(name, outlet)) {
      previous = 'other';
    } else if (isAgency(name) && previous === 'person' && !part.afterAnd) {
      agency ??= name;
    } else if (isOrganisation(name)) {
      if (isAgency(name)) agency ??= name;
      if (previous === 'other' || part.afterAnd) authors.push({ literal: name });
      previous = 'other';
    } else {
      authors.push(personName(name));
      previous = 'person';
    }
    if (authors.length === MOST_AUTHORS) break;
  }
  return { authors, agency: agency === outlet ? undefined : agency };
}

/** "Byron, Ada": the family name before the only comma. */
function isInverted(line: string): boolean {
  return /^[\p{L}'’-]+,\s+\p{Lu}[\p{L}.'’-]*$/u.test(line) && !isOrganisation(line) && !ROLE.test(line);
}
