// Measures activation in a real extension host with a new profile; `node measureActivation.ts ROUNDS` prints the results.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildExtension } from '../../esbuild.mjs';
import { startServerHost } from '../../scripts/serverHost.ts';
import { openWorkbench } from '../../test/ui/workbench.ts';
import { benchCache, repository } from '../places.ts';
import type { ActivationResult } from './activationResult.ts';

/** Activates the extension as it is shipped, so many times, each in a host of its own. */
async function measureActivation(rounds: number): Promise<readonly ActivationResult[]> {
  await buildExtension({ minify: true });
  const scratch = join(benchCache, 'activation');
  const entry = join(scratch, 'inHost.cjs');
  await bundle({
    absWorkingDir: repository,
    entryPoints: ['bench/activation/inHost.ts'],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const results: ActivationResult[] = [];
  for (let round = 0; round < rounds; round++) results.push(await activateOnce(scratch, entry));
  return results;
}

async function activateOnce(scratch: string, entry: string): Promise<ActivationResult> {
  const result = join(scratch, 'activation.json');
  const profile = join(scratch, 'profile');
  const folder = join(scratch, 'folder');
  rmSync(result, { force: true });
  rmSync(profile, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const host = await startServerHost({ userDataFolder: profile });
  const workbench = await openWorkbench(host.windowAddress({ folder, extension: repository, tests: entry }));
  try {
    await workbench.waitFor('the activation', () => Promise.resolve(existsSync(result)), Boolean, 60_000);
    return JSON.parse(readFileSync(result, 'utf8')) as ActivationResult;
  } finally {
    await workbench.close();
    await host.close();
  }
}

console.log(`\nRESULT ${JSON.stringify(await measureActivation(Number(process.argv[2] ?? 1)))}`);
process.exit(0);
