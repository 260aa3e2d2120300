// Asks which version of an article to read.

import * as vscode from 'vscode';
import type { RevisionSummary } from '../../core/model/revision.ts';
import { localize } from '../localize.ts';
import { plainLabel } from '../plainText.ts';
import { versionTime } from './versionTime.ts';

/**
 * Gives the version that the person chose; undefined where they left.
 *
 * @param versions Newest first.
 * @param shown The one that is in the reader.
 */
export async function pickVersion(
  headline: string,
  versions: readonly RevisionSummary[],
  shown: number,
): Promise<RevisionSummary | undefined> {
  const rows = versions.map((version) => ({
    label: plainLabel(versionTime(version.seenAt, vscode.env.language)),
    description: [
      version.wordCount === 1 ? localize('1 word') : localize('{0} words', version.wordCount),
      ...(version.isCurrent ? [localize('the current one')] : []),
      ...(version.ordinal === shown ? [localize('in the reader')] : []),
    ].join(' · '),
    ...(version.headline === headline ? {} : { detail: plainLabel(version.headline) }),
    version,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    title: plainLabel(localize('Read a Version of “{0}”', headline)),
    placeHolder: localize('Choose the version to read.'),
  });
  return picked?.version;
}
