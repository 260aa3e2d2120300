// Reads files for the library: refuses what is too large, and hands the others on in parcels.

import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem.ts';
import { LARGEST_DOCUMENT } from '../../core/parse/documentKinds.ts';
import type { IncomingDocument } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { fileFault } from './fileFault.ts';
import type { DocumentFile } from './findDocuments.ts';

/** What was read before, by path: a file that has not changed since is left out. */
export type KnownFiles = ReadonlyMap<string, { readonly modifiedAt: number; readonly size: number }>;

export interface Parcel {
  readonly documents: readonly IncomingDocument[];
  readonly problems: readonly Problem[];
  /** How many files this parcel brings behind us. */
  readonly files: number;
}

const PARCEL_BYTES = 4 * 1024 * 1024;
const PARCEL_FILES = 50;

/**
 * Reads files one after the other and gives them in parcels of a few megabytes, so that a large folder neither fills
 * the memory nor holds the library for long. A file that cannot be read is a problem and no more.
 */
export async function* readDocuments(
  files: readonly DocumentFile[],
  known: KnownFiles,
  token: vscode.CancellationToken,
): AsyncGenerator<Parcel> {
  let documents: IncomingDocument[] = [];
  let problems: Problem[] = [];
  let bytes = 0;
  let count = 0;
  for (const file of files) {
    if (token.isCancellationRequested) break;
    const read = await readDocument(file, known);
    count++;
    if (read?.kind === 'problem') problems.push(read.problem);
    if (read?.kind === 'document') {
      documents.push(read.document);
      bytes += read.document.bytes.byteLength;
    }
    if (bytes < PARCEL_BYTES && count < PARCEL_FILES) continue;
    yield { documents, problems, files: count };
    [documents, problems, bytes, count] = [[], [], 0, 0];
  }
  if (count > 0) yield { documents, problems, files: count };
}

type Read =
  | { readonly kind: 'document'; readonly document: IncomingDocument }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | undefined;

async function readDocument({ uri, path }: DocumentFile, known: KnownFiles): Promise<Read> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    const before = known.get(path);
    if (before?.modifiedAt === mtime && before.size === size) return undefined;
    if (size > LARGEST_DOCUMENT)
      return skipped(
        'too large',
        uri,
        localize(
          '{0} is {1} large and was skipped; the limit is {2}.',
          name,
          megabytes(size),
          megabytes(LARGEST_DOCUMENT),
        ),
      );
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { kind: 'document', document: { path, name, bytes, modifiedAt: mtime } };
  } catch (error) {
    return skipped(
      'unreadable',
      uri,
      localize('{0} could not be read and was skipped: {1}.', name, fileFault(error)),
    );
  }
}

function skipped(kind: Problem['kind'], uri: vscode.Uri, sentence: string): Read {
  return { kind: 'problem', problem: { kind, outcome: 'skipped', where: uri.fsPath, sentence } };
}

function megabytes(size: number): string {
  return `${Math.round(size / 1_000_000)} MB`;
}
