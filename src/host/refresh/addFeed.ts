// From any address to a feed that is followed: the feed itself, one of a page's feeds, or else the page as an article.

import type { ItemId } from '../../core/model/ids.ts';
import type { Inspection, OfferedFeed, Subscription } from '../../core/model/subscription.ts';
import { UserError } from '../../core/model/userError.ts';
import { wellKnownFeeds } from '../../core/parse/page/wellKnownFeeds.ts';
import type { FreshAnswer } from '../../core/schedule/fetchOutcome.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import type { Library } from '../../library/library.ts';
import { inTheirLanguage, localize } from '../localize.ts';
import { cancellable } from './cancellable.ts';
import type { FetchResource } from '../fetch/fetchResource.ts';
import { createTurns } from '../fetch/inTurn.ts';
import { mayRedirect, type ResolveHost } from '../fetch/redirectTarget.ts';
import { fetchOnce, openAddress, type OpenedAddress } from './openAddress.ts';
import type { Passwords } from './passwords.ts';
import type { Questions } from './questions.ts';
import type { TypedAddress } from './typedAddress.ts';
import { withoutAddresses } from './withoutAddresses.ts';

export interface AddFeedParts {
  readonly library: Pick<Library, 'inspect' | 'savePage' | 'subscribe' | 'subscriptions' | 'takeFeed'>;
  readonly fetchResource: FetchResource;
  readonly resolveHost: ResolveHost;
  readonly passwords: Passwords;
  readonly questions: Questions;
}

/** What came of an address; `failures` are sentences about feeds that were chosen and could not be followed. */
export interface AddedFeed {
  readonly feeds: readonly Subscription[];
  readonly page: ItemId | undefined;
  readonly failures: readonly string[];
}

const NOTHING: AddedFeed = { feeds: [], page: undefined, failures: [] };
/** Addresses that may have a feed are tried few at a time, as most have none. */
const GUESSES_AT_ONCE = 3;

/**
 * Follows what is at an address. A feed that is followed already is given as it is.
 *
 * @throws UserError where there is nothing to follow or keep, with the reason in a sentence.
 */
export async function addFeed(parts: AddFeedParts, address: TypedAddress): Promise<AddedFeed> {
  const known = (await parts.library.subscriptions()).find(({ url }) =>
    address.candidates.some((candidate) => isSameFeed(candidate, url)),
  );
  if (known !== undefined) return { ...NOTHING, feeds: [known] };
  const opened = await openAddress(parts, address);
  if (opened === undefined) return NOTHING;
  const inspection = await inspect(parts, opened.answer);
  if (inspection.kind === 'feed')
    return { ...NOTHING, feeds: [await follow(parts, opened, inspection.title)] };
  const { feeds, guesses } = offersOf(inspection, opened.answer);
  const [only, ...others] = feeds;
  if (only !== undefined) {
    const chosen = others.length === 0 ? [only] : await parts.questions.chooseFeeds(feeds);
    return followOffered(parts, chosen, opened);
  }
  return (await followGuess(parts, guesses, opened)) ?? keepPage(parts, opened.answer, inspection);
}

interface Offers {
  readonly feeds: readonly OfferedFeed[];
  readonly guesses: readonly string[];
}

/** A page that cannot be read as one may still be the front page of a site with a feed. */
function offersOf(inspection: Inspection, { contentType, finalUrl }: FreshAnswer): Offers {
  if (inspection.kind === 'page') return inspection;
  const isPage = /html/i.test(contentType ?? '');
  return { feeds: [], guesses: isPage ? wellKnownFeeds(finalUrl) : [] };
}

async function followOffered(
  parts: AddFeedParts,
  offered: readonly OfferedFeed[],
  page: OpenedAddress,
): Promise<AddedFeed> {
  if (offered.length === 0) return NOTHING;
  const inTurn = createTurns({ total: 4, perHost: 2 });
  const known = await parts.library.subscriptions();
  const done = await Promise.all(
    offered.map(({ url, title }) =>
      inTurn(hostOf(url), async (): Promise<Subscription | string> => {
        const followed = known.find((feed) => isSameFeed(feed.url, url));
        return followed ?? (await tryFollow(parts, url, title, page));
      }),
    ),
  );
  const failures = done.filter((one) => typeof one === 'string');
  const [first] = failures;
  if (first !== undefined && failures.length === done.length) throw new UserError(first);
  return { ...NOTHING, feeds: done.filter((one) => typeof one !== 'string'), failures };
}

