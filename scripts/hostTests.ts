// The integration tests: bundled, run inside a real extension host, read back.

import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { openWorkbench } from '../test/ui/workbench.ts';
import { downloadedVSCode, runTestsOnDesktop } from './desktopHost.ts';
import { cache, repository } from './paths.ts';
import { startServerHost } from './serverHost.ts';
import type { TestResult } from './testResult.ts';

const bundles = join(repository, 'dist-test');
const entry = join(bundles, 'run.cjs');
const resultsFile = join(bundles, 'results.json');
const scratch = join(cache, 'host');
const folder = join(scratch, 'folder');

/**
 * Runs test/host in the desktop VS Code that can be downloaded, or else in the
 * server host, which is said with its reason.
 */
export async function runHostTests(serverOnly: boolean): Promise<readonly TestResult[]> {
  await bundleTests();
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const desktop = serverOnly ? { reason: '--server was asked for' } : await downloadedVSCode();
  if ('executable' in desktop) {
    console.log(`Using VS Code (${desktop.executable}).`);
    await runTestsOnDesktop(desktop.executable, { extension: repository, tests: entry, folder });
  } else {
    console.log(`${desktop.reason}; using the server host.`);
    await runTestsOnServer();
  }
  if (existsSync(resultsFile)) return JSON.parse(readFileSync(resultsFile, 'utf8')) as readonly TestResult[];
  const detail = `The extension host ended without results; its logs are in ${scratch}.`;
  return [{ title: 'the extension host runs the tests', outcome: 'failed', detail }];
}

async function bundleTests(): Promise<void> {
  rmSync(bundles, { recursive: true, force: true });
  await bundle({
    absWorkingDir: repository,
    entryPoints: ['test/host/run.ts', ...globSync('test/host/**/*.test.ts', { cwd: repository })],
    outbase: 'test/host',
    outdir: bundles,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

async function runTestsOnServer(): Promise<void> {
  const host = await startServerHost({ userDataFolder: join(scratch, 'server') });
  const workbench = await openWorkbench(host.windowAddress({ folder, extension: repository, tests: entry }));
  try {
    await workbench.waitFor('the results', () => Promise.resolve(existsSync(resultsFile)), Boolean, 180_000);
  } catch {
    console.log(`No results came; ${await workbench.shot('host')} shows the window.`);
  } finally {
    await workbench.close();
    await host.close();
  }
}
