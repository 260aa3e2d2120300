// What the phases of `npm test` are made of: programs of the packages, and test files run by mocha.

import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Advice } from './advice.ts';
import { cache, repository } from './paths.ts';
import { runNode, type Print } from './runNode.ts';
import type { TestResult } from './testResult.ts';

/** Runs one of the packages' programs, once per list of parameters; its output says what is wrong. */
export async function tool(
  print: Print,
  program: string,
  ...runs: readonly (readonly string[])[]
): Promise<readonly TestResult[]> {
  const path = join(repository, 'node_modules', program);
  const title = program.split('/')[0] ?? program;
  const failed: string[] = [];
  for (const parameters of runs) {
    if ((await runNode([path, ...parameters], print)) !== 0) failed.push([title, ...parameters].join(' '));
  }
  return [{ title, outcome: failed.length === 0 ? 'passed' : 'failed', detail: failed.join('\n') }];
}

/** Runs all test files under these folders by mocha in a process of its own; `ending` stands in their names. */
export async function mochaTests(
  print: Print,
  folders: readonly string[],
  timeout: number,
  ending: 'test' | 'pictures' = 'test',
): Promise<readonly TestResult[]> {
  const files = folders
    .flatMap((folder) => globSync(`${folder}/**/*.${ending}.ts`, { cwd: repository }))
    .sort();
  return files.length === 0 ? [] : await runFiles(print, files, timeout);
}

async function runFiles(
  print: Print,
  files: readonly string[],
  timeout: number,
): Promise<readonly TestResult[]> {
  mkdirSync(cache, { recursive: true });
  const resultsFile = join(mkdtempSync(join(cache, 'results-')), 'results.json');
  await runNode([join(repository, 'scripts/mochaProcess.ts'), resultsFile, String(timeout), ...files], print);
  try {
    if (!existsSync(resultsFile)) throw new Advice('The test process ended before its tests did.');
    return JSON.parse(readFileSync(resultsFile, 'utf8')) as readonly TestResult[];
  } finally {
    rmSync(dirname(resultsFile), { recursive: true, force: true });
  }
}

/** Where more files than these fail, it is no key press that was lost. */
const MOST_TRIED_AGAIN = 4;

/**
 * Runs the tests of the windows. On a busy computer VS Code loses a key press or a click now and then, so files with a
 * failure run once more in new windows, and what they gave then counts; their titles say so.
 */
export async function windowTests(print: Print, folders: readonly string[]): Promise<readonly TestResult[]> {
  const timeout = 120_000;
  const first = await mochaTests(print, folders, timeout);
  const failed = new Set(first.filter(({ outcome }) => outcome === 'failed').map(({ file }) => file));
  const again = [...failed].filter((file) => file !== undefined);
  if (again.length === 0 || again.length > MOST_TRIED_AGAIN) return first;
  print(`\nOnce more, as a test of theirs failed: ${again.join(', ')}\n`);
  const second = await runFiles(print, again, timeout);
  return [
    ...first.filter(({ file, outcome }) => !failed.has(file) || (file === undefined && outcome === 'failed')),
    ...second.map((result) => ({ ...result, title: `${result.title} (second try)` })),
  ];
}
