// Scripts in processes of their own, whose output its caller shows when it wants to.

import { spawn } from 'node:child_process';
import { repository } from './paths.ts';

/** Shows some text: whole lines, or the pieces of one as they come. */
export type Print = (text: string) => void;

/** Runs a script of the repository by this Node, with no input; gives its exit code, null where a signal ended it. */
export function runNode(parameters: readonly string[], print: Print): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
    child.on('error', reject).on('close', resolve);
  });
}
