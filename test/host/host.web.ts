// What the tests do otherwise in each kind of extension host; here, in a browser.

import * as vscode from 'vscode';
import type { BroadsheetApi } from '../../src/extension.web.ts';
import type { ObservableLibrary } from '../../src/library/library.ts';
import { MEMORY_SCHEME } from './web/memoryFiles.ts';

/** The URI of a file that a test wrote. */
export function fileUri(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: MEMORY_SCHEME, path });
}

/**
 * Does something to the library behind the back of its commands and views. Another window would have a memory of its
 * own, of which this one learns some seconds later; test/library/saved has the tests of that.
 */
export async function inOtherWindow<T>(work: (library: ObservableLibrary) => Promise<T>): Promise<T> {
  const extension = vscode.extensions.getExtension<BroadsheetApi>('broadsheet.broadsheet');
  const { library } = (await extension?.activate()) ?? {};
  if (library === undefined) throw new Error('The extension does not know that it is tested.');
  return work(library);
}
