// What the person is told about the library's file, and the check that they can ask for.

import * as vscode from 'vscode';
import { sentenceOf, type Sentence } from '../../core/model/userError.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import { inTheirLanguage, localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { plainMessage } from '../plainText.ts';

export interface UpkeepParts {
  readonly library: ObservableLibrary;
  readonly log: Log;
}

export interface Upkeep {
  /** Checks the library, says what was found, and offers the last backup where nothing else helps. */
  check(): Promise<void>;
  readonly disposable: vscode.Disposable;
}

export function registerUpkeep({ library, log }: UpkeepParts): Upkeep {
  const told = new Set<string>();
  const stopListening = library.onDidChange((change) => {
    if (change.kind !== 'notice') return;
    const said = together(change.sentences);
    if (told.has(said)) return;
    told.add(said);
    log.warn(said);
    void vscode.window.showWarningMessage(plainMessage(said));
  });

  return {
    async check() {
      const report = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: localize('Checking the library') },
        (progress) => {
          return library.check((step, share) => {
            const done = share === undefined ? '' : ` (${Math.floor(share * 100)} %)`;
            progress.report({ message: `${inTheirLanguage(sentenceOf(step))}${done}…` });
          });
        },
      );
      const said = together(report.sentences);
      log.info(said);
      for (const detail of report.details) log.info(detail);
      if (report.needsBackup) await offerBackup(library, log, said);
      else void vscode.window.showInformationMessage(said);
    },
    disposable: new vscode.Disposable(stopListening),
  };
}

async function offerBackup(library: ObservableLibrary, log: Log, sentence: string): Promise<void> {
  const restore = localize('Restore Backup');
  const detail = localize(
    'The last good backup takes the place of the library’s file, which is kept beside it under another name. What came since the backup is read from that file as far as it can be.',
  );
  const chosen = await vscode.window.showWarningMessage(sentence, { modal: true, detail }, restore);
  if (chosen !== restore) return;
  const done = together(await library.restoreBackup());
  log.info(done);
  void vscode.window.showInformationMessage(plainMessage(done));
}

/** The library's own sentences are in English until here. */
function together(sentences: readonly Sentence[]): string {
  return sentences.map(inTheirLanguage).join(' ');
}
