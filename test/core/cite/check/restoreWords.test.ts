import assert from 'node:assert/strict';
import { checkQuotation } from '../../../../src/core/cite/check/checkQuotation.ts';
import { markAsParaphrase } from '../../../../src/core/cite/check/markAsParaphrase.ts';
import { markOmission } from '../../../../src/core/cite/check/markOmission.ts';
import { prepareSource } from '../../../../src/core/cite/check/prepareSource.ts';
import { restoreWords } from '../../../../src/core/cite/check/restoreWords.ts';
import type { Altered } from '../../../../src/core/cite/check/verdict.ts';

const TEXT =
  'They will not rule it out, she said. “It’s a long, slow road,” he answered — and left at 10 p.m.';

suite('Restoring quotations', () => {
  const altered = (words: string): Altered => {
    const text = prepareSource(TEXT);
    const verdict = checkQuotation(words, { current: { revision: 1, text }, earlier: [] });
    assert.equal(verdict.kind, 'altered', words);
    return verdict;
  };

  test('puts the words of the source back', () => {
    const check = (words: string, expected: string | undefined): void =>
      assert.equal(restoreWords(words, altered(words)), expected);
    check('They will rule it out', 'They will not rule it out');
    check('They will not quickly rule it out', 'They will not rule it out');
    check('They will not rule it in, she said', 'They will not rule it out, she said');
    check('and left at 11 p.m.', 'and left at 10 p.m.');
    check('It’s a long slow road', 'It’s a long, slow road');
    check('will rule … and left at 10', 'will not rule … and left at 10');
    check('They will not rule it out tomorrow', 'They will not rule it out');
    check('and left at 1[1] p.m.', 'and left at 10 p.m.');
  });

  test('puts back what was cut off a number', () => {
    const current = {
      revision: 1,
      text: prepareSource(
        'It cost him 1 000 euros, or US$5 million. 他们投资三亿六千万元的码头。 It is 20 square miles away.',
      ),
    };
    const check = (words: string, expected: string): void => {
      const verdict = checkQuotation(words, { current, earlier: [] });
      if (verdict.kind !== 'altered') assert.fail(`${words} is ${verdict.kind}.`);
      assert.equal(restoreWords(words, verdict), expected);
      assert.equal(markOmission(words, verdict), undefined);
    };
    check('It cost him 1', 'It cost him 1 000');
    check('000 euros, or US$5', '1 000 euros, or US$5 million');
    check('他们投资三亿', '他们投资三亿六千万');
    check('千万元的码头', '三亿六千万元的码头');
    check('It is 20 square', 'It is 20 square miles');
  });

  test('keeps to the typography of the note', () => {
    const check = (words: string, sample: string, expected: string): void =>
      assert.equal(restoreWords(words, altered(words), sample), expected);
    check('Its a long, slow road', "it's", "It's a long, slow road");
    check('Its a long, slow road', '‘it’', 'It’s a long, slow road');
    check('he answered and left at 10 p.m.', 'so -- no', 'he answered -- and left at 10 p.m.');
  });

  test('marks an omission and nothing more', () => {
    const check = (words: string, expected: string | undefined): void =>
      assert.equal(markOmission(words, altered(words)), expected);
    check('They will rule it out', undefined);
    check('It’s a road', 'It’s a […] road');
    check('They will rule it in', undefined);
  });

  test('takes the words of the new revision', () => {
    const source = {
      current: { revision: 2, text: prepareSource(TEXT.replace('10 p.m.', '11 p.m.')) },
      earlier: [{ revision: 1, text: prepareSource(TEXT) }],
    };
    const verdict = checkQuotation('and left at 10 p.m.', source);
    assert.ok(verdict.kind === 'source changed since' && verdict.now !== undefined);
    assert.equal(restoreWords('and left at 10 p.m.', verdict.now), 'and left at 11 p.m.');
  });

  test('takes the marks off a paraphrase', () => {
    // “It is” in “A “It is” [@key]”.
    const places = [3, 4, 5, 6, 7, 8];
    assert.deepEqual(markAsParaphrase({ kind: 'inline', range: [2, 9], places }), [
      [2, 3],
      [8, 9],
    ]);
    assert.equal(markAsParaphrase({ kind: 'block', range: [2, 9], places }), undefined);
  });
});
