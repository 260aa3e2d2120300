// The door to every other program here: `node scripts/setup.mjs PROGRAM …` sets
// the packages up where they are missing or stale and runs PROGRAM under Node 24.
// It runs on Node 20 and before anything is installed, so with built-ins only.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFirst, npm } from './npm.mjs';

const repository = dirname(dirname(fileURLToPath(import.meta.url)));

if (!packagesInstalled()) {
  console.log('Installing the packages (npm ci) …');
  if (!npm(['ci'], repository)) {
    stop(
      'The packages could not be installed: see whether `npm ping` reaches the registry, then run this again.',
    );
  }
}
runUnderNode24(process.argv.slice(2));

/** Whether node_modules holds what package-lock.json asks for, version by version. */
function packagesInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(lockFile) {
  const path = join(repository, lockFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** @param {readonly string[]} program a script and its arguments */
function runUnderNode24(program) {
  const node = node24();
  const child = spawn(node, program, { cwd: repository, stdio: 'inherit', env: nodeFirst(node) });
  // Ctrl+C reaches the program by itself; this process waits for it to clean up.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) =>
    stop(`Node could not be started (${error.message}): delete node_modules and run this again.`),
  );
  child.on('exit', (code) => process.exit(code ?? 1));
}

function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const installed = join(repository, 'node_modules/node/bin/node');
  if (existsSync(installed)) return installed;
  // An npm that runs no install scripts leaves the package without its Node.
  console.log('Installing Node 24 …');
  npm(['rebuild', 'node', '--ignore-scripts=false'], repository);
  if (existsSync(installed)) return installed;
  return stop('Node 24 is missing: install it from https://nodejs.org and run this again.');
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
