import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findMatches } from '../../../src/core/search/findMatches.ts';
import { hasPhrase } from '../../../src/core/search/hasPhrase.ts';
import { indexWords } from '../../../src/core/search/indexWords.ts';
import { parseQuery } from '../../../src/core/search/parseQuery.ts';
import { wantedPhrases, type Phrase } from '../../../src/core/search/query.ts';

suite('An exact phrase', () => {
  const phraseOf = (query: string, typing: boolean): Phrase | undefined =>
    wantedPhrases(parseQuery(query, { typing, now: 0 }).expression)[0];
  const check = (text: string, query: string, expected: boolean, typing = false): void => {
    const phrase = phraseOf(query, typing);
    assert.ok(phrase);
    assert.equal(hasPhrase(indexWords(text), phrase), expected, `${query} in ${text}`);
  };

  test('stands where its words stand side by side as they are', () => {
    check('The interest rates rose.', '"interest rates"', true);
    check('Interest, interest rates.', '"interest rates"', true);
    check('The interest rate rose.', '"interest rates"', false);
    check('Rates of interest', '"interest rates"', false);
    check('L’Été à Łódź', '"ete a lodz"', true);
    check('北京市长访问', '"京市长"', true);
    check('', '"a"', false);
  });

  test('may end in an unfinished word while it is being typed', () => {
    check('The interest rates rose.', '"interest ra', true, true);
    check('The interest rates rose.', '"interest ra"', false, true);
    check('The interest rates rose.', '"int', true, true);
  });

  test('stands where its marks are', () => {
    const words = fc.array(fc.constantFrom('ab', 'abc', 'é', 'e', '北京', '京市', 'in\u00adter', 'a'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, fc.boolean(), (text, asked, typing) => {
        const phrase = phraseOf(`"${asked.slice(0, 3).join(' ')}${typing ? '' : '"'}`, typing);
        if (phrase === undefined) return;
        const marks = findMatches(text.join(' '), [phrase], () => undefined);
        assert.equal(hasPhrase(indexWords(text.join(' ')), phrase), marks.length > 0);
      }),
    );
  });
});
