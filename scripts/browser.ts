// Finds or installs the browser that the server host's workbench runs in.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { Advice } from './advice.ts';
import { repository } from './paths.ts';

/** Starts a headless browser, found or installed first. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser() ?? installBrowser();
  return await chromium.launch({ executablePath, args: browserArguments });
}

const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** CHROMIUM_PATH, a Chromium or Chrome of this machine, or the one that was downloaded before. */
function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && !existsSync(named)) {
    throw new Advice(`CHROMIUM_PATH names ${named}, which does not exist: correct it or unset it.`);
  }
  const downloaded = chromium.executablePath();
  return named ?? onPath(browserNames) ?? [...desktopBrowsers, downloaded].find(existsSync);
}

/** The one without windows of its own first: it takes a sixth of the time off. */
const browserNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const desktopBrowsers = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where the first of these programs lies on the PATH. */
export function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installBrowser(): string {
  console.log('No Chromium or Chrome is on this machine; installing one …');
  if (installDebianPackages(['chromium-headless-shell']) || installDebianPackages(['chromium'])) {
    // For scripts that a bare machine has no letters for; the tests do without.
    installDebianPackages(['fonts-noto-core', 'fonts-noto-cjk']);
    const installed = onPath(browserNames);
    if (installed !== undefined) return installed;
  }
  console.log('No Debian package could be installed; trying Playwright’s own download …');
  const playwright = join(repository, 'node_modules/playwright-core/cli.js');
  const { status } = spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'inherit' });
  if (status === 0 && existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Advice(
    'No browser could be installed: install Chromium or Chrome, or name one by CHROMIUM_PATH, and run this again.',
  );
}

/**
 * Installs packages by apt-get, as root or by a sudo that asks for no password.
 *
 * @returns false where that is not possible, the reason shown by apt-get itself
 */
export function installDebianPackages(packages: readonly string[]): boolean {
  if (onPath(['apt-get']) === undefined) return false;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
  const aptGet = (...parameters: readonly string[]): boolean => {
    // By `env`, because sudo drops this process's environment.
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...parameters];
    const [program = 'env', ...rest] = root ? command : ['sudo', '-n', ...command];
    return spawnSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  };
  return aptGet('update', '-qq') && aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
