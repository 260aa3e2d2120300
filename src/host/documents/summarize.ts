// Tells the person in one notification what came of adding documents.

import * as vscode from 'vscode';
import type { Log } from '../log.ts';
import { plainMessage } from '../plainText.ts';
import type { ImportReport } from './importFiles.ts';

/** Shows what was added, and what was not and why; the log has every file. */
export async function summarize(reports: readonly ImportReport[], log: Log): Promise<void> {
  const added = sum(reports, 'added');
  const updated = sum(reports, 'updated');
  const problems = reports.flatMap((report) => report.problems);
  const stopped = reports.some((report) => report.stopped) ? 'Stopped before the end. ' : '';
  const removed = sum(reports, 'removed');
  const left = removed > 0 ? ` ${headlines(removed)} left, as set for the source.` : '';
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
        ? ' One more file has a problem.'
        : ` ${others} more files have problems.`;
  const show = 'Show Log';
  const chosen = await vscode.window.showWarningMessage(
    plainMessage(`${done} ${first.sentence}${more}`.trim()),
    ...(others > 0 ? [show] : []),
  );
  if (chosen === show) log.show();
}

function doneSentence(added: number, updated: number, unchanged: number, problems: number): string {
  const parts = [
    added > 0 ? `added ${headlines(added)}` : '',
    updated > 0 ? `updated ${headlines(updated)}` : '',
  ];
  const said = parts.filter((part) => part !== '').join(' and ');
  if (said !== '') return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  if (unchanged > 0 || problems === 0) return 'Nothing new was found.';
  return '';
}

function headlines(count: number): string {
  return count === 1 ? '1 headline' : `${count} headlines`;
}

function sum(reports: readonly ImportReport[], key: 'added' | 'updated' | 'unchanged' | 'removed'): number {
  return reports.reduce((total, report) => total + report[key], 0);
}
