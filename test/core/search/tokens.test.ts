import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexWords } from '../../../src/core/search/indexWords.ts';
import { stem, type StemLanguage } from '../../../src/core/search/stem.ts';
import { tokens } from '../../../src/core/search/tokens.ts';

suite('Stems', () => {
  const check = (language: StemLanguage, ...words: readonly string[]): void =>
    assert.equal(new Set(words.map((word) => stem(word, language))).size, 1, words.join(' '));

  test('are one for the forms of a word', () => {
    check('en', 'election', 'elections');
    check('de', 'lehrerin', 'lehrerinnen');
    check('de', 'königin', 'königinnen');
    check('de', 'gewinn', 'gewinne', 'gewinnen');
    check('fr', 'élection', 'élections');
  });
});

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

  test('are the same however their characters are encoded', () => {
    check('ｶﾞｷﾞ ﾊﾟﾘｰ', 'ガギ ギ パリ リー ー');
    check('ガギ'.normalize('NFD'), 'ガギ ギ');
    check('한국'.normalize('NFD'), '한국 국');
    assert.deepEqual(
      tokens('élus'.normalize('NFD')).map(({ word }) => word),
      ['élus'],
    );
  });

  test('go on over what nobody sees', () => {
    check('Bundes\u00adregierung inter\u200best \u2060rates\ufeff', 'bundesregierung interest rates');
    check('台\u200b湾', '台湾 湾');
    const piece = fc.constantFrom(...Array.from('aé5 .北京ガｶﾞก한\u1112\u1161\u11ab\u0301'));
    const hidden = fc.constantFrom('', '', '\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, hidden)), (pieces) => {
        const text = pieces.map(([shown, invisible]) => shown + invisible).join('');
        const found = tokens(text);
        const plain = tokens(pieces.map(([shown]) => shown).join(''));
        assert.deepEqual(
          found.map(({ term, word }) => ({ term, word })),
          plain.map(({ term, word }) => ({ term, word })),
        );
        for (const { term, start, end } of found) {
          assert.equal(tokens(text.slice(start, end))[0]?.term, term);
        }
      }),
    );
  });

  test('count up to sixty letters, wherever they stand', () => {
    const long = 'acgt'.repeat(5000);
    const began = performance.now();
    for (const language of ['en', 'de', 'ru'] as const) assert.ok(stem(long, language).length > 0);
    assert.ok(performance.now() - began < 1000);
    check(`${long}, ${long}é`, `${long.slice(0, 60)} ${long.slice(0, 60)}`);
    assert.deepEqual(indexWords(long).terms, [long.slice(0, 60)]);
    assert.equal(tokens(long)[0]?.end, long.length);
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
    const piece = fc.constantFrom(
      ...Array.from('aZé5’“ —.北京ñßｶﾞ\u0301\u3099'),
      ...['İ', 'Σ', 'ﬁ', '\u00ad', '\u200b', '\u2060', '\ufeff', 'x'.repeat(70), '𐐀'.repeat(31)],
    );
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
