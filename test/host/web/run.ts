// Runs the integration tests inside a web extension host, by mocha's build for browsers.

import 'mocha/mocha.js';
import * as vscode from 'vscode';
import type { TestResult } from '../../../scripts/testResult.ts';
import { LEFT_OUT } from './leftOut.ts';
import { registerMemoryFiles } from './memoryFiles.ts';

/** Where the runner waits for the results, in the extension's folder. */
const RESULTS = 'dist-test/web/results.json';

/** Loads test files, each by its name, runs them and leaves the results in a file. */
export async function runWebTests(files: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  const memory = registerMemoryFiles();
  const results: TestResult[] = [];
  const record = (title: string, outcome: TestResult['outcome'], detail = ''): void =>
    void results.push({ title, outcome, detail });
  const printed = recordPrinted();
  mocha.setup({ ui: 'tdd', timeout: 20_000 });
  mocha.reporter(silent as unknown as Mocha.ReporterConstructor);
  for (const [name, load] of Object.entries(files)) {
    try {
      await load();
    } catch (error) {
      record(`${name} loads`, 'failed', failureText(error));
    }
  }
  const leftOut = leaveOut(mocha.suite);
  for (const title of Object.keys(LEFT_OUT))
    if (!leftOut.includes(title)) record(title, 'failed', 'It is left out, and there is no such test.');
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('test', () => printed.forget())
      .on('pass', (test) => record(test.fullTitle(), 'passed'))
      .on('fail', (test, error: unknown) => record(test.fullTitle(), 'failed', failureText(error)))
      .on('pending', (test) => {
        record(test.fullTitle(), 'skipped', LEFT_OUT[test.fullTitle()] ?? printed.text());
      });
  });
  printed.end();
  await leave(results);
  memory.dispose();
}

/** Marks the tests that do not run here, and gives their titles. */
function leaveOut(suite: Mocha.Suite): readonly string[] {
  const here = suite.tests.filter((test) => test.fullTitle() in LEFT_OUT);
  for (const test of here) test.pending = true;
  return [...here.map((test) => test.fullTitle()), ...suite.suites.flatMap(leaveOut)];
}

/** The results are reported by their reader; mocha's own reporter would draw a page. */
function silent(): void {
  return undefined;
}

async function leave(results: readonly TestResult[]): Promise<void> {
  const extension = vscode.extensions.getExtension('broadsheet.broadsheet');
  if (extension === undefined) throw new Error('Broadsheet is not installed in this host.');
  const file = vscode.Uri.joinPath(extension.extensionUri, RESULTS);
  // Renamed when complete, because another process waits for it.
  const unfinished = vscode.Uri.joinPath(extension.extensionUri, `${RESULTS}.unfinished`);
  await vscode.workspace.fs.writeFile(unfinished, new TextEncoder().encode(JSON.stringify(results)));
  await vscode.workspace.fs.rename(unfinished, file);
}

function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.message, ...frames.slice(0, 8)].join('\n');
}

/** Keeps what is printed, which is where a test says why it skips itself. */
function recordPrinted(): {
  readonly forget: () => void;
  readonly text: () => string;
  readonly end: () => void;
} {
  const original = console.log;
  let text = '';
  console.log = (...words: readonly unknown[]) => {
    text += `${words.join(' ')}\n`;
    original(...words);
  };
  return {
    forget: () => (text = ''),
    text: () => text.trim(),
    end: () => (console.log = original),
  };
}
