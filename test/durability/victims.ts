// Starts processes that write to a library, and kills them.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export type Work = 'ingest' | 'remove' | 'migrate';

/** What a process said until its end, line by line. */
export type Lines = readonly string[];

let program: Promise<string> | undefined;

/** Makes a folder that is gone after the test; call it in a suite. */
export function useFolder(): () => string {
  let folder = '';
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))));
  teardown(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

/**
 * Runs a process that writes to the library and gives what it said.
 *
 * @param killAfter How many milliseconds after it said `lines` lines it is killed by SIGKILL; never where undefined.
 * @param lines How far it gets before that, however slow the machine is: one line says that it is ready.
 */
export async function runVictim(
  path: string,
  work: Work,
  name: string,
  {
    killAfter,
    lines = 1,
    rounds,
  }: { readonly killAfter?: number; readonly lines?: number; readonly rounds?: number },
): Promise<Lines> {
  program ??= bundled();
  const values = [await program, path, work, name, ...(rounds === undefined ? [] : [String(rounds)])];
  const child = spawn(process.execPath, values, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (killAfter !== undefined && said.split('\n').length > lines)
      timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      // A line that is cut off was not acknowledged.
      if (code === 0 || signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1));
      else reject(new Error(complaint));
    });
  });
}

/** The program in one file, as the library is shipped: it starts in half the time, and it starts often. */
async function bundled(): Promise<string> {
  const repository = join(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-victim-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'victim.mjs');
  await build({
    absWorkingDir: repository,
    entryPoints: ['test/durability/victim.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    alias: { postcss: './scripts/stubs/empty.cjs' },
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
    logLevel: 'error',
  });
  return outfile;
}
