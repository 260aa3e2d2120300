// The pages of articles of which a feed gives only the beginning, for feeds that are always read whole.

import type { ItemId } from '../../core/model/ids.ts';
import type { Subscription } from '../../core/model/subscription.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import type { FetchPage } from '../fetch/fetchPage.ts';
import { withoutAddresses } from './withoutAddresses.ts';

export interface TakePagesParts {
  readonly library: Pick<Library, 'read' | 'takeFullText'>;
  readonly fetchPage: FetchPage;
  readonly log: Log;
}

/** Of one feed at once; the others are fetched when they are opened. */
const MOST = 20;

/**
 * Fetches the pages one after the other, the newest first, and stops where a server has had enough. It rejects only
 * when the library does.
 */
export async function takePages(
  { library, fetchPage, log }: TakePagesParts,
  feed: Subscription,
  items: readonly ItemId[],
  signal: AbortSignal,
): Promise<void> {
  const isStopped = (): boolean => signal.aborted;
  for (const id of items.slice(0, MOST)) {
    const article = await library.read(id);
    if (isStopped()) return;
    if (article?.url === undefined) continue;
    const outcome = await fetchPage(article.url, feed.url, signal);
    if (outcome.kind === 'fresh') {
      const { bytes, contentType, finalUrl } = outcome;
      const { itemId, problems } = await library.takeFullText(id, { bytes, contentType, url: finalUrl });
      if (itemId === undefined)
        log.info(
          localize('“{0}”: {1}', article.headline, withoutAddresses(problems[0]?.sentence ?? NO_ARTICLE)),
        );
    } else if ('sentence' in outcome && !isStopped()) {
      log.info(localize('“{0}”: {1}', article.headline, outcome.sentence));
      if (outcome.kind === 'wait') return;
    }
  }
}

const NO_ARTICLE = localize('There is no article on its page.');
