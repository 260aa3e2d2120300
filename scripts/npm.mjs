// Runs npm with the Node that runs this file: npm picks packages by the Node it
// runs under, and a script's `node` must be the same one. Built-ins only.

import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

/**
 * Runs `npm <parameters>` in a folder, its output shown as it comes.
 *
 * @param {readonly string[]} parameters
 * @param {string} folder
 * @returns {boolean} whether npm succeeded
 */
export function npm(parameters, folder) {
  const { status } = spawnSync('npm', parameters, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: nodeFirst(process.execPath),
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/**
 * The environment with the given Node first on the PATH.
 *
 * @param {string} node the Node executable
 * @returns {NodeJS.ProcessEnv}
 */
export function nodeFirst(node) {
  return { ...process.env, PATH: dirname(node) + delimiter + (process.env['PATH'] ?? '') };
}
