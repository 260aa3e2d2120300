// `npm test`: every check of the repository, phase by phase; a phase that fails
// hides none of the others. `npm test -- NAME…` runs only the phases named.

import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../esbuild.mjs';
import { Advice, runProgram } from './advice.ts';
import { runHostTests } from './hostTests.ts';
import { cache, repository } from './paths.ts';
import { countText, resultText } from './testResult.ts';
import type { TestResult } from './testResult.ts';

type Phase = () => Promise<readonly TestResult[]>;

const phases: ReadonlyMap<string, Phase> = new Map(
  Object.entries({
    types: () =>
      tool(
        'typescript/bin/tsc',
        ...['.', 'src/core', 'src/webview', 'test/ui', 'bench'].map((project) => ['-p', project]),
      ),
    lint: () => tool('eslint/bin/eslint.js', ['.']),
    format: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    pure: () => mocha(['test/core', 'test/library', 'test/architecture'], 10_000),
    // Collections of feeds and pages that others made, and input that is meant to harm.
    corpora: () => mocha(['test/corpora', 'test/cite-style'], 60_000),
    // Real exchanges with a server of its own, on this computer alone.
    fetch: () => mocha(['test/fetch'], 30_000),
    durability: () => mocha(['test/durability'], 300_000),
    build: async () => {
      await build({ minify: false });
      return [{ title: 'build', outcome: 'passed', detail: '' }];
    },
    host: () =>
      runHostTests({
        serverOnly: process.argv.includes('--server'),
        only: (['node', 'web'] as const).find((kind) => process.argv.includes(`--${kind}`)),
      }),
    ui: () => mocha(['test/ui'], 120_000),
    // The README's and the walkthrough's, into test/ui/shots.
    pictures: () => mocha(['test/ui'], 120_000, 'pictures'),
  }),
);

/** They check nothing that the others leave out. */
const onlyWhenNamed: ReadonlySet<string> = new Set(['pictures']);

await runProgram(async () => {
  const results: TestResult[] = [];
  for (const [name, phase] of phasesAskedFor()) results.push(...(await runPhase(name, phase)));
  const skipped = results.filter((result) => result.outcome === 'skipped');
  if (skipped.length > 0) console.log('\nSkipped:');
  for (const { title, detail } of skipped) {
    console.log(`  ${title}: ${detail.replace(/^skipped: /, '') || 'no reason was printed'}`);
  }
  console.log(`\n${countText(results)}`);
  process.exitCode = results.some((result) => result.outcome === 'failed') ? 1 : 0;
});

/** All checks, or what is named; `core` is another name for `pure`. */
function phasesAskedFor(): readonly (readonly [string, Phase])[] {
  const asked = process.argv
    .slice(2)
    .filter((word) => !word.startsWith('--'))
    .map((name) => (name === 'core' ? 'pure' : name));
  const unknown = asked.find((name) => !phases.has(name));
  if (unknown !== undefined) {
    throw new Advice(`There is no phase "${unknown}": name one of ${[...phases.keys()].join(', ')}.`);
  }
  // The real hosts run what was built.
  if (['host', 'ui', 'pictures'].some((name) => asked.includes(name))) asked.push('build');
  return [...phases].filter(([name]) =>
    asked.length === 0 ? !onlyWhenNamed.has(name) : asked.includes(name),
  );
}

/** A phase that throws has failed, and so has one without a single test. */
async function runPhase(name: string, phase: Phase): Promise<readonly TestResult[]> {
  console.log(`\n${name} …`);
  const start = performance.now();
  let results: readonly TestResult[];
  try {
    results = await phase();
    if (results.length === 0) results = [failure(name, 'There was no test to run.')];
  } catch (error) {
    results = [failure(name, error instanceof Advice ? error.message : String(error))];
  }
  for (const result of results) if (result.outcome === 'failed') console.log(resultText(result));
  console.log(`${name}: ${countText(results)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return results;
}

function failure(title: string, detail: string): TestResult {
  return { title, outcome: 'failed', detail };
}

/** Runs one of the packages' programs, once per list of parameters; its output says what is wrong. */
function tool(program: string, ...runs: readonly (readonly string[])[]): Promise<readonly TestResult[]> {
  const path = join(repository, 'node_modules', program);
  const failed = runs.filter((parameters) => {
    return runNode([path, ...parameters]) !== 0;
  });
  const title = program.split('/')[0] ?? program;
  const detail = failed.map((parameters) => [title, ...parameters].join(' ')).join('\n');
  return Promise.resolve([{ title, outcome: failed.length === 0 ? 'passed' : 'failed', detail }]);
}

/** Runs all test files under these folders by mocha in a process of its own; `ending` stands in their names. */
function mocha(
  folders: readonly string[],
  timeout: number,
  ending: 'test' | 'pictures' = 'test',
): Promise<readonly TestResult[]> {
  const files = folders
    .flatMap((folder) => globSync(`${folder}/**/*.${ending}.ts`, { cwd: repository }))
    .sort();
  if (files.length === 0) return Promise.resolve([]);
  const resultsFile = join(cache, 'results.json');
  mkdirSync(cache, { recursive: true });
  rmSync(resultsFile, { force: true });
  const program = join(repository, 'scripts/mochaProcess.ts');
  runNode([program, resultsFile, String(timeout), ...files]);
  if (!existsSync(resultsFile)) throw new Advice('The test process ended before its tests did.');
  return Promise.resolve(JSON.parse(readFileSync(resultsFile, 'utf8')) as readonly TestResult[]);
}

/** Runs a script with its output shown; gives its exit code. */
function runNode(parameters: readonly string[]): number | null {
  return spawnSync(process.execPath, parameters, { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'] })
    .status;
}
