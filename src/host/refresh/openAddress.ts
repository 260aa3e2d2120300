// What is behind an address that a person gave: fetched, with a password where it takes one.

import { UserError } from '../../core/model/userError.ts';
import type { FetchOutcome, FreshAnswer } from '../../core/schedule/fetchOutcome.ts';
import { localize } from '../localize.ts';
import { cancellable } from './cancellable.ts';
import { ACCEPT_FEED, FEED_LIMITS, type FetchResource } from '../fetch/fetchResource.ts';
import type { Questions } from './questions.ts';
import type { TypedAddress } from './typedAddress.ts';

export interface OpenedAddress {
  /** The one of the candidates that answered. */
  readonly url: string;
  /** The header with which it did. */
  readonly authorization: string | undefined;
  readonly answer: FreshAnswer;
}

export interface OpenAddressParts {
  readonly fetchResource: FetchResource;
  readonly questions: Pick<Questions, 'authorization'>;
}

/**
 * Fetches the first of the candidates that answers, and asks for a password as often as one is refused.
 *
 * @returns undefined where the person has no password.
 * @throws UserError with the sentence of what went wrong.
 */
export async function openAddress(
  { fetchResource, questions }: OpenAddressParts,
  address: TypedAddress,
): Promise<OpenedAddress | undefined> {
  let { authorization } = address;
  let { candidates } = address;
  for (;;) {
    const { url, outcome } = await cancellable(localize('Looking at the address'), (signal) =>
      firstAnswer(fetchResource, candidates, authorization, signal),
    );
    if (outcome.kind === 'fresh') return { url, authorization, answer: outcome };
    if (outcome.kind !== 'unauthorized' || outcome.status !== 401)
      throw new UserError('sentence' in outcome ? outcome.sentence : NOTHING);
    const refused = authorization === undefined ? outcome.sentence : `${outcome.sentence} ${REFUSED}`;
    authorization = await questions.authorization(url, refused);
    if (authorization === undefined) return undefined;
    candidates = [url];
  }
}

const NOTHING = localize('There is nothing to read at this address.');
const REFUSED = localize('What you gave was not accepted; try again.');

/** Fetches one address after the other until a server answers, whatever it says. */
async function firstAnswer(
  fetchResource: FetchResource,
  candidates: readonly string[],
  authorization: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly url: string; readonly outcome: FetchOutcome }> {
  const tried: { readonly url: string; readonly outcome: FetchOutcome }[] = [];
  for (const url of candidates) {
    const outcome = await fetchOnce(fetchResource, url, authorization, signal);
    if (hasAnswered(outcome)) return { url, outcome };
    tried.push({ url, outcome });
    if (signal.aborted) break;
  }
  const [first] = tried;
  if (first === undefined) throw new UserError(NOTHING);
  return first;
}

/** Fetches an address that is no known feed yet. */
export function fetchOnce(
  fetchResource: FetchResource,
  url: string,
  authorization: string | undefined,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const asked = { validators: undefined, accept: ACCEPT_FEED, limits: FEED_LIMITS };
  return fetchResource({ url, authorization, signal, ...asked });
}

/** A site that cannot prove who it is has answered: to ask it again without encryption would be worse. */
function hasAnswered(outcome: FetchOutcome): boolean {
  return outcome.kind !== 'failed' || outcome.status !== undefined || outcome.reason === 'certificate';
}
