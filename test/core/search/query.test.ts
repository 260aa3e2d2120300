import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchExpression } from '../../../src/core/search/matchExpression.ts';
import { parseQuery } from '../../../src/core/search/query.ts';

suite('Queries', () => {
  const check = (query: string, typing: boolean, expected: string | undefined): void =>
    assert.equal(matchExpression(parseQuery(query, typing)), expected);

  test('ask for every word', () => {
    check('central Asia', false, '"central" AND "asia"');
    check('  ', false, undefined);
    check('— …', false, undefined);
  });

  test('take the last word for unfinished while the person types', () => {
    check('central as', true, '"central" AND "as" *');
    check('central asia ', true, '"central" AND "asia"');
    check('"central as', true, '"central as" *');
    check('"central asia"', true, '"central asia"');
  });

  test('ask for phrases as they stand', () => {
    check('"central asia" summit', false, '"central asia" AND "summit"');
    check('“no limits”', false, '"no limits"');
    check('foo-bar it’s', false, '"foo bar" AND "it s"');
  });

  test('ask for any part of a run without spaces', () => {
    check('北京', false, '"北京"');
    check('北京市', false, '"北京 京市"');
    check('京', false, '"京" *');
    check('疫', true, '"疫" *');
  });

  test('never hand an operator to the database', () => {
    check('NEAR(a b) OR -c:d* ^e', false, '"near a" AND "b" AND "or" AND "c d" AND "e"');
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, typing) => {
        const expression = matchExpression(parseQuery(text, typing)) ?? '""';
        assert.match(expression, /^"[^"]*"( \*)?( AND "[^"]*"( \*)?)*$/);
      }),
    );
  });
});
