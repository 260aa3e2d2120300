// The extension's own storage by VS Code's file system, which in a browser is the browser's.

import * as vscode from 'vscode';
import type { StorageFolder } from '../../library/saved/storageFolder.ts';

/** Gives a folder of the extension's storage, which is made when something is first written to it. */
export function storageFolder(folder: vscode.Uri): StorageFolder {
  const files = vscode.workspace.fs;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  return {
    names: async () => ((await ifThere(files.readDirectory(folder))) ?? []).map(([name]) => name),
    read: (name) => ifThere(files.readFile(at(name))),
    async write(name, bytes) {
      await files.writeFile(at(name), bytes);
    },
    async rename(name, to) {
      await files.rename(at(name), at(to), { overwrite: true });
    },
    async remove(name) {
      await ifThere(files.delete(at(name)));
    },
  };
}

async function ifThere<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
