// Tells the person in one notification what came of adding documents.

import * as vscode from 'vscode';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { plainMessage } from '../plainText.ts';
import type { ImportReport } from './importFiles.ts';

/** Shows what was added, and what was not and why; the log has every file. */
export async function summarize(reports: readonly ImportReport[], log: Log): Promise<void> {
  const added = sum(reports, 'added');
  const updated = sum(reports, 'updated');
  const problems = reports.flatMap((report) => report.problems);
  const stopped = reports.some((report) => report.stopped) ? localize('Stopped before the end. ') : '';
  const removed = sum(reports, 'removed');
  const left = removed > 0 ? localize(' {0} left, as set for the source.', headlines(removed)) : '';
  const done = stopped + doneSentence(added, updated, sum(reports, 'unchanged'), problems.length) + left;
  const [first] = problems;
  if (first === undefined) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const others = problems.length - 1;
  const more =
    others === 0
      ? ''
      : others === 1
        ? localize(' One more file has a problem.')
        : localize(' {0} more files have problems.', others);
  const show = localize('Show Log');
  const chosen = await vscode.window.showWarningMessage(
    plainMessage(`${done} ${first.sentence}${more}`.trim()),
    ...(others > 0 ? [show] : []),
  );
  if (chosen === show) log.show();
}

function doneSentence(added: number, updated: number, unchanged: number, problems: number): string {
  if (added > 0 && updated > 0)
    return localize('Added {0} and updated {1}.', headlines(added), headlines(updated));
  if (added > 0) return localize('Added {0}.', headlines(added));
  if (updated > 0) return localize('Updated {0}.', headlines(updated));
  if (unchanged > 0 || problems === 0) return localize('Nothing new was found.');
  return '';
}

function headlines(count: number): string {
  return count === 1 ? localize('1 headline') : localize('{0} headlines', count);
}

function sum(reports: readonly ImportReport[], key: 'added' | 'updated' | 'unchanged' | 'removed'): number {
  return reports.reduce((total, report) => total + report[key], 0);
}
