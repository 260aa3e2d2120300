import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexWords } from '../../../src/core/search/indexWords.ts';
import { tokens } from '../../../src/core/search/tokens.ts';

suite('Words of a text', () => {
  const check = (text: string, expected: string): void =>
    assert.equal(
      tokens(text)
        .map((token) => token.term)
        .join(' '),
      expected,
    );

  test('are folded and parted', () => {
    check('Moscow’s “no limits” partnership', 'moscow s no limits partnership');
    check('Été ÇA Nguyễn Łódź Straße Ærø', 'ete ca nguyen lodz strasse aero');
    check('Ёлка й', 'елка и');
    check('ΟΔΟΣ οδός', 'οδοσ οδοσ');
    check('ＦＵＬＬ ｗｉｄｔｈ ﬁne', 'full width fine');
    check('أحمد إلى مدرسة كِتَاب', 'احمد الي مدرسه كتاب');
    check('שָׁלוֹם', 'שלום');
    check('हिन्दी में', 'हिन्दी में');
    check('3.5% of €20', '3 5 of 20');
  });

  test('are pairs where a script has no spaces', () => {
    check('北京市', '北京 京市 市');
    check('東', '東');
    check('COVID疫情 now', 'covid 疫情 情 now');
    check('금리 인상', '금리 리 인상 상');
  });

  test('say where they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const { start, end } of tokens(text)) assert.ok(start >= 0 && start < end && end <= text.length);
      }),
    );
    const text = 'The Été 北京';
    assert.deepEqual(
      tokens(text).map(({ start, end }) => text.slice(start, end)),
      ['The', 'Été', '北京', '京'],
    );
  });

  test('are the same for the index', () => {
    const piece = fc.constantFrom(...Array.from('aZé5’“ —.北京ñß'), 'İ', 'Σ', 'ﬁ');
    fc.assert(
      fc.property(fc.string({ unit: piece }), (text) => {
        const found = tokens(text);
        assert.deepEqual(indexWords(text), {
          terms: found.map(({ term }) => term),
          words: found.map(({ word }) => word),
        });
      }),
    );
  });
});
