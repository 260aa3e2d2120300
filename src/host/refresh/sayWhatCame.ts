// What came of a reading that a person asked for, where the rows may look as they did before.

import * as vscode from 'vscode';
import { localize } from '../localize.ts';
import type { RefreshSummary } from './createRefresh.ts';

const DURATION = 4000;

/** Says in the status bar what arrived; what failed says so in its row, and being offline over the rows. */
export function sayWhatCame({ kind, added, updated, failing }: RefreshSummary): void {
  if (kind === 'offline' || kind === 'left to another window') return;
  if (added === 0 && (kind === 'stopped' || updated > 0 || failing.length > 0)) return;
  vscode.window.setStatusBarMessage(sentence(added), DURATION);
}

function sentence(added: number): string {
  if (added === 0) return localize('Nothing new was found.');
  return added === 1 ? localize('1 new headline') : localize('{0} new headlines', added);
}
