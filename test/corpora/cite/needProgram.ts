// Other programs that read what Broadsheet writes.

import { spawnSync } from 'node:child_process';
import { installDebianPackages } from '../../../scripts/browser.ts';

/** Programs of a Debian package of the same name that is small enough to be installed for every run of all checks. */
const INSTALLED: ReadonlySet<string> = new Set(['pandoc']);

/** Skips a test whose program is not there; where nobody's own computer is concerned, it is installed. */
export function needProgram(program: string, test: Mocha.Context): void {
  if (isThere(program)) return;
  if (process.env['CI'] !== undefined && INSTALLED.has(program)) {
    test.timeout(300_000);
    installDebianPackages([program]);
    if (isThere(program)) return;
  }
  process.stdout.write(`      skipped: ${program} is not installed\n`);
  test.skip();
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}
