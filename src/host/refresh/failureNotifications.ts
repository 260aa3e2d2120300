// Tells the person of feeds that keep failing, each once, with what can be done about it.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Subscription } from '../../core/model/subscription.ts';
import { failureNotices, type FailureNotice } from '../../core/schedule/failureNotices.ts';
import type { FailureCause } from '../../core/schedule/fetchState.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { plainMessage } from '../plainText.ts';

export type Fix = 'remove' | 'enter password' | 'open in browser' | 'show log';

export interface FailureNotificationsParts {
  readonly log: Log;
  readonly toldOfFailures: (ids: readonly SourceId[]) => Promise<void>;
  /** Does what the person chose. */
  readonly onFix: (feed: Subscription, fix: Fix) => void;
}

/** More notifications at once would hide each other. */
const MOST = 3;

/** Shows what is to be shown of these feeds; what has been shown counts as told, also where nobody answers. */
export async function showFailures(
  { log, toldOfFailures, onFix }: FailureNotificationsParts,
  feeds: readonly Subscription[],
): Promise<void> {
  const notices = failureNotices(feeds, localize);
  if (notices.length === 0) return;
  await toldOfFailures(notices.map(({ feed }) => feed.sourceId));
  for (const { sentence } of notices) log.warn(sentence);
  for (const notice of notices.slice(0, MOST)) void showNotice(notice, onFix);
  const others = notices.length - MOST;
  if (others > 0) void showOthers(others, log);
}

async function showNotice(
  { feed, sentence }: FailureNotice<Subscription>,
  onFix: FailureNotificationsParts['onFix'],
): Promise<void> {
  const fixes = fixesOf(feed.state.failure?.cause);
  const buttons = fixes.map((fix) => ({ title: titleOf(fix), fix }));
  const chosen = await vscode.window.showWarningMessage(plainMessage(sentence), ...buttons);
  if (chosen !== undefined) onFix(feed, chosen.fix);
}

async function showOthers(others: number, log: Log): Promise<void> {
  const show = localize('Show Log');
  const sentence =
    others === 1
      ? localize('One more feed keeps failing; each has a warning sign in the sidebar.')
      : localize('{0} more feeds keep failing; each has a warning sign in the sidebar.', others);
  if ((await vscode.window.showWarningMessage(sentence, show)) === show) log.show();
}

/** Gives the buttons for a cause, the likeliest first. */
function fixesOf(cause: FailureCause | undefined): readonly Fix[] {
  switch (cause) {
    case 'password':
      return ['enter password', 'remove'];
    case 'gone':
      return ['remove', 'open in browser'];
    case 'certificate':
    case 'proxy':
    case 'offline':
    case 'aborted':
    case undefined:
      return ['show log'];
    default:
      return ['open in browser', 'remove'];
  }
}

function titleOf(fix: Fix): string {
  switch (fix) {
    case 'remove':
      return localize('Remove Feed');
    case 'enter password':
      return localize('Enter Password');
    case 'open in browser':
      return localize('Open in Browser');
    case 'show log':
      return localize('Show Log');
  }
}
