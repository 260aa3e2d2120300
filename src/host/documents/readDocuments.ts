// Reads files for the library: finds them, refuses what is too large, and hands them on in parcels.

import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem.ts';
import { DOCUMENT_ENDINGS, LARGEST_DOCUMENT } from '../../core/parse/documentKinds.ts';
import type { IncomingDocument } from '../../library/library.ts';

/** A file to read, with the name that tells it from the others of its source. */
export interface DocumentFile {
  readonly uri: vscode.Uri;
  readonly path: string;
}

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
const SKIPPED_FOLDERS = new Set(['node_modules']);

/** Finds the documents in a folder and the folders below it; hidden ones are left out, links are not followed. */
export async function findDocuments(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<DocumentFile[]> {
  const found: DocumentFile[] = [];
  const visit = async (directory: vscode.Uri, prefix: string): Promise<void> => {
    const entries = await vscode.workspace.fs.readDirectory(directory);
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (token.isCancellationRequested) return;
      if (name.startsWith('.')) continue;
      const uri = vscode.Uri.joinPath(directory, name);
      const path = prefix + name;
      if (type === vscode.FileType.Directory && !SKIPPED_FOLDERS.has(name)) await visit(uri, `${path}/`);
      else if ((type & vscode.FileType.File) !== 0 && isDocument(name)) found.push({ uri, path });
    }
  };
  await visit(folder, '');
  return found;
}

/** Whether a file's name has one of the endings that Broadsheet reads. */
export function isDocument(name: string): boolean {
  const lower = name.toLowerCase();
  return DOCUMENT_ENDINGS.some((ending) => lower.endsWith(ending));
}

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
        `${name} is ${megabytes(size)} large and was skipped; the limit is ${megabytes(LARGEST_DOCUMENT)}.`,
      );
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { kind: 'document', document: { path, name, bytes, modifiedAt: mtime } };
  } catch (error) {
    return skipped('unreadable', uri, `${name} could not be read and was skipped: ${reason(error)}.`);
  }
}

function skipped(kind: Problem['kind'], uri: vscode.Uri, sentence: string): Read {
  return { kind: 'problem', problem: { kind, outcome: 'skipped', where: uri.fsPath, sentence } };
}

function megabytes(size: number): string {
  return `${Math.round(size / 1_000_000)} MB`;
}

/** What a person can make of a file system's error; its own text carries codes and paths. */
function reason(error: unknown): string {
  if (error instanceof vscode.FileSystemError) {
    if (error.code === 'FileNotFound') return 'it is not there any more';
    if (error.code === 'NoPermissions') return 'you have no permission to read it';
  }
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
