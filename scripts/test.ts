// `npm test`: every check of the repository, phase by phase; a phase that fails
// hides none of the others. `npm test -- NAME…` runs only the phases named.

import { build } from '../esbuild.mjs';
import { Advice, runProgram } from './advice.ts';
import { runHostTests } from './hostTests.ts';
import type { Print } from './runNode.ts';
import { countText, resultText } from './testResult.ts';
import type { TestResult } from './testResult.ts';
import { TEST_FOLDERS } from './testFolders.ts';
import { mochaTests, tool, windowTests } from './testTools.ts';

/** What it prints goes through `print`, as phases that need one core each run two at a time. */
type Phase = (print: Print) => Promise<readonly TestResult[]>;

type NamedPhase = readonly [string, Phase];

const phases: ReadonlyMap<string, Phase> = new Map(
  Object.entries({
    durability: (print: Print) => mochaTests(print, TEST_FOLDERS.durability, 300_000),
    types: (print) =>
      tool(
        print,
        'typescript/bin/tsc',
        ...['.', 'src/core', 'src/webview', 'test/ui', 'bench'].map((project) => ['-p', project]),
      ),
    lint: (print) => tool(print, 'eslint/bin/eslint.js', ['.']),
    format: (print) => tool(print, 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    pure: (print) => mochaTests(print, TEST_FOLDERS.pure, 10_000),
    corpora: (print) => mochaTests(print, TEST_FOLDERS.corpora, 60_000),
    fetch: (print) => mochaTests(print, TEST_FOLDERS.fetch, 30_000),
    build: async () => {
      await build({ minify: false });
      return [{ title: 'build', outcome: 'passed', detail: '' }];
    },
    host: () =>
      runHostTests({
        serverOnly: process.argv.includes('--server'),
        only: (['node', 'web'] as const).find((kind) => process.argv.includes(`--${kind}`)),
      }),
    ui: (print) => windowTests(print, TEST_FOLDERS.ui),
    // The README's and the walkthrough's, into test/ui/shots.
    pictures: (print) => mochaTests(print, TEST_FOLDERS.ui, 120_000, 'pictures'),
  } satisfies Record<string, Phase>),
);

/** They check nothing that the others leave out. */
const onlyWhenNamed: ReadonlySet<string> = new Set(['pictures']);

/** They need the whole computer, and what was built. */
const alone: ReadonlySet<string> = new Set(['build', 'host', 'ui', 'pictures']);

await runProgram(async () => {
  const asked = phasesAskedFor();
  const results = [
    ...(await runTwoAtATime(asked.filter(([name]) => !alone.has(name)))),
    ...(await runInOrder(asked.filter(([name]) => alone.has(name)))),
  ];
  const skipped = results.filter((result) => result.outcome === 'skipped');
  if (skipped.length > 0) console.log('\nSkipped:');
  for (const { title, detail } of skipped) {
    console.log(`  ${title}: ${detail.replace(/^skipped: /, '') || 'no reason was printed'}`);
  }
  console.log(`\n${countText(results)}`);
  process.exitCode = results.some((result) => result.outcome === 'failed') ? 1 : 0;
});

/** All checks, or what is named; `core` is another name for `pure`. */
function phasesAskedFor(): readonly NamedPhase[] {
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

async function runInOrder(asked: readonly NamedPhase[]): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  const print: Print = (text) => process.stdout.write(text);
  for (const [name, phase] of asked) results.push(...(await runPhase(name, phase, print)));
  return results;
}

/** What each prints is shown when it has ended. */
async function runTwoAtATime(asked: readonly NamedPhase[]): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  const left = [...asked];
  const takeFromLeft = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      let printed = '';
      results.push(...(await runPhase(...next, (text) => (printed += text))));
      process.stdout.write(printed);
    }
  };
  await Promise.all([takeFromLeft(), takeFromLeft()]);
  return results;
}

/** A phase that throws has failed, and so has one without a single test. */
async function runPhase(name: string, phase: Phase, print: Print): Promise<readonly TestResult[]> {
  print(`\n${name} …\n`);
  const start = performance.now();
  let results: readonly TestResult[];
  try {
    results = await phase(print);
    if (results.length === 0) results = [failure(name, 'There was no test to run.')];
  } catch (error) {
    results = [failure(name, error instanceof Advice ? error.message : String(error))];
  }
  for (const result of results) if (result.outcome === 'failed') print(`${resultText(result)}\n`);
  print(`${name}: ${countText(results)} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`);
  return results;
}

function failure(title: string, detail: string): TestResult {
  return { title, outcome: 'failed', detail };
}
