// The server host: VS Code's own server, workbench and extension host, from the
// npm registry, with the workbench in a browser. It needs no desktop VS Code.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Advice } from './advice.ts';
import { npm } from './npm.mjs';
import { cache, repository } from './paths.ts';

const codeServer = 'code-server@4.139.1';
const installed = join(cache, codeServer.replace('@', '-'));
const vscodeServer = join(installed, 'node_modules/code-server/lib/vscode');

const userSettings = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Run Broadsheet in the browser's own extension host, by the entry that package.json calls `browser`. */
export const webHostSettings = {
  'remote.extensionKind': { 'broadsheet.broadsheet': ['web'] },
} as const;

export interface ServerHost {
  readonly port: number;
  /** Address of a window: the folder in it, the extension under development, the tests to run in it. */
  readonly windowAddress: (window: ServerWindow) => string;
  readonly close: () => Promise<void>;
}

export interface ServerWindow {
  readonly folder: string;
  /** The extension under development; a window of the server host takes one. */
  readonly extension?: string;
  /** A CommonJS module that exports `run(): Promise<void>`. */
  readonly tests?: string;
}

export interface ServerOptions {
  /** Settings, storage, logs and installed extensions of this host; kept where it exists. */
  readonly userDataFolder: string;
  /** Added to the settings that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The folder of an extension to have installed in a new profile. */
  readonly installed?: string;
  /** BCP 47 tag of the display language: VS Code's own words stay in English, those of extensions follow it. */
  readonly language?: string;
  /** Added to the environment of this process for the server and its extension hosts. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The port of an earlier host that has ended, so that a browser finds what it has compiled; a free one if undefined. */
  readonly port?: number | undefined;
}

/** Starts the server host on a port of this machine, installed first where it is not. */
export async function startServerHost(options: ServerOptions): Promise<ServerHost> {
  installServerHost();
  writeUserData(options);
  const server = spawn(
    process.execPath,
    [
      ...serverArguments(options.userDataFolder),
      ...listening,
      ...['--port', String(options.port ?? 0)],
      ...(options.language === undefined ? [] : ['--locale', options.language]),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.environment },
      // A process group of its own: its extension hosts end with it.
      detached: true,
    },
  );
  const close = endWithThisProcess(server);
  const port = await portOf(server);
  return { port, windowAddress: (window) => windowAddress(port, window), close };
}

/** Installs a packaged extension for the hosts started with the same user data. */
export async function installExtension(vsix: string, userDataFolder: string): Promise<void> {
  installServerHost();
  const installer = spawn(process.execPath, [
    ...serverArguments(userDataFolder),
    '--install-extension',
    vsix,
  ]);
  let output = '';
  installer.stdout.on('data', (text: Buffer) => (output += text.toString()));
  installer.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise((resolve) => installer.on('exit', resolve));
  if (code !== 0) throw new Error(`${vsix} could not be installed:\n${output}`);
}

/** Downloads the server once; about 400 MB, a minute at most on a quick line. */
function installServerHost(): void {
  if (existsSync(installed)) return;
  console.log(`Installing the server host (${codeServer}, once, about a minute) …`);
  const unfinished = `${installed}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  const vscode = join(unfinished, 'node_modules/code-server/lib/vscode');
  const quiet = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  if (!npm(['install', ...quiet, codeServer], unfinished) || !npm(['install', ...quiet], vscode)) {
    throw new Advice(
      'The server host could not be installed: see whether `npm ping` reaches the registry, then run this again.',
    );
  }
  for (const name of ['spdlog', 'native-watchdog']) {
    cpSync(
      join(repository, 'scripts/stubs', `${name}.cjs`),
      join(vscode, 'node_modules/@vscode', name, 'index.js'),
    );
  }
  for (const name of extensionsLeftOut) {
    rmSync(join(vscode, 'extensions', name), { recursive: true, force: true });
  }
  renameSync(unfinished, installed);
}

/** Version control, accounts, debugging and building: no part of reading, and slow to start. */
const extensionsLeftOut = [
  'copilot',
  'debug-auto-launch',
  'debug-server-ready',
  'emmet',
  'git',
  'git-base',
  'github',
  'github-authentication',
  'grunt',
  'gulp',
  'jake',
  'merge-conflict',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'npm',
  'terminal-suggest',
  'tunnel-forwarding',
];

function serverArguments(userDataFolder: string): string[] {
  return [
    join(vscodeServer, 'out/server-main.js'),
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-workspace-trust',
    ...['--user-data-dir', userDataFolder],
    ...['--server-data-dir', join(userDataFolder, 'server')],
    ...['--extensions-dir', join(userDataFolder, 'extensions')],
  ];
}

// Only with the smoke test driver does the workbench take extensions and tests from its address.
const listening = ['--host', '127.0.0.1', '--without-connection-token', '--enable-smoke-test-driver'];

function writeUserData({ userDataFolder, settings, installed: extension, language }: ServerOptions): void {
  mkdirSync(join(userDataFolder, 'User'), { recursive: true });
  writeFileSync(
    join(userDataFolder, 'User/settings.json'),
    JSON.stringify({ ...userSettings, ...settings }, undefined, 2),
  );
  // A new profile takes what lies in its extensions folder for installed.
  if (extension !== undefined) {
    cpSync(extension, join(userDataFolder, 'extensions', basename(extension)), { recursive: true });
  }
  if (language !== undefined) writeLanguagePack(userDataFolder, language);
}

/** A language counts where a pack for it is known; one without a word leaves VS Code itself in English. */
function writeLanguagePack(userDataFolder: string, language: string): void {
  const words = join(userDataFolder, `${language}.i18n.json`);
  writeFileSync(words, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'broadsheet.no-words' }, version: '1.0.0' }];
  const pack = { hash: 'empty', label: language, extensions, translations: { vscode: words } };
  writeFileSync(join(userDataFolder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += text.toString();
      const port = /Web UI available at http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('exit', () =>
      reject(
        new Advice(
          `The server host did not start: delete .vscode-test and run this again. It said:\n${output}`,
        ),
      ),
    );
  });
}

function windowAddress(port: number, { folder, extension, tests }: ServerWindow): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/** Ends a process group when this process ends, however that comes; gives a way to end it sooner. */
function endWithThisProcess(child: ChildProcess): () => Promise<void> {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-child.pid, 'SIGKILL');
  };
  process.on('exit', end);
  const endAll = (): void => process.exit(1);
  for (const signal of endingSignals) process.once(signal, endAll);
  return async () => {
    process.off('exit', end);
    for (const signal of endingSignals) process.off(signal, endAll);
    end();
    await exited;
  };
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
