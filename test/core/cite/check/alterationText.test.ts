import assert from 'node:assert/strict';
import { checkQuotation } from '../../../../src/core/cite/check/checkQuotation.ts';
import { prepareSource } from '../../../../src/core/cite/check/prepareSource.ts';
import { alterationText } from '../../../../src/core/cite/check/alterationText.ts';

const SOURCE = 'The minister did not rule out a rise of 12 percent. She said that the ferries would return.';

const CASES: readonly (readonly [words: string, sentence: string, changed: string])[] = [
  [
    'The minister did rule out a rise of 12 percent.',
    '“not” is missing: the source says “minister did not rule out a”.',
    'did rule',
  ],
  ['The minister did not rule out a rise of 21 percent.', 'The source says “12”, not “21”.', '21'],
  [
    'The minister did not rule out a sharp rise of 12 percent.',
    '“sharp” is not in the source, which says here “out a rise of 12”.',
    'sharp',
  ],
  [
    'The minister did rule out a rise of 21 percent.',
    '“not” is missing: the source says “minister did not rule out a”, and one more change follows.',
    'did rule out a rise of 21',
  ],
  ['The minister did … a fall of 12 percent.', 'The source says “rise”, not “fall”.', 'fall'],
  [
    'The minister … a sharp rise [of] 12 percent.',
    '“sharp” is not in the source, which says here “… a rise of 12”.',
    'sharp',
  ],
];

function check(words: string, sentence: string, changed: string): void {
  const current = { revision: 1, text: prepareSource(SOURCE) };
  const verdict = checkQuotation(words, { current, earlier: [] });
  if (verdict.kind !== 'altered') assert.fail(`It is ${verdict.kind}.`);
  const text = alterationText(words, verdict);
  assert.equal(text.sentence, sentence);
  assert.equal(words.slice(...(text.words ?? [0, 0])), changed);
}

suite('The sentence about an alteration', () => {
  for (const [words, sentence, changed] of CASES) test(words, () => check(words, sentence, changed));
});
