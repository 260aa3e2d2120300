// VS Code's own text search: its ripgrep over files, here of a thousand headlines each.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import type { BenchItem } from '../corpus/benchItem.ts';
import { repository } from '../places.ts';
import { BATCH, timeBatches, type OpenEngine } from './engine.ts';

/** VS Code stops after this many matches. */
const MOST = 20_000;

/** Writes the headlines to files and searches for the query as it stands there, in upper or lower case. */
export async function openTextScan(items: Iterable<BenchItem>): Promise<OpenEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  mkdirSync(join(folder, 'headlines'));
  await timeBatches(items, (batch, first) => {
    const lines = batch.map(({ headline, outlet }) => `${headline} (${outlet})\n`).join('');
    writeFileSync(join(folder, 'headlines', `${first / BATCH}.txt`), lines);
  });
  return {
    search: ({ words }) => countMatches(words.join(' '), join(folder, 'headlines')),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function countMatches(text: string, folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const scan = spawn(ripgrep(), ['--json', '--fixed-strings', '--ignore-case', '--', text, folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let found = 0;
    createInterface({ input: scan.stdout }).on('line', (line) => {
      if (found < MOST && (JSON.parse(line) as { readonly type: string }).type === 'match') found++;
      if (found === MOST) scan.kill();
    });
    scan.on('error', reject);
    scan.on('close', () => resolve(found));
  });
}

/** Each system's program is in a package of its own. */
function ripgrep(): string {
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  return createRequire(join(repository, 'bench/package.json')).resolve(
    `@vscode/ripgrep-${process.platform}-${process.arch}/bin/${program}`,
  );
}
