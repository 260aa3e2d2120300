// Which feeds have failed for so long that the person should know, and what can be done.

import { inEnglish, type Localize } from '../text/inEnglish.ts';
import type { FailureCause, FeedFailure, FetchState } from './fetchState.ts';

export interface FailureNotice<F> {
  readonly feed: F;
  /** Plain text for a notification. */
  readonly sentence: string;
}

const DAY = 86_400_000;
const ENOUGH_FAILURES = 5;
const ENOUGH_TIME = 2 * DAY;

/** Trying again cannot help with these, so the person hears of them at once. */
const AT_ONCE: readonly FailureCause[] = ['gone', 'password', 'address'];

/**
 * Gives one notice for each feed that has failed at least five times over at least two days, or that will not come
 * back without the person, unless the person has been told; `toldOfFailure` notes that. A feed that worked again in
 * between can be told of again.
 */
export function failureNotices<F extends { readonly title: string; readonly state: FetchState }>(
  feeds: readonly F[],
  localize: Localize = inEnglish,
): readonly FailureNotice<F>[] {
  return feeds.flatMap((feed) => {
    const { failure } = feed.state;
    if (failure === undefined || failure.told || !isLasting(failure)) return [];
    const days = Math.floor((failure.latestAt - failure.since) / DAY);
    const unread = AT_ONCE.includes(failure.cause)
      ? localize('“{0}” could not be read.', feed.title)
      : localize('“{0}” could not be read for {1} days.', feed.title, days);
    return [{ feed, sentence: `${unread} ${failure.sentence} ${fixOf(failure, localize)}` }];
  });
}

/** Gives the state in which the person has been told of the feed's failure. */
export function toldOfFailure(state: FetchState): FetchState {
  return state.failure === undefined ? state : { ...state, failure: { ...state.failure, told: true } };
}

function isLasting({ cause, count, since, latestAt }: FeedFailure): boolean {
  return AT_ONCE.includes(cause) || (count >= ENOUGH_FAILURES && latestAt - since >= ENOUGH_TIME);
}

function fixOf({ cause, status }: FeedFailure, localize: Localize): string {
  switch (cause) {
    case 'gone':
      return localize('It is not asked for any more; its articles stay in your library.');
    case 'password':
      return localize('Give the user name and password or the token that its publisher gave you.');
    case 'address':
      return localize('Correct its address.');
    case 'host not found':
    case 'no feed':
      return newAddress(localize);
    case 'status':
      return status !== undefined && status >= 500 ? keepsTrying(localize) : newAddress(localize);
    case 'redirect loop':
    case 'forbidden redirect':
      return localize('Open its website in a browser, and add the address at which the feed really is.');
    case 'forbidden':
      return localize(
        'Its publisher may only let browsers or subscribers in; look on its website for an open feed.',
      );
    case 'certificate':
      return localize(
        'If your network checks what you read, let VS Code use the certificates of your system (http.systemCertificates); else only its publisher can mend this.',
      );
    case 'proxy':
      return localize('Check the proxy in VS Code’s settings (http.proxy).');
    case 'blocked':
      return localize('Read it in VS Code on your computer, where no browser stands between.');
    case 'too large':
      return localize('Look on its website for a feed with fewer entries.');
    case 'too many requests':
      return localize('Broadsheet asks it less often; if you read many feeds of this site, remove some.');
    case 'offline':
    case 'unreachable':
    case 'refused':
    case 'out of service':
    case 'timeout':
    case 'too slow':
    case 'interrupted':
    case 'unreadable':
    case 'aborted':
      return keepsTrying(localize);
  }
}

function newAddress(localize: Localize): string {
  return localize('Look on its website for the feed’s new address, or remove the feed.');
}

function keepsTrying(localize: Localize): string {
  return localize(
    'Broadsheet keeps trying once a day; if its website does not open in a browser either, remove the feed.',
  );
}
