// Runs test files by mocha inside the process that calls it: plain Node for the
// pure and the UI tests, the extension host for the integration tests.

import Mocha from 'mocha';
import type { TestResult } from './testResult.ts';

/**
 * Runs the tests of these files in order and gives their results; a file that
 * cannot be loaded is a failed result.
 *
 * @param timeout in milliseconds, for tests that set none themselves
 * @param onResult called as each test ends
 */
export async function runMocha(
  files: readonly string[],
  timeout: number,
  onResult: (result: TestResult) => void = () => undefined,
): Promise<readonly TestResult[]> {
  // The base reporter prints nothing: the results are reported by their reader.
  const mocha = new Mocha({ ui: 'tdd', timeout, reporter: Mocha.reporters.Base });
  for (const file of files) mocha.addFile(file);
  const results: TestResult[] = [];
  let before = performance.now();
  const record = ({ title, file }: Titled, outcome: TestResult['outcome'], detail = ''): void => {
    const now = performance.now();
    const result = {
      title,
      outcome,
      detail,
      seconds: (now - before) / 1000,
      ...(file === undefined ? {} : { file }),
    };
    before = now;
    results.push(result);
    onResult(result);
  };
  const printed = recordPrinted();
  try {
    await mocha.loadFilesAsync();
    await new Promise<void>((resolve) => {
      mocha
        .run(() => resolve())
        .on('test', () => printed.forget())
        .on('pass', (test) => record(titled(test), 'passed'))
        .on('fail', (test, error: unknown) => record(titled(test), 'failed', failureText(error)))
        .on('pending', (test) => record(titled(test), 'skipped', printed.text()));
    });
  } catch (error) {
    record({ title: 'the test files load', file: undefined }, 'failed', failureText(error));
  } finally {
    printed.end();
  }
  return results;
}

interface Titled {
  readonly title: string;
  readonly file: string | undefined;
}

/** A hook that fails has its suite's file. */
function titled(test: Mocha.Test | Mocha.Hook): Titled {
  return { title: test.fullTitle(), file: test.file ?? test.parent?.file };
}

function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.message, ...frames].join('\n');
}

/** Keeps what is printed, which is where a test says why it skips itself. */
function recordPrinted(): {
  readonly forget: () => void;
  readonly text: () => string;
  readonly end: () => void;
} {
  const original = process.stdout.write.bind(process.stdout);
  let text = '';
  process.stdout.write = (chunk: string | Uint8Array, ...rest: []) => {
    text += typeof chunk === 'string' ? chunk : '';
    return original(chunk, ...rest);
  };
  return {
    forget: () => (text = ''),
    text: () => text.trim(),
    end: () => (process.stdout.write = original),
  };
}
