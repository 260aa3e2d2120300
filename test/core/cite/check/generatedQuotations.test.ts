// A small sample of the suite that `npm run bench:quotations` runs on real articles.

import assert from 'node:assert/strict';
import { INVENTED } from '../../../../bench/quotations/inventedArticles.ts';
import { judge, scoresOf } from '../../../../bench/quotations/score.ts';
import { generateCases } from '../../../../bench/quotations/suite.ts';
import { checkQuotation } from '../../../../src/core/cite/check/checkQuotation.ts';
import { prepareSource } from '../../../../src/core/cite/check/prepareSource.ts';
import { markOmission } from '../../../../src/core/cite/check/markOmission.ts';
import { restoreWords } from '../../../../src/core/cite/check/restoreWords.ts';

const OF_EACH = 12;
const SEED = 5;

suite('Generated quotations', () => {
  const judged = judge(generateCases(INVENTED, OF_EACH, SEED));

  test('have the verdicts that their edits deserve', () => {
    assert.ok(judged.length > 250, `${judged.length}`);
    const wrong = judged.filter(({ isRight }) => !isRight);
    assert.deepEqual(
      wrong.map((one) => [one.case.edit, one.verdict.kind, one.case.words]),
      [],
    );
    for (const { precision, recall } of scoresOf(judged)) assert.equal(precision * recall, 1);
  });

  test('are true again when their words are restored or the omission is marked', () => {
    let restored = 0;
    for (const { case: one, verdict } of judged) {
      if (verdict.kind !== 'altered') continue;
      const source = { current: { revision: 1, text: prepareSource(one.article.text) }, earlier: [] };
      for (const words of [restoreWords(one.words, verdict), markOmission(one.words, verdict)]) {
        if (words === undefined) continue;
        restored++;
        assert.match(checkQuotation(words, source).kind, /^(?:exact|altered as marked)$/, words);
      }
    }
    assert.ok(restored > 80, `${restored}`);
  });
});
