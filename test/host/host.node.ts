// What the tests do otherwise in each kind of extension host; here, with Node.

import { join } from 'node:path';
import * as vscode from 'vscode';
import type { BroadsheetApi } from '../../src/extension.node.ts';
import type { ObservableLibrary } from '../../src/library/library.ts';
import { spawnLibrary } from '../../src/library/spawn.node.ts';

/** The URI of a file that a test wrote. */
export function fileUri(path: string): vscode.Uri {
  return vscode.Uri.file(path);
}

/** Does something to the library from a thread of its own, as another window would. */
export async function inOtherWindow<T>(work: (library: ObservableLibrary) => Promise<T>): Promise<T> {
  const extension = vscode.extensions.getExtension<BroadsheetApi>('broadsheet.broadsheet');
  const { file } = (await extension?.activate()) ?? { file: '' };
  const library = spawnLibrary(join(extension?.extensionPath ?? '', 'dist', 'worker.node.cjs'), file);
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}
