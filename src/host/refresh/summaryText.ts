// What came of a reading, as a line of the log.

import { localize } from '../localize.ts';
import type { RefreshSummary } from './createRefresh.ts';

/** Gives one sentence or a few. */
export function summaryText({ kind, feeds, added, updated, failing }: RefreshSummary): string {
  const asked =
    feeds === 1 ? localize('1 feed was asked for news') : localize('{0} feeds were asked for news', feeds);
  const failed = failing.length === 0 ? '' : localize(' {0} failed.', failing.length);
  const end =
    kind === 'offline'
      ? localize(' The computer is offline, so the rest was left.')
      : kind === 'stopped'
        ? localize(' It was stopped before the end.')
        : '';
  return localize('{0}: {1} new, {2} changed.{3}{4}', asked, added, updated, failed, end);
}
