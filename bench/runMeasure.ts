// Runs one measure in a process of its own, so that none inherits another's memory or warm code.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ActivationResult } from './inHost/activationResult.ts';
import { measureScript, repository } from './places.ts';
import type { Held } from './measures/watch.ts';
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
  const parameters = ['--expose-gc', '--max-old-space-size=8192', measureScript, name];
  return runProgram(name, parameters, JSON.stringify(request));
}

/** Activates the extension as it is shipped, so many times, each in a host of its own. */
export function runActivation(rounds: number): Promise<readonly ActivationResult[]> {
  return runInHost('activation', rounds);
}

/** Reads a thousand feeds in a host; gives what each round held, in the order of `ROUNDS`. */
export function runRefreshInHost(): Promise<readonly (readonly Held[])[]> {
  return runInHost('refresh');
}

function runInHost<Result>(
  name: 'activation' | 'refresh',
  ...parameters: readonly number[]
): Promise<Result> {
  const program = join(repository, `bench/inHost/${name}.ts`);
  return runProgram(name, [program, ...parameters.map(String)], '');
}

function runProgram<Result>(name: string, parameters: readonly string[], input: string): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: LONGEST * 1000,
      env: { ...process.env, BROADSHEET_REPOSITORY: repository },
    });
    // An interrupted run leaves no process behind.
    const end = (): boolean => child.kill();
    process.once('exit', end);
    child.stdin.end(input);
    let printed = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => (printed += String(chunk)));
    child.stderr.on('data', (chunk) => (complaints += String(chunk)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('exit', end);
      const result = printed.split('\nRESULT ').at(1);
      if (code === 0 && result !== undefined) resolve(JSON.parse(result) as Result);
      else reject(new Error(`${name} ended with ${signal ?? code}. ${lastWords(complaints)}`));
    });
  });
}

/** The line that names the error, or else the end. */
function lastWords(complaints: string): string {
  return /^.*Error.*$/mu.exec(complaints)?.[0].slice(0, 600) ?? complaints.trim().slice(-600);
}
