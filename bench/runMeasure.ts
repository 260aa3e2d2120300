// Runs one measure in a process of its own, so that none inherits another's memory or warm code.

import { spawn } from 'node:child_process';
import { measureScript, repository } from './places.ts';
import type { MeasureName, MeasureRequest, MeasureResult } from './measures/measures.ts';

/** Seconds after which a measure is given up. */
const LONGEST = 1800;

/**
 * Gives the result of one measure.
 *
 * @throws Error with the process's last words where it fails or takes too long.
 */
export function runMeasure<Name extends MeasureName>(
  name: Name,
  request: MeasureRequest<Name>,
): Promise<MeasureResult<Name>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=8192', measureScript, name], {
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: LONGEST * 1000,
      env: { ...process.env, BROADSHEET_REPOSITORY: repository },
    });
    // An interrupted run leaves no process behind.
    const end = (): boolean => child.kill();
    process.once('exit', end);
    child.stdin.end(JSON.stringify(request));
    let printed = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => (printed += String(chunk)));
    child.stderr.on('data', (chunk) => (complaints += String(chunk)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('exit', end);
      const result = printed.split('\nRESULT ').at(1);
      if (code === 0 && result !== undefined) resolve(JSON.parse(result) as MeasureResult<Name>);
      else reject(new Error(`${name} ended with ${signal ?? code}. ${lastWords(complaints)}`));
    });
  });
}

/** The line that names the error, or else the end. */
function lastWords(complaints: string): string {
  return /^.*Error.*$/mu.exec(complaints)?.[0].slice(0, 600) ?? complaints.trim().slice(-600);
}
