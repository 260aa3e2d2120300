// Files of lines by Node's file system, which can do what VS Code's cannot: read and write a file in parts. A file that
// is on another computer, as in a remote window, is read and written as a whole.

import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type * as vscode from 'vscode';
import { UserError } from '../../core/model/userError.ts';
import { localize } from '../localize.ts';
import type { LineFiles, LinesRead, LineWriter } from './lineFiles.ts';
import { wholeLineFiles } from './wholeLineFiles.ts';

const PARCEL_LINES = 500;
const PARCEL_CHARACTERS = 1_000_000;
const BLOCK = 256 * 1024;
/** The first and the last line of a file that Broadsheet wrote are shorter. */
const LONGEST_END = 4096;

export const lineFiles: LineFiles = {
  create: (file) =>
    isHere(file)
      ? named(file.fsPath, 'written', () => createWriter(file.fsPath))
      : wholeLineFiles.create(file),
  ends: (file) =>
    isHere(file) ? named(file.fsPath, 'read', () => readEnds(file.fsPath)) : wholeLineFiles.ends(file),
  read: (file) => (isHere(file) ? readLines(file.fsPath) : wholeLineFiles.read(file)),
};

function isHere(file: vscode.Uri): boolean {
  return file.scheme === 'file';
}

async function createWriter(path: string): Promise<LineWriter> {
  const partial = `${path}.partial`;
  const file = await open(partial, 'w');
  return {
    async write(lines) {
      if (lines.length > 0) await named(path, 'written', () => file.appendFile(`${lines.join('\n')}\n`));
    },
    finish: () =>
      named(path, 'written', async () => {
        await file.sync();
        await file.close();
        await rename(partial, path);
      }),
    async abandon() {
      await file.close();
      await rm(partial, { force: true });
    },
  };
}

async function readEnds(path: string): Promise<{ readonly first: string; readonly last: string }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, LONGEST_END);
    const first = (await readAt(file, 0, length)).split('\n', 1)[0] ?? '';
    const end = (await readAt(file, size - length, length)).trimEnd();
    return { first, last: end.slice(end.lastIndexOf('\n') + 1) };
  } finally {
    await file.close();
  }
}

async function* readLines(path: string): AsyncGenerator<LinesRead> {
  const file = await named(path, 'read', () => open(path));
  try {
    const { size } = await file.stat();
    const decoder = new TextDecoder();
    let behind = 0;
    let rest = '';
    let lines: string[] = [];
    let characters = 0;
    let firstLine = 1;
    for (;;) {
      const block = Buffer.alloc(BLOCK);
      const { bytesRead } = await named(path, 'read', () => file.read(block, 0, BLOCK, behind));
      if (bytesRead === 0) break;
      behind += bytesRead;
      // Not by readline, which also parts lines at U+2028 inside a JSON string.
      const pieces = (rest + decoder.decode(block.subarray(0, bytesRead), { stream: true })).split('\n');
      rest = pieces.pop() ?? '';
      for (const line of pieces) {
        lines.push(line);
        characters += line.length;
        if (lines.length < PARCEL_LINES && characters < PARCEL_CHARACTERS) continue;
        yield { lines, firstLine, share: behind / size };
        firstLine += lines.length;
        [lines, characters] = [[], 0];
      }
    }
    if (lines.length > 0) yield { lines, firstLine, share: 1 };
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString('utf8', 0, bytesRead);
}

/** Runs file work, and says for the person which file failed and why. */
async function named<T>(path: string, done: 'read' | 'written', work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
    throw new UserError(
      done === 'read'
        ? localize('{0} could not be read: {1}.', basename(path), reason)
        : localize('{0} could not be written: {1}.', basename(path), reason),
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: localize('it is not there'),
  EACCES: localize('you have no permission'),
  EPERM: localize('you have no permission'),
  EROFS: localize('the disk is read-only'),
  ENOSPC: localize('the disk is full'),
  EISDIR: localize('it is a folder'),
};
