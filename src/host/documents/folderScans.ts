// Looks folders through for what is new: one scan of a folder at a time, and none that the person stopped.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { Source } from '../../core/model/source.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { findDocuments, type DocumentFile } from './findDocuments.ts';
import { importFiles, type ImportReport } from './importFiles.ts';

export type Progress = vscode.Progress<{ message?: string; increment?: number }>;

export interface FolderScans {
  /**
   * Looks a folder through for the person. One that runs unasked gives way to it; one that runs for the person
   * already is the same.
   */
  scan(source: Source, token: vscode.CancellationToken, progress: Progress): Promise<ImportReport>;
  /** Looks a folder through unasked, unless that is being done or the person stopped it. */
  look(source: Source): Promise<void>;
  /** Takes in files of a folder that are known to have changed. */
  take(source: Source, files: readonly DocumentFile[], token: vscode.CancellationToken): Promise<void>;
  /** Ends the scan of a source that is about to leave; resolves when nothing more comes of it. */
  end(source: SourceId): Promise<void>;
}

export interface FolderScansParts {
  readonly library: Library;
  readonly log: Log;
  /** Told why a source cannot be read now; undefined where it can. */
  readonly onTrouble: (source: SourceId, sentence: string | undefined) => void;
}

interface Running {
  readonly forPerson: boolean;
  readonly ending: vscode.CancellationTokenSource;
  readonly done: Promise<ImportReport>;
}

export const NOTHING: ImportReport = {
  added: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  problems: [],
  stopped: false,
};

export function createFolderScans({ library, log, onTrouble }: FolderScansParts): FolderScans {
  const running = new Map<SourceId, Running>();
  const stopped = new Set<SourceId>();

  const note = (problems: readonly Problem[]): void => {
    for (const { sentence, where } of problems) log.warn(`${sentence} (${where})`);
  };

  const walk = async (
    source: Source,
    token: vscode.CancellationToken,
    progress?: Progress,
  ): Promise<ImportReport> => {
    progress?.report({ message: source.title });
    const found = await findDocuments(vscode.Uri.parse(source.uri), token);
    if (found.kind === 'unreadable') {
      const problem = folderProblem(source, found.reason);
      onTrouble(source.id, problem.sentence);
      return { ...NOTHING, problems: [problem] };
    }
    onTrouble(source.id, undefined);
    const known = new Map((await library.knownFiles(source.id)).map((file) => [file.path, file]));
    const report = await importFiles(library, source.id, { files: found.files, known, token, progress });
    return { ...report, problems: [...found.problems, ...report.problems] };
  };

  /** A source that leaves while its files are taken in gives errors that concern nobody. */
  const unlessGone = async (
    source: Source,
    token: vscode.CancellationToken,
    work: () => Promise<ImportReport>,
  ): Promise<ImportReport> => {
    try {
      const report = await work();
      note(report.problems);
      return report;
    } catch (error) {
      const isGone =
        token.isCancellationRequested || !(await library.sources()).some(({ id }) => id === source.id);
      if (!isGone) throw error;
      log.info(`“${source.title}” was left while its files were read: ${String(error)}`);
      return { ...NOTHING, stopped: true };
    }
  };

  const start = (
    source: Source,
    forPerson: boolean,
    token?: vscode.CancellationToken,
    progress?: Progress,
  ): Promise<ImportReport> => {
    const { id } = source;
    const before = running.get(id);
    before?.ending.cancel();
    const ending = new vscode.CancellationTokenSource();
    const stop = (): void => {
      stopped.add(id);
      ending.cancel();
    };
    const listening = token?.onCancellationRequested(stop);
    if (token?.isCancellationRequested === true) stop();
    const scan = async (): Promise<ImportReport> => {
      // What went wrong there was told to who asked for it.
      await Promise.allSettled([before?.done]);
      try {
        return await unlessGone(source, ending.token, () => walk(source, ending.token, progress));
      } finally {
        listening?.dispose();
        if (running.get(id)?.ending === ending) running.delete(id);
      }
    };
    const done = scan();
    running.set(id, { forPerson, ending, done });
    return done;
  };

  return {
    scan(source, token, progress) {
      const now = running.get(source.id);
      if (now?.forPerson === true) return now.done;
      stopped.delete(source.id);
      return start(source, true, token, progress);
    },
    async look(source) {
      if (running.has(source.id) || stopped.has(source.id)) return;
      await start(source, false);
    },
    async take(source, files, token) {
      const request = { files, known: new Map(), token, progress: undefined };
      await unlessGone(source, token, () => importFiles(library, source.id, request));
    },
    async end(source) {
      stopped.delete(source);
      const now = running.get(source);
      now?.ending.cancel();
      await Promise.allSettled([now?.done]);
    },
  };
}

/** Says why a followed folder cannot be read; it is looked through again by itself when it is back. */
function folderProblem({ title, uri }: Source, reason: string): Problem {
  const sentence = localize(
    'The folder “{0}” cannot be read now: {1}. Its headlines are kept.',
    title,
    reason,
  );
  return { kind: 'unreadable', outcome: 'skipped', where: vscode.Uri.parse(uri).fsPath, sentence };
}
