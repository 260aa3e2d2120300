// Asks which two versions of an article to compare.

import * as vscode from 'vscode';
import type { RevisionSummary } from '../../core/model/revision.ts';
import { localize } from '../localize.ts';
import { plainLabel } from '../plainText.ts';
import { versionDate } from './versionDate.ts';

/** The older one first. */
export type VersionPair = readonly [RevisionSummary, RevisionSummary];

interface VersionRow extends vscode.QuickPickItem {
  readonly version: RevisionSummary;
}

/**
 * Gives two versions, of which the two newest are chosen beforehand; undefined where the person left. Choosing a third
 * lets go of the one that was chosen first.
 *
 * @param versions At least two, newest first.
 */
export async function pickVersions(
  headline: string,
  versions: readonly RevisionSummary[],
): Promise<VersionPair | undefined> {
  const picker = vscode.window.createQuickPick<VersionRow>();
  const rows = versions.map((version) => rowOf(version, headline));
  picker.title = plainLabel(localize('Compare Versions of “{0}”', headline));
  picker.placeholder = localize('Choose the two versions to compare.');
  picker.canSelectMany = true;
  picker.items = rows;
  picker.selectedItems = rows.slice(0, 2);
  let chosen: readonly VersionRow[] = picker.selectedItems;
  const pair = await new Promise<VersionPair | undefined>((resolve) => {
    picker.onDidChangeSelection((selection) => {
      chosen = [
        ...chosen.filter((row) => selection.includes(row)),
        ...selection.filter((row) => !chosen.includes(row)),
      ];
      if (chosen.length <= 2) return;
      chosen = chosen.slice(-2);
      picker.selectedItems = chosen;
    });
    picker.onDidAccept(() => {
      // In the order of the list, whatever was chosen first.
      const [newer, older] = rows.filter((row) => chosen.includes(row)).map(({ version }) => version);
      if (newer !== undefined && older !== undefined) resolve([older, newer]);
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  return pair;
}

function rowOf(version: RevisionSummary, headline: string): VersionRow {
  const words = version.wordCount === 1 ? localize('1 word') : localize('{0} words', version.wordCount);
  return {
    label: plainLabel(versionDate(version.seenAt, vscode.env.language)),
    description: [words, ...(version.isCurrent ? [localize('the current one')] : [])].join(' · '),
    ...(version.headline === headline ? {} : { detail: plainLabel(version.headline) }),
    version,
  };
}