/** Follows a feed that a page tells of, or gives the reason why not. */
async function tryFollow(
  parts: AddFeedParts,
  url: string,
  title: string | undefined,
  page: OpenedAddress,
): Promise<Subscription | string> {
  try {
    // A public page may name any address, and must not lead into the person's own network.
    if (!(await mayRedirect(new URL(url), [new URL(page.answer.finalUrl)], parts.resolveHost)))
      return localize(
        '{0} names a feed at an address that is not public, so it was not followed.',
        hostOf(page.url),
      );
    const authorization = authorizationFor(url, page);
    const opened = await openAddress(parts, { candidates: [url], authorization });
    if (opened === undefined) return localize('{0} was not told a password.', hostOf(url));
    const inspection = await inspect(parts, opened.answer);
    if (inspection.kind !== 'feed') return localize('What {0} sent is not a feed.', hostOf(url));
    return await follow(parts, opened, inspection.title ?? title);
  } catch (error) {
    if (error instanceof UserError) return inTheirLanguage(error);
    throw error;
  }
}

async function followGuess(
  parts: AddFeedParts,
  guesses: readonly string[],
  page: OpenedAddress,
): Promise<AddedFeed | undefined> {
  if (guesses.length === 0) return undefined;
  const found = await cancellable(localize('Looking for feeds'), async (signal) => {
    for (let next = 0; next < guesses.length && !signal.aborted; next += GUESSES_AT_ONCE) {
      const tried = guesses
        .slice(next, next + GUESSES_AT_ONCE)
        .map((url) => guessed(parts, url, page, signal));
      const feed = (await Promise.all(tried)).find((one) => one !== undefined);
      if (feed !== undefined) return feed;
    }
    return undefined;
  });
  if (found === undefined) return undefined;
  return { ...NOTHING, feeds: [await follow(parts, found.opened, found.title)] };
}

async function guessed(parts: AddFeedParts, url: string, page: OpenedAddress, signal: AbortSignal) {
  const authorization = authorizationFor(url, page);
  const outcome = await fetchOnce(parts.fetchResource, url, authorization, signal);
  if (outcome.kind !== 'fresh') return undefined;
  const inspection = await inspect(parts, outcome);
  if (inspection.kind !== 'feed') return undefined;
  const opened: OpenedAddress = { url, authorization, answer: outcome };
  return { opened, title: inspection.title };
}

/** Takes in the very answer that was looked at. */
async function follow(
  { library, passwords }: AddFeedParts,
  { url, authorization, answer }: OpenedAddress,
  title: string | undefined,
): Promise<Subscription> {
  const asked = answer.movedTo ?? url;
  const known = (await library.subscriptions()).find((feed) => isSameFeed(feed.url, asked));
  if (known !== undefined) return known;
  const [feed] = await library.subscribe([
    { url: asked, title: title ?? hostOf(asked), homeUrl: undefined, folder: [] },
  ]);
  if (feed === undefined) throw new Error('The library gave no subscription.');
  if (authorization !== undefined) await passwords.keep(feed.sourceId, asked, authorization);
  return (await library.takeFeed(feed.sourceId, answer, Math.random())).subscription;
}

async function keepPage(
  { library, questions }: AddFeedParts,
  answer: FreshAnswer,
  inspection: Inspection,
): Promise<AddedFeed> {
  const host = hostOf(answer.finalUrl);
  if (inspection.kind === 'neither') throw new UserError(withoutAddresses(inspection.sentence));
  if (inspection.kind !== 'page' || !inspection.isArticle)
    throw new UserError(localize('No feed was found at {0}, and no article to keep.', host));
  if (!(await questions.keepPage(inspection.title ?? host))) return NOTHING;
  const { itemId, problems } = await library.savePage(webAnswer(answer));
  if (itemId === undefined)
    throw new UserError(
      withoutAddresses(problems[0]?.sentence ?? localize('There is no article to keep at {0}.', host)),
    );
  return { ...NOTHING, page: itemId };
}

function inspect({ library }: AddFeedParts, answer: FreshAnswer): Promise<Inspection> {
  return library.inspect(webAnswer(answer));
}

function webAnswer({ bytes, contentType, finalUrl }: FreshAnswer) {
  return { bytes, contentType, url: finalUrl };
}

/** A password is for the origin for which it was given. */
function authorizationFor(url: string, page: OpenedAddress): string | undefined {
  return new URL(url).origin === new URL(page.url).origin ? page.authorization : undefined;
}

/** The same address with and without encryption is one feed. */
function isSameFeed(one: string, other: string): boolean {
  return one.replace(/^https?:/, '') === other.replace(/^https?:/, '');
}
