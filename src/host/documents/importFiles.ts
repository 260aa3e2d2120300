// Brings files into the library with progress, parcel by parcel.

import type * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { IngestReport, Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import type { DocumentFile } from './findDocuments.ts';
import { readDocuments, type KnownFiles } from './readDocuments.ts';

export interface ImportRequest {
  readonly files: readonly DocumentFile[];
  readonly known: KnownFiles;
  readonly token: vscode.CancellationToken;
  readonly progress: vscode.Progress<{ message?: string; increment?: number }> | undefined;
}

export interface ImportReport extends IngestReport {
  /** Whether it was stopped before the end. */
  readonly stopped: boolean;
}

/** Takes files in and adds up what came of them; what was taken in before it is stopped stays. */
export async function importFiles(
  library: Library,
  source: SourceId,
  request: ImportRequest,
): Promise<ImportReport> {
  const { files, known, token, progress } = request;
  const problems: Problem[] = [];
  const total = { added: 0, updated: 0, unchanged: 0, removed: 0 };
  let behind = 0;
  for await (const parcel of readDocuments(files, known, token)) {
    problems.push(...parcel.problems);
    if (token.isCancellationRequested) break;
    if (parcel.documents.length > 0) {
      const report = await library.ingest(source, parcel.documents);
      problems.push(...report.problems);
      total.added += report.added;
      total.updated += report.updated;
      total.unchanged += report.unchanged;
      total.removed += report.removed;
    }
    behind += parcel.files;
    progress?.report({
      message: localize('{0} of {1} files', behind, files.length),
      increment: (100 * parcel.files) / files.length,
    });
  }
  return { ...total, problems, stopped: token.isCancellationRequested };
}
