// What a test did, as the phases of `npm test` report it to each other.

export interface TestResult {
  /** The suites' titles and the test's own, joined by spaces. */
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed, with its stack, or what it printed before it skipped itself. */
  readonly detail: string;
}

/** One line, more where it failed: `✓ the sample edition opens`. */
export function resultText({ title, outcome, detail }: TestResult): string {
  const marks = { passed: '✓', failed: '✗', skipped: '–' };
  const indented = detail === '' ? '' : `\n${detail.replaceAll(/^/gm, '      ')}`;
  return `  ${marks[outcome]} ${title}${outcome === 'failed' ? indented : ''}`;
}

/** "12 passed, 1 failed", and ", 2 skipped" only where any were. */
export function countText(results: readonly TestResult[]): string {
  const count = (outcome: TestResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
