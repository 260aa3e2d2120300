// What a test did, as the phases of `npm test` report it to each other.

export interface TestResult {
  /** The suites' titles and the test's own, joined by spaces. */
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed, with its stack, or what it printed before it skipped itself. */
  readonly detail: string;
  /** Since the result before it, with what was made ready for it. */
  readonly seconds?: number;
  /** The file with the test, where one is known. */
  readonly file?: string;
}

/** What takes less is not worth a word. */
const SLOW_SECONDS = 5;

/** One line, more where it failed: `✓ the sample edition opens (14 s)`. */
export function resultText({ title, outcome, detail, seconds = 0 }: TestResult): string {
  const marks = { passed: '✓', failed: '✗', skipped: '–' };
  const indented = detail === '' ? '' : `\n${detail.replaceAll(/^/gm, '      ')}`;
  const time = seconds < SLOW_SECONDS ? '' : ` (${seconds.toFixed(0)} s)`;
  return `  ${marks[outcome]} ${title}${time}${outcome === 'failed' ? indented : ''}`;
}

/** "12 passed, 1 failed", and ", 2 skipped" only where any were. */
export function countText(results: readonly TestResult[]): string {
  const count = (outcome: TestResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
