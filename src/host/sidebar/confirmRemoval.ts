// Asks before sources leave the library.

import * as vscode from 'vscode';
import type { Source } from '../../core/model/source.ts';
import { localize } from '../localize.ts';

/** Whether the person wants these sources out of the library; nobody is asked about none. */
export async function confirmRemoval(sources: readonly Source[]): Promise<boolean> {
  const [first, ...others] = sources;
  if (first === undefined) return false;
  const onDisk = sources.some(({ kind }) => kind === 'folder' || kind === 'files');
  const detail = onDisk
    ? localize(
        'The headlines leave the library. Starred, cited and quoted ones stay and can still be found. Files on disk are not touched.',
      )
    : localize(
        'The headlines leave the library. Starred, cited and quoted ones stay and can still be found.',
      );
  const remove = localize('Remove');
  const question =
    others.length === 0
      ? localize('Remove “{0}”?', first.title)
      : localize('Remove {0} sources?', sources.length);
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) === remove;
}
