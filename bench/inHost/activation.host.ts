// Runs inside the extension host: times the extension's activation there, as nothing outside can.

import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ActivationResult } from './activationResult.ts';

/** Activates Broadsheet and leaves `activation.json` beside this bundle. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<{ readonly file: string }>('broadsheet.broadsheet');
  if (extension === undefined || extension.isActive) throw new Error('There is nothing to activate.');
  const start = performance.now();
  // The host takes it from Node's own cache afterwards.
  createRequire(__filename)(join(extension.extensionPath, 'dist/extension.node.cjs'));
  const load = performance.now() - start;
  const { file } = await extension.activate();
  const whole = performance.now() - start;
  const call = performance.getEntriesByName('broadsheet.activate').at(-1)?.duration;
  if (call === undefined) throw new Error('Broadsheet did not say how long it took.');
  const result: ActivationResult = { load, call, whole, openedFile: existsSync(file) };
  const unfinished = join(__dirname, 'activation.unfinished');
  writeFileSync(unfinished, JSON.stringify(result));
  renameSync(unfinished, join(__dirname, 'activation.json'));
}
