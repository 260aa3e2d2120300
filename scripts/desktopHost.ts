// The desktop host: VS Code itself, downloaded for tests, or the one on this
// machine for a person to look at Broadsheet in.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { Advice } from './advice.ts';
import { installDebianPackages, onPath } from './browser.ts';
import { cache } from './paths.ts';

/** A host that can be used, or why it cannot. */
export type Found = { readonly executable: string } | { readonly reason: string };

/** The downloaded VS Code for tests; without a network the one downloaded before. */
export async function downloadedVSCode(): Promise<Found> {
  let executable: string;
  try {
    executable = await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: cache,
      // Without an answer for so long, in milliseconds, the network counts as closed.
      timeout: 5000,
    });
  } catch (error) {
    return { reason: `VS Code's download is not reachable (${messageOf(error)})` };
  }
  // As plain Node it needs the same libraries of the system, but no display.
  const probe = spawnSync(executable, ['--version'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  if (probe.status !== 0) {
    return { reason: `VS Code was downloaded but does not start here (${probe.stderr.toString().trim()})` };
  }
  if (needsDisplay() && onPath(['xvfb-run']) === undefined && !installDebianPackages(['xvfb', 'xauth'])) {
    return { reason: 'VS Code was downloaded but this machine has neither a display nor xvfb-run' };
  }
  return { executable };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a test bundle in the downloaded VS Code until it has ended; its results are in the bundle's file. */
export async function runTestsOnDesktop(
  executable: string,
  { extension, tests, folder }: Readonly<Record<'extension' | 'tests' | 'folder', string>>,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const userData = join(cache, 'host/desktop');
  const display = needsDisplay() ? await startDisplay() : undefined;
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs: [folder, `--user-data-dir=${userData}`, '--disable-extensions', '--disable-gpu'],
      extensionTestsEnv: { ...environment, ...(display === undefined ? {} : { DISPLAY: display.name }) },
    });
  } catch {
    // It throws where a test failed, which the results say better, or where it
    // crashed, which is a missing results file.
  } finally {
    display?.end();
  }
}

const needsDisplay = (): boolean =>
  process.platform === 'linux' &&
  process.env['DISPLAY'] === undefined &&
  process.env['WAYLAND_DISPLAY'] === undefined;

/** A display in memory, by xvfb-run, which says the name that it chose. */
function startDisplay(): Promise<{ readonly name: string; readonly end: () => void }> {
  const holder = spawn('xvfb-run', ['-a', 'sh', '-c', 'echo "$DISPLAY"; cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    holder.on('error', reject);
    holder.on('exit', () => reject(new Advice('xvfb-run gave no display: run `xvfb-run true` to see why.')));
    holder.stdout.once('data', (name: Buffer) =>
      resolve({ name: name.toString().trim(), end: () => holder.stdin.end() }),
    );
  });
}

/** The VS Code of this machine, where a window of it can be opened and it is new enough. */
export function desktopVSCode(): Found {
  const executable = onPath(['code']) ?? [macApplication].find(existsSync);
  if (executable === undefined) return { reason: 'No `code` is on the PATH' };
  if (needsDisplay()) return { reason: 'This machine has no display' };
  const version = spawnSync(executable, ['--version', ...rootArguments()], { encoding: 'utf8' }).stdout;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 1 || (major === 1 && minor < 125)) {
    return { reason: `\`code\` is version ${version.split('\n')[0] ?? ''}, Broadsheet needs 1.125` };
  }
  return { executable };
}

const macApplication = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/** Opens a window with extensions under development and user data of its own, until it is closed. */
export async function openDesktop(
  executable: string,
  folder: string,
  extensions: readonly string[],
): Promise<void> {
  const userData = join(cache, 'start/desktop');
  mkdirSync(userData, { recursive: true });
  const window = spawn(
    executable,
    [
      folder,
      '--wait',
      '--new-window',
      '--disable-workspace-trust',
      `--user-data-dir=${userData}`,
      `--extensions-dir=${join(userData, 'extensions')}`,
      ...extensions.map((path) => `--extensionDevelopmentPath=${path}`),
      ...rootArguments(userData),
    ],
    { stdio: 'inherit' },
  );
  await new Promise((resolve) => window.on('exit', resolve));
}

/** VS Code refuses to run as root without these. */
function rootArguments(userData = join(cache, 'start/desktop')): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${userData}`] : [];
}
