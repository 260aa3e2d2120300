// Takes one feed's answer into the library, and says in the log what came of it.

import type { Subscription } from '../../core/model/subscription.ts';
import type { FetchOutcome } from '../../core/schedule/fetchOutcome.ts';
import { hostOf } from '../../core/schedule/hostOf.ts';
import type { FeedReport, Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import type { FeedList } from './feedList.ts';
import type { Passwords } from './passwords.ts';
import { withoutAddresses } from './withoutAddresses.ts';
import { takePages, type TakePagesParts } from './takePages.ts';

export interface DeliverParts extends TakePagesParts {
  readonly library: Pick<Library, 'changeSubscriptions' | 'inspect' | 'read' | 'takeFeed' | 'takeFullText'>;
  readonly list: FeedList;
  readonly passwords: Passwords;
  readonly log: Log;
}

/** Gives what changed; undefined for a feed that has been removed meanwhile. */
export async function deliver(
  parts: DeliverParts,
  asked: Subscription,
  outcome: FetchOutcome,
  signal: AbortSignal,
): Promise<FeedReport | undefined> {
  const { library, list, passwords, log } = parts;
  const feed = (await list.get()).get(asked.sourceId);
  if (feed === undefined) return undefined;
  const title = await missingTitle(library, feed, outcome);
  const report = await library.takeFeed(feed.sourceId, outcome, Math.random());
  const { url } = report.subscription;
  list.note(report.subscription);
  if (url !== feed.url) {
    await passwords.move(feed.sourceId, feed.url, url);
    log.info(localize('“{0}” has moved to {1} for good.', feed.title, hostOf(url)));
  }
  if (title !== undefined) await library.changeSubscriptions([{ sourceId: feed.sourceId, title }]);
  logReport(log, feed, report);
  if (feed.fullText && report.extracts.length > 0)
    await takePages(parts, report.subscription, report.extracts, signal);
  return report;
}

/** A list of subscriptions need not name its feeds; such a one goes by its host's name until it is read. */
async function missingTitle(
  library: Pick<Library, 'inspect'>,
  { title, url, state }: Subscription,
  outcome: FetchOutcome,
): Promise<string | undefined> {
  if (outcome.kind !== 'fresh' || state.readAt !== undefined || title !== hostOf(url)) return undefined;
  const { bytes, contentType, finalUrl } = outcome;
  const inspection = await library.inspect({ bytes, contentType, url: finalUrl });
  return inspection.kind === 'feed' ? inspection.title : undefined;
}

function logReport(log: Log, { title }: Subscription, report: FeedReport): void {
  const { added, updated, problems, subscription } = report;
  const { failure } = subscription.state;
  if (failure !== undefined) log.warn(localize('“{0}”: {1}', title, failure.sentence));
  if (added + updated > 0) log.debug(localize('“{0}”: {1} new, {2} changed.', title, added, updated));
  for (const { sentence } of problems) log.warn(localize('“{0}”: {1}', title, withoutAddresses(sentence)));
}
