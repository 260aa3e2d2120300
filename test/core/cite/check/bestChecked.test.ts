import assert from 'node:assert/strict';
import { bestChecked } from '../../../../src/core/cite/check/bestChecked.ts';
import { checkQuotation } from '../../../../src/core/cite/check/checkQuotation.ts';
import { prepareSource } from '../../../../src/core/cite/check/prepareSource.ts';
import type { CheckedQuotation } from '../../../../src/core/model/citation.ts';
import type { ItemId } from '../../../../src/core/model/ids.ts';

const WORDS = 'The minister did … rule out a rise';
const ITEM = 1 as ItemId;

const against = (text: string, earlier: readonly string[] = []): CheckedQuotation => ({
  kind: 'checked',
  itemId: ITEM,
  headline: text,
  verdict: checkQuotation(WORDS, {
    current: { revision: 2, text: prepareSource(text) },
    earlier: earlier.map((each) => ({ revision: 1, text: prepareSource(each) })),
  }),
});

/** From the best to the worst. */
const ANSWERS: readonly CheckedQuotation[] = [
  against('The minister did … rule out a rise'),
  against('The minister did indeed rule out a rise.'),
  against('The minister did not rule out a rise.'),
  against('Nothing is left.', ['The minister did indeed rule out a rise.']),
  against('The minister did indeed rule out a fall.'),
  against('The minister did indeed rule out every single kind of fall.'),
  { kind: 'no text', itemId: ITEM },
  { kind: 'unknown key' },
  against('Something else was printed.'),
];

suite('The best answer of several keys', () => {
  test('is of the verdicts that were meant', () => {
    assert.deepEqual(
      ANSWERS.map((answer) => (answer.kind === 'checked' ? answer.verdict.kind : answer.kind)),
      [
        'exact',
        'altered as marked',
        'altered as marked',
        'source changed since',
        'altered',
        'altered',
        'no text',
        'unknown key',
        'not found',
      ],
    );
  });

  test('is the truest one, wherever it stands', () => {
    ANSWERS.forEach((better, place) => {
      for (const worse of ANSWERS.slice(place + 1)) {
        assert.equal(bestChecked([better, worse]), 0);
        assert.equal(bestChecked([worse, better]), 1);
      }
      assert.equal(bestChecked([better, better]), 0, 'the first of equal ones');
    });
    assert.equal(bestChecked([...ANSWERS].reverse()), ANSWERS.length - 1);
  });
});
