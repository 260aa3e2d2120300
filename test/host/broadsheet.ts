// The running extension, and files for it to read.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Headline } from '../../src/core/model/item.ts';
import type { Source } from '../../src/core/model/source.ts';
import type { BroadsheetApi } from '../../src/extension.node.ts';
import type { CommandId } from '../../src/manifest.ts';
import { fileUri } from './host.node.ts';

/** Gives the library of the extension, started if need be. */
export async function theLibrary(): Promise<BroadsheetApi> {
  const extension = vscode.extensions.getExtension<BroadsheetApi>('broadsheet.broadsheet');
  assert.ok(extension, 'Broadsheet is not installed in this host.');
  return extension.activate();
}

export { inOtherWindow } from './host.node.ts';

/** Gives the source with this URI. */
export async function sourceOf(uri: vscode.Uri | string): Promise<Source> {
  const source = (await (await theLibrary()).sources()).find((other) => other.uri === uri.toString());
  assert.ok(source, `There is no source ${uri.toString()}.`);
  return source;
}

export async function run(command: CommandId, ...values: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(command, ...values);
}

/** Writes files to a new folder and gives its URI. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): vscode.Uri {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  writeInto(folder, files);
  return fileUri(folder);
}

export function writeInto(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The headlines of the source with this URI, newest first. */
export async function headlinesOf(uri: vscode.Uri | string): Promise<readonly Headline[]> {
  const library = await theLibrary();
  const source = (await library.sources()).find((candidate) => candidate.uri === uri.toString());
  if (source === undefined) return [];
  return (await library.headlines({ sourceId: source.id, after: undefined, limit: 500 })).headlines;
}

/** Waits until something is so; fails with what was seen last. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  isSo: (seen: T) => boolean,
  timeout = 15_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > end) assert.fail(`Still not so after ${timeout} ms: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
