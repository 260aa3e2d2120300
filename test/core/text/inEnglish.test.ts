import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/core/text/inEnglish.ts';

suite('Sentences with values', () => {
  test('have them in their places', () => {
    assert.equal(inEnglish('{1} of {0}, {1}', 3, 'two'), 'two of 3, two');
  });

  test('keep what looks like a place in a value', () => {
    assert.equal(inEnglish('Move “{0}”', '{0} $& {1}'), 'Move “{0} $& {1}”');
  });

  test('are left as they stand without values', () => {
    assert.equal(inEnglish('A {0} of nothing'), 'A {0} of nothing');
  });
});
