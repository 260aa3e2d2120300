import assert from 'node:assert/strict';
import { NO_QUOTATIONS } from '../../../src/core/cite/check/tally.ts';
import { summaryOf, tallyText } from '../../../src/host/checking/summary.ts';

const CASES: readonly (readonly [counts: Partial<typeof NO_QUOTATIONS>, text: string | undefined])[] = [
  [{}, undefined],
  [{ checked: 1, exact: 1 }, '1 quotation, exact'],
  [{ checked: 5, exact: 5 }, '5 quotations, all exact'],
  [{ checked: 5, exact: 4, marked: 1 }, '5 quotations, all exact or changed as marked'],
  [{ checked: 5, exact: 3, altered: 2 }, '2 of 5 quotations altered'],
  [{ checked: 5, exact: 2, altered: 2, notFound: 1 }, '2 of 5 quotations altered, 1 not found'],
  [{ checked: 5, exact: 4, changed: 1 }, '1 of 5 quotations changed at the source'],
  [{ checked: 1, notFound: 1 }, '1 quotation, not found'],
];

function check(counts: Partial<typeof NO_QUOTATIONS>, text: string | undefined): void {
  assert.equal(tallyText({ ...NO_QUOTATIONS, ...counts }), text);
}

suite('The counts of quotations in words', () => {
  for (const [counts, text] of CASES) test(text ?? 'nothing to say', () => check(counts, text));

  test('for the whole workspace', () => {
    const counts = { ...NO_QUOTATIONS, checked: 3, exact: 3 };
    assert.equal(summaryOf(counts, 2, 0), '3 quotations, all exact, in 2 notes.');
    assert.equal(
      summaryOf(NO_QUOTATIONS, 0, 2),
      'No note quotes from the library; 2 files were skipped, and the log says why.',
    );
  });
});
