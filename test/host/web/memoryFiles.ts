// Files in memory under a scheme of their own, as a workspace in a browser has them; and those functions of node:fs
// by which the tests write and read files, over these.

import * as vscode from 'vscode';

export const MEMORY_SCHEME = 'memory';

interface Kept {
  /** Undefined for a folder. */
  readonly bytes: Uint8Array | undefined;
  readonly modifiedAt: number;
}

const kept = new Map<string, Kept>([
  ['/', { bytes: undefined, modifiedAt: 0 }],
  ['/tmp', { bytes: undefined, modifiedAt: 0 }],
]);
const open = new Map<number, string>();
const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
let time = Date.now();

export function existsSync(path: string): boolean {
  return kept.has(path);
}

export function readFileSync(path: string): Uint8Array;
export function readFileSync(path: string, encoding: 'utf8'): string;
export function readFileSync(path: string, encoding?: 'utf8'): Uint8Array | string {
  const bytes = Uint8Array.from(there(path).bytes ?? []);
  return encoding === undefined ? bytes : new TextDecoder().decode(bytes);
}

export function readdirSync(path: string): readonly string[] {
  return childrenOf(path).map((child) => child.slice(child.lastIndexOf('/') + 1));
}

export function writeFileSync(path: string, content: string | Uint8Array): void {
  if (there(parentOf(path)).bytes !== undefined) throw fault('ENOTDIR', path);
  const isNew = !kept.has(path);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
  keep(path, bytes);
  tell(path, isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed);
}

export function mkdirSync(path: string, _options?: { readonly recursive: boolean }): void {
  if (kept.has(path)) return;
  mkdirSync(parentOf(path));
  keep(path, undefined);
  tell(path, vscode.FileChangeType.Created);
}

export function mkdtempSync(prefix: string): string {
  const path = `${prefix}${crypto.randomUUID().slice(0, 8)}`;
  mkdirSync(path);
  return path;
}

export function rmSync(path: string, _options?: unknown): void {
  for (const each of [...kept.keys()].filter((other) => isWithin(other, path))) kept.delete(each);
  tell(path, vscode.FileChangeType.Deleted);
}

export function renameSync(from: string, to: string): void {
  there(from);
  for (const [path, each] of [...kept].filter(([other]) => isWithin(other, from))) {
    kept.delete(path);
    kept.set(to + path.slice(from.length), each);
  }
  tell(from, vscode.FileChangeType.Deleted);
  tell(to, vscode.FileChangeType.Created);
}

/** Everybody may read everything here, as the superuser may elsewhere. */
export function chmodSync(_path: string, _mode: number): void {
  return undefined;
}

export function openSync(path: string, _flags: 'w'): number {
  writeFileSync(path, '');
  open.set(open.size + 1, path);
  return open.size;
}

export function ftruncateSync(file: number, size: number): void {
  keep(open.get(file) ?? '', new Uint8Array(size));
}

export function closeSync(_file: number): void {
  return undefined;
}

/** Serves these files to VS Code. */
export function registerMemoryFiles(): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(
    MEMORY_SCHEME,
    {
      onDidChangeFile: changed.event,
      watch: () => new vscode.Disposable(() => undefined),
      stat({ path }) {
        const { bytes, modifiedAt } = known(path);
        const type = bytes === undefined ? vscode.FileType.Directory : vscode.FileType.File;
        return { type, ctime: 0, mtime: modifiedAt, size: bytes?.byteLength ?? 0 };
      },
      readDirectory: ({ path }) =>
        (known(path), childrenOf(path)).map((child) => [
          child.slice(child.lastIndexOf('/') + 1),
          kept.get(child)?.bytes === undefined ? vscode.FileType.Directory : vscode.FileType.File,
        ]),
      readFile: ({ path }) => Uint8Array.from(known(path).bytes ?? []),
      writeFile({ path }, content) {
        if (known(parentOf(path)).bytes !== undefined) throw vscode.FileSystemError.FileNotADirectory(path);
        writeFileSync(path, content);
      },
      createDirectory: ({ path }) => mkdirSync(path),
      delete({ path }) {
        known(path);
        rmSync(path);
      },
      rename(from, to) {
        known(from.path);
        renameSync(from.path, to.path);
      },
    },
    { isCaseSensitive: true },
  );
}

function keep(path: string, bytes: Uint8Array | undefined): void {
  // Each change has a time of its own, as on a disk that counts finely.
  time = Math.max(time + 1, Date.now());
  kept.set(path, { bytes, modifiedAt: time });
}

function tell(path: string, type: vscode.FileChangeType): void {
  changed.fire([{ type, uri: vscode.Uri.from({ scheme: MEMORY_SCHEME, path }) }]);
}

function there(path: string): Kept {
  const found = kept.get(path);
  if (found === undefined) throw fault('ENOENT', path);
  return found;
}

function known(path: string): Kept {
  const found = kept.get(path);
  if (found === undefined) throw vscode.FileSystemError.FileNotFound(path);
  return found;
}

function fault(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

function childrenOf(path: string): readonly string[] {
  return [...kept.keys()].filter((other) => other !== path && parentOf(other) === path);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
