// The integration tests: bundled, run inside both kinds of a real extension host, read back.

import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { selfSigned } from '../test/server/selfSigned.ts';
import { openWorkbench } from '../test/ui/workbench.ts';
import { downloadedVSCode, runTestsOnDesktop } from './desktopHost.ts';
import { cache, repository } from './paths.ts';
import { startServerHost, webHostSettings } from './serverHost.ts';
import type { TestResult } from './testResult.ts';
import { bundleWebTests } from './webTests.ts';

const bundles = join(repository, 'dist-test');
const entry = join(bundles, 'run.cjs');
const resultsFile = join(bundles, 'results.json');
const webEntry = join(bundles, 'web/run.cjs');
const webResultsFile = join(bundles, 'web/results.json');
const scratch = join(cache, 'host');
const folder = join(scratch, 'folder');

export interface HostChoice {
  /** Whether a desktop VS Code is not even looked for. */
  readonly serverOnly: boolean;
  /** Both where undefined. */
  readonly only: 'node' | 'web' | undefined;
}

/**
 * Runs test/host in both hosts: with Node in the desktop VS Code that can be
 * downloaded, or else in the server host, which is said with its reason; and
 * without it in the browser of the server host. Titles begin with the host.
 */
export async function runHostTests({ serverOnly, only }: HostChoice): Promise<readonly TestResult[]> {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const node = only === 'web' ? [] : await runNodeTests(serverOnly);
  const web = only === 'node' ? [] : await runWebTests();
  return [...named('node host', node), ...named('web host', web)];
}

function named(host: string, results: readonly TestResult[]): readonly TestResult[] {
  return results.map((result) => ({ ...result, title: `${host}: ${result.title}` }));
}

async function runNodeTests(serverOnly: boolean): Promise<readonly TestResult[]> {
  await bundleTests();
  const desktop = serverOnly ? { reason: '--server was asked for' } : await downloadedVSCode();
  if ('executable' in desktop) {
    console.log(`Using VS Code (${desktop.executable}).`);
    const parameters = { extension: repository, tests: entry, folder };
    await runTestsOnDesktop(desktop.executable, parameters, trustedCertificate());
  } else {
    console.log(`${desktop.reason}; using the server host.`);
    await runTestsOnServer('node', entry, resultsFile);
  }
  return resultsIn(resultsFile);
}

async function runWebTests(): Promise<readonly TestResult[]> {
  const leftOut = await bundleWebTests(webEntry);
  await runTestsOnServer('web', webEntry, webResultsFile);
  return [...resultsIn(webResultsFile), ...leftOut];
}

/** Has this computer's hosts trust a server named localhost, as a company's computers trust its own. */
function trustedCertificate(): Readonly<Record<string, string>> {
  const { key, cert } = selfSigned('localhost');
  const [keyFile, certificateFile] = [join(scratch, 'localhost.key'), join(scratch, 'localhost.pem')];
  writeFileSync(keyFile, key, { mode: 0o600 });
  writeFileSync(certificateFile, cert);
  // The first is read by Node on Linux, where it stands for the system's own list.
  return { SSL_CERT_FILE: certificateFile, BROADSHEET_TEST_KEY: keyFile };
}

function resultsIn(file: string): readonly TestResult[] {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as readonly TestResult[];
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

async function runTestsOnServer(kind: 'node' | 'web', tests: string, results: string): Promise<void> {
  const userDataFolder = join(scratch, kind === 'node' ? 'server' : 'web');
  const host = await startServerHost({
    userDataFolder,
    settings: kind === 'web' ? webHostSettings : {},
    environment: trustedCertificate(),
  });
  const workbench = await openWorkbench(host.windowAddress({ folder, extension: repository, tests }));
  try {
    await workbench.waitFor('the results', () => Promise.resolve(existsSync(results)), Boolean, 480_000);
  } catch {
    console.log(`No results came; ${await workbench.shot(`host-${kind}`)} shows the window.`);
  } finally {
    await workbench.close();
    await host.close();
  }
}
